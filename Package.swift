// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "gradbook",
  products: [.executable(name: "gradbook", targets: ["gradbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "Diagnostics"),
    .target(name: "Markup"),
    .target(name: "Plots", dependencies: ["Diagnostics", "Markup"]),
    // OpenBLAS is opened when first needed, so nothing is linked here.
    .target(name: "COpenBLAS"),
    .target(name: "Neural", dependencies: ["COpenBLAS"]),
    .target(name: "TeX", dependencies: ["Diagnostics", "Markup"]),
    .target(
      name: "Notebooks",
      dependencies: ["Diagnostics", "Markup", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Reports",
      dependencies: ["Notebooks", .product(name: "Mustache", package: "swift-mustache")]),
    .executableTarget(
      name: "gradbook",
      dependencies: [
        "Reports", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
