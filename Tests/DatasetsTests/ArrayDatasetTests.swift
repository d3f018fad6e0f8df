import Neural
import Testing

@testable import Datasets

@Suite("Arrays as data")
struct ArrayDatasetTests {
  private func make(
    _ shape: [Int], _ elements: NumericArray.Elements, _ labels: NumericArray.Elements,
    classes: Int? = nil, names: [String] = []
  ) throws(DatasetError) -> ArrayDataset {
    try ArrayDataset(
      samples: NumericArray(shape: shape, elements: elements),
      labels: NumericArray(shape: [labels.count], elements: labels), classes: classes,
      names: names, files: ("x.npy", "y.npy"))
  }

  @Test("the first axis counts samples, the others are flattened")
  func flattened() throws {
    let data = try make([2, 1, 2], .reals([1, 2, 3, 4.5]), .integers([2, 0]))
    #expect(data.examples.samples == Samples(Matrix([[1, 2], [3, 4.5]])))
    #expect(data.examples.targets == .classes([2, 0], count: 3))
    #expect(data.pictureSize == nil)
  }

  @Test("bytes of three or four axes are pictures and stay bytes")
  func pictures() throws {
    let colour = try make([1, 2, 1, 3], .bytes([1, 2, 3, 4, 5, 6]), .bytes([0]), classes: 2)
    #expect(colour.pictureSize == PictureSize(height: 2, width: 1, channels: 3))
    #expect(
      colour.examples.samples
        == Samples(bytes: [1, 2, 3, 4, 5, 6], count: 1, features: 6, scale: .raw))
    #expect(
      try make([1, 2, 3, 1], .bytes([1, 2, 3, 4, 5, 6]), .bytes([0])).pictureSize?.width == 3)
    #expect(try make([1, 1, 3, 2], .bytes([1, 2, 3, 4, 5, 6]), .bytes([0])).pictureSize == nil)
  }

  @Test(
    "NaN and infinity are refused with sample and feature",
    arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    let error = failure { () throws(DatasetError) in
      try make([2, 2], .reals([0, 1, 2, value]), .integers([0, 1]))
    }
    #expect(error?.description == "x.npy: feature 1 of sample 1 is \(value), not a finite number")
  }

  @Test(
    "labels that are no class numbers are refused",
    arguments: [
      NumericArray.Elements.integers([0, -1]), .integers([0, 2]), .reals([0, 0.5]),
      .reals([0, .nan]), .reals([0, 1e300]), .text(["a", ""]), .bytes([0]), .bytes([0, 1, 1]),
    ])
  func labels(elements: NumericArray.Elements) {
    let error = failure { () throws(DatasetError) in
      try make([2, 1], .bytes([1, 2]), elements, classes: 2)
    }
    #expect(error?.file == "y.npy")
  }

  @Test("labels that are texts are classes: by first appearance, or as declared")
  func texts() throws {
    let labels = NumericArray.Elements.text(["b", "a ", "b"])
    let found = try make([3, 1], .bytes([1, 2, 3]), labels)
    #expect(found.classNames == ["b", "a"])
    #expect(found.examples.targets == .classes([0, 1, 0], count: 2))
    let declared = try make([3, 1], .bytes([1, 2, 3]), labels, names: ["a", "b", "c"])
    #expect(declared.examples.targets == .classes([1, 0, 1], count: 3))
    let missing = failure { () throws(DatasetError) in
      try make([2, 1], .bytes([1, 2]), .text(["a", "NA"]))
    }
    #expect(missing?.message == "the label at index 1 is missing: 'NA'")
  }

  @Test("names of classes go with the numbers of the labels")
  func names() throws {
    let named = try make([2, 1], .bytes([1, 2]), .integers([2, 0]), names: ["a", "b", "c"])
    #expect(named.classNames == ["a", "b", "c"])
    #expect(named.examples.targets == .classes([2, 0], count: 3))
    let few = failure { () throws(DatasetError) in
      try make([2, 1], .bytes([1, 2]), .integers([2, 0]), names: ["a", "b"])
    }
    #expect(few?.message == "label 2 of sample 0 is none of the 2 classes 0 to 1")
  }

  @Test(
    "one-hot rows are classes, of whatever elements",
    arguments: [
      NumericArray.Elements.bytes([0, 1, 0, 1, 0, 0]), .integers([0, 1, 0, 1, 0, 0]),
      .reals([0, 1, 0, 1, 0, 0]),
    ])
  func oneHot(elements: NumericArray.Elements) throws {
    let labels = NumericArray(shape: [2, 3], elements: elements)
    let samples = NumericArray(shape: [2, 1], elements: .bytes([5, 6]))
    let data = try ArrayDataset(samples: samples, labels: labels, files: ("x", "y"))
    #expect(data.examples.targets == .classes([1, 0], count: 3))
    #expect(data.classNames == ["0", "1", "2"])
  }

  @Test(
    "rows that are not one-hot are refused with a way out",
    arguments: [
      ([2, 2], [1, 1, 0, 1], "argmax"), ([2, 2], [0, 1, 0, 0], "argmax"),
      ([2, 2], [0, 1, 0.5, 0.5], "argmax"), ([3, 2], [0, 1, 0, 1, 0, 1], "labels.T"),
      ([4], [0, 1, 0, 1], "one label for each sample"),
    ])
  func notOneHot(shape: [Int], values: [Double], help: String) throws {
    let samples = NumericArray(shape: [2, 1], elements: .bytes([5, 6]))
    let labels = NumericArray(shape: shape, elements: .reals(values))
    let error = try #require(
      failure { () throws(DatasetError) in
        try ArrayDataset(samples: samples, labels: labels, files: ("x", "y"))
      })
    #expect(error.file == "y")
    #expect(error.help.contains { $0.contains(help) }, "\(error)")
  }

  @Test(
    "a label of nine quintillion does not become as many classes",
    arguments: [Int64.max, 10_000])
  func manyClasses(label: Int64) {
    #expect(
      failure { () throws(DatasetError) in
        try make([1, 1], .bytes([1]), .integers([label]))
      }?.kind == .malformed)
  }

  @Test("arrays without samples are refused", arguments: [[0, 3], [3, 0], [0], []])
  func empty(shape: [Int]) {
    let count = shape.reduce(1, *)
    let elements = NumericArray.Elements.reals([Double](repeating: 0, count: count))
    #expect(
      failure { () throws(DatasetError) in try make(shape, elements, .integers([])) } != nil)
  }

  @Test("the format of a file is told from its first bytes")
  func formats() throws {
    #expect(try NumericArray(path: fixture("li2.npy")).shape == [2, 3])
    #expect(try NumericArray(path: fixture("stored.npz"), name: "x").shape == [10, 100])
    #expect(try NumericArray(path: fixture("arrays.h5"), name: "bytes").shape == [2, 3, 4])
    for name in ["stored.npz", "arrays.h5"] {
      let error = failure { () throws(DatasetError) in try NumericArray(path: fixture(name)) }
      #expect(error?.message.hasSuffix("arrays, say which") == true)
    }
    let picture = failure { () throws(DatasetError) in
      try NumericArray(path: fixture("colour.png"))
    }
    #expect(picture?.message == "is no file of arrays: neither NumPy's, nor HDF5, nor IDX")
  }
}
