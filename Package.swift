// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "gradbook",
  targets: [
    .target(name: "Diagnostics"),
    .target(name: "Markup"),
    .target(name: "TeX", dependencies: ["Diagnostics", "Markup"]),
  ],
  swiftLanguageModes: [.v6]
)
