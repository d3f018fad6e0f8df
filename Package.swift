// swift-tools-version:6.1
import PackageDescription

let package = Package(
  name: "gradbook",
  products: [.executable(name: "gradbook", targets: ["gradbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .target(name: "Diagnostics"),
    // What a handler of signals may do.
    .target(name: "CSignals"),
    // Files that are written whole or not at all, and why the system refused one.
    .target(name: "Files"),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .target(name: "Markup"),
    .target(name: "Plots", dependencies: ["Diagnostics", "Markup"]),
    // OpenBLAS is opened when first needed, so nothing is linked here.
    .target(name: "COpenBLAS"),
    // The innermost loops of training, once per instruction set: the one thing Swift cannot say.
    .target(name: "CKernels"),
    // Threads that share out the parts of a step, too short for any queue of the system.
    .target(name: "CTeam"),
    .target(name: "Neural", dependencies: ["CKernels", "COpenBLAS", "CTeam", "Files"]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CPNG", providers: [.apt(["libpng-dev"])]),
    .target(name: "CJPEG", linkerSettings: [.linkedLibrary("jpeg")]),
    // libhdf5 is opened when the first file is read, so nothing is linked here.
    .target(name: "CHDF5"),
    .target(
      name: "Datasets",
      dependencies: ["CHDF5", "CJPEG", "CPNG", "CZlib", "Diagnostics", "Files", "Neural"],
      // In the program itself, so that it can be copied alone; links to the lessons' own data.
      resources: [.embedInCode("Files/iris.csv"), .embedInCode("Files/digits.csv.gz")]),
    // libcurl likewise, at the first download.
    .target(name: "CCurl"),
    .target(name: "Downloads", dependencies: ["CCurl", "Datasets"]),
    .testTarget(
      name: "DatasetsTests", dependencies: ["CHDF5", "Datasets", "Neural"], exclude: ["Fixtures"]),
    .testTarget(name: "DownloadsTests", dependencies: ["Datasets", "Downloads"]),
    .target(name: "Bench", dependencies: ["Datasets", "Neural"]),
    .target(name: "TeX", dependencies: ["Diagnostics", "Markup"]),
    // Its module map links libcmark-gfm-extensions, which has no pkg-config file of its own.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "Markdown", dependencies: ["CCMarkGFM", "Diagnostics", "Markup"]),
    // HarfBuzz and Brotli are opened for the first page that has formulas, so nothing is linked here.
    .target(name: "CHarfBuzz"),
    .target(name: "Fonts", dependencies: ["CHarfBuzz", "Diagnostics", "Files"]),
    .target(name: "Highlighting", dependencies: ["Markup"]),
    .target(name: "Expressions", dependencies: ["Diagnostics"]),
    .target(
      name: "Derivations", dependencies: ["Diagnostics", "Expressions", "Neural", "TeX"]),
    .target(
      name: "Notebooks",
      dependencies: [
        "Datasets", "Derivations", "Diagnostics", "Expressions", "Files", "Markdown", "Markup",
        "Neural", "Plots", "TeX",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Reports",
      dependencies: [
        "Datasets", "Derivations", "Diagnostics", "Files", "Fonts", "Highlighting", "Markdown",
        "Markup", "Notebooks", "Plots", "TeX",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Conversion",
      dependencies: ["Diagnostics", "Files", "Markdown", "Markup", "Notebooks", "Plots", "Reports"]),
    .target(name: "LanguageServer", dependencies: ["Diagnostics", "Files", "Notebooks"]),
    .target(
      name: "Preview",
      dependencies: [.product(name: "FlyingSocks", package: "FlyingFox")]),
    .testTarget(name: "LanguageServerTests", dependencies: ["LanguageServer"]),
    .testTarget(name: "PreviewTests", dependencies: ["Preview"]),
    .executableTarget(
      name: "gradbook",
      dependencies: [
        "Bench", "CSignals", "Conversion", "Datasets", "Derivations", "Diagnostics", "Downloads",
        "Files", "Fonts",
        "LanguageServer", "Markdown", "Neural", "Notebooks", "Preview", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "NotebooksTests",
      dependencies: ["Datasets", "Diagnostics", "Markup", "Notebooks", "Plots"],
      exclude: ["Diagnostics"]),
    .testTarget(
      name: "ConversionTests",
      dependencies: ["Conversion", "Diagnostics", "Notebooks", "Plots", "Reports"]),
    .testTarget(name: "ExpressionsTests", dependencies: ["Diagnostics", "Expressions"]),
    .testTarget(
      name: "DerivationsTests",
      dependencies: ["Derivations", "Diagnostics", "Expressions", "Neural", "TeX"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(
      name: "ReportsTests", dependencies: ["Diagnostics", "Markup", "Notebooks", "Reports"]),
    // The command itself is run, as a process.
    .testTarget(
      name: "BrowserTests",
      dependencies: ["Datasets", "Diagnostics", "Notebooks", "Preview", "Reports"]),
    .testTarget(name: "CommandLineTests", dependencies: ["Preview", "gradbook"]),
    .testTarget(
      name: "PlotsTests", dependencies: ["Diagnostics", "Markup", "Plots"], exclude: ["Goldens"]),
    .testTarget(name: "BenchTests", dependencies: ["Bench", "Datasets"]),
    .testTarget(
      name: "LessonTests", dependencies: ["Diagnostics", "Markdown", "Notebooks"],
      exclude: ["Coverage"]),
    .testTarget(name: "NeuralTests", dependencies: ["CKernels", "Neural"]),
    .testTarget(
      name: "MarkdownTests", dependencies: ["CCMarkGFM", "Diagnostics", "Markdown", "Markup"]),
    .testTarget(
      name: "TeXTests", dependencies: ["Diagnostics", "Markup", "TeX"],
      exclude: ["Corpus", "Golden"]),
    .testTarget(name: "FontsTests", dependencies: ["Diagnostics", "Fonts"]),
    .testTarget(name: "HighlightingTests", dependencies: ["Highlighting", "Markup"]),
    // Every reader of foreign bytes as a function of bytes, for the fuzzer and for the tests.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Conversion", "Datasets", "Diagnostics", "Expressions", "LanguageServer", "Markdown",
        "Neural", "Notebooks", "Plots", "Reports", "TeX",
      ], path: "Tests/Fuzz/Targets"),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets"]),
  ],
  swiftLanguageModes: [.v6]
)

// Only with the sanitizers of `Tests/Fuzz/run.sh`: it links libFuzzer, which they bring.
if Context.environment["GRADBOOK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Command"))
}
