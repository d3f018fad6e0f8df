import Neural
import Testing

@testable import Datasets

@Suite("Arrays as data")
struct ArrayDatasetTests {
  private func make(
    _ shape: [Int], _ elements: NumericArray.Elements, _ labels: NumericArray.Elements,
    classes: Int? = nil
  ) throws(DatasetError) -> ArrayDataset {
    try ArrayDataset(
      samples: NumericArray(shape: shape, elements: elements),
      labels: NumericArray(shape: [labels.count], elements: labels), classes: classes,
      files: ("x.npy", "y.npy"))
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
      .reals([0, .nan]), .reals([0, 1e300]), .text(["a", "b"]), .bytes([0]), .bytes([0, 1, 1]),
    ])
  func labels(elements: NumericArray.Elements) {
    let error = failure { () throws(DatasetError) in
      try make([2, 1], .bytes([1, 2]), elements, classes: 2)
    }
    #expect(error?.file == "y.npy")
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
    #expect(picture?.kind == .malformed)
  }
}
