import Neural
import Testing

@testable import Datasets

@Suite("Named datasets")
struct NamedDatasetTests {
  @Test("iris is committed with 50 flowers of each species")
  func iris() throws {
    let iris = try DataLocator(directories: [notebookData()]).load(.iris)
    #expect(
      iris.featureNames == ["sepal_length", "sepal_width", "petal_length", "petal_width"])
    #expect(iris.classNames == ["setosa", "versicolor", "virginica"])
    let all = try iris.part("all")
    let labels = (0..<all.count).map(all.targets.label)
    #expect(labels == (0..<150).map { $0 / 50 })
    // The mean of all 600 values, by NumPy.
    let mean = all.samples.matrix(as: Double.self).sum / 600
    #expect(abs(mean - 3.4645) < 1e-12)
  }

  @Test("the digits are committed, in the form of MNIST")
  func digits() throws {
    let digits = try DataLocator(directories: [notebookData()]).load(.digits)
    #expect(digits.parts.map(\.name) == ["train", "test"])
    #expect(digits.parts.map(\.examples.count) == [1438, 359])
    #expect(digits.pictureSize == PictureSize(height: 28, width: 28, channels: 1))
    let train = try digits.part("train")
    #expect((0..<10).map(train.targets.label) == Array(0..<10))
    let first = train.samples.picture(0, size: PictureSize(height: 28, width: 28, channels: 1))
    #expect(first.pixels.max() ?? 0 > 200)
    #expect(first.pixels.prefix(4 * 28).allSatisfy { $0 == 0 })
    #expect(
      try digits.files.first?.sha256()
        == "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22")
  }

  @Test("iris and the digits come with the program, the same as in the lessons' folder")
  func builtIn() throws {
    for name in [NamedDataset.iris, .digits] {
      let nowhere = try DataLocator(directories: []).load(name)
      let here = try DataLocator(directories: [notebookData()]).load(name)
      #expect(nowhere.parts == here.parts)
      let hashes = try [nowhere, here].map { try $0.files.map { try $0.sha256() } }
      #expect(hashes[0] == hashes[1])
      #expect(nowhere.files.filter(\.isBuiltIn).count == nowhere.files.count)
      #expect(here.files.filter(\.isBuiltIn).isEmpty)
    }
    #expect(
      try DataLocator(directories: []).load(.mnist, fallback: .digits).standIn?.used == "digits")
  }

  @Test("without MNIST the digits stand in, and say so")
  func standIn() throws {
    let locator = DataLocator(directories: [notebookData()])
    let dataset = try locator.load(.mnist, fallback: .digits)
    #expect(dataset.standIn?.wanted == "mnist")
    #expect(dataset.standIn?.used == "digits")
    #expect(try locator.load(.digits).standIn == nil)
  }

  @Test("without files and stand-in the error says where it looked and how to get them")
  func missing() {
    let locator = DataLocator(directories: ["/nowhere", "/elsewhere"])
    let error = failure { () throws(DatasetError) in try locator.load(.mnist) }
    #expect(error?.message == "the files of 'mnist' were not found")
    #expect(error?.help.first?.hasPrefix("looked in /nowhere, /elsewhere for") == true)
    #expect(error?.help.last == "fetch it: gradbook data fetch mnist")
    #expect(
      failure { () throws(DatasetError) in try NamedDataset.named("mnits") }?.help == [
        "did you mean 'mnist'?"
      ])
  }

  @Test("a damaged file is an error, not a reason for the stand-in")
  func damaged() throws {
    let directory = try TemporaryDirectory()
    for file in NamedDataset.mnist.files {
      _ = try directory.write([1, 2, 3], to: "mnist/\(file.names[1])")
    }
    let locator = DataLocator(directories: [directory.path, notebookData()])
    let error = failure { () throws(DatasetError) in
      try locator.load(.mnist, fallback: .digits)
    }
    #expect(error?.kind == .malformed)
  }

  @Test("files are found in a folder of the name or beside, in both spellings, packed or not")
  func locating() throws {
    let directory = try TemporaryDirectory()
    let files = NamedDataset.mnist.files
    let names = [
      files[0].names[0], files[1].names[1] + ".gz", files[2].names[1], files[3].names[0],
    ]
    let paths = try names.map { try directory.write([0], to: $0) }
    let locator = DataLocator(directories: ["/nowhere", directory.path])
    #expect(try locator.locate(.mnist).map(\.path) == paths)
    // A folder of the name is looked at before.
    let inner = try names.map { try directory.write([0], to: "mnist/\($0)") }
    #expect(try locator.locate(.mnist).map(\.path) == inner)
  }

  @Test("the directory a user names comes first, then the variable, the notebook's, the cache")
  func order() {
    let environment = ["GRADBOOK_DATA": "/variable", "HOME": "/home/me"]
    #expect(
      DataLocator(named: "/named", notebooks: "/lessons", environment: environment).directories
        == ["/named", "/variable", "/lessons/data", "notebooks/data", "/home/me/.cache/gradbook"])
    #expect(DataLocator(environment: ["XDG_CACHE_HOME": "/c"]).directories.last == "/c/gradbook")
    #expect(DataLocator(environment: [:]).directories == ["notebooks/data"])
  }

  @Test("what can be fetched has a hash and an address for every file")
  func remote() {
    for dataset in NamedDataset.all where !dataset.remoteFiles.isEmpty {
      #expect(dataset.remoteFiles.count == dataset.files.count)
      for (remote, file) in zip(dataset.remoteFiles, dataset.files) {
        #expect(file.names.contains { remote.name == $0 + ".gz" })
        #expect(remote.sha256.count == 64)
        #expect(remote.addresses.allSatisfy { $0.hasPrefix("https://") })
      }
    }
  }

  private static let locator = DataLocator(
    named: nil, environment: DataLocator.environment)
  private static func has(_ dataset: NamedDataset) -> Bool {
    (try? locator.locate(dataset)) != nil
  }

  @Test("MNIST, where it is, has 60,000 and 10,000 digits", .enabled(if: has(.mnist)))
  func mnist() throws {
    let mnist = try Self.locator.load(.mnist)
    #expect(mnist.parts.map(\.examples.count) == [60_000, 10_000])
    let train = try mnist.part("train")
    #expect((0..<8).map(train.targets.label) == [5, 0, 4, 1, 9, 2, 1, 3])
    guard case .bytes(let bytes, _) = train.samples.storage else {
      Issue.record("bytes were not kept")
      return
    }
    #expect(bytes.count == 47_040_000)
    // np.sum of the first picture
    #expect(bytes.prefix(784).reduce(0) { $0 + Int($1) } == 27_525)
  }

  @Test("the cats, where they are, have 209 and 50 pictures", .enabled(if: has(.cats)))
  func cats() throws {
    let cats = try Self.locator.load(.cats)
    #expect(cats.parts.map(\.examples.count) == [209, 50])
    #expect(cats.classNames == ["non-cat", "cat"])
    #expect(cats.features == 12_288)
    let test = try cats.part("test")
    let labels = try #require(test.targets.labels)
    #expect(labels.reduce(0, +) == 33)
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  /// FIPS 180-4's own examples, and lengths around the block size by Python's hashlib.
  @Test(
    "known hashes are found",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func known(text: String, hash: String) {
    #expect(SHA256.hexDigest(of: text.utf8) == hash)
  }

  @Test(
    "the pieces in which bytes come make no difference", arguments: [1, 55, 56, 63, 64, 65, 200])
  func pieces(length: Int) {
    let bytes = (0..<length).map { UInt8($0) }
    var hash = SHA256()
    for byte in bytes { hash.update([byte]) }
    #expect(hash.hexDigest() == SHA256.hexDigest(of: bytes))
  }
}
