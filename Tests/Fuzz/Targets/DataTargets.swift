import Datasets

extension FuzzTarget {
  /// No reader may take more for what a small file promises.
  private static let limit = ReadLimit(bytes: 64 << 20)

  static let csv = FuzzTarget("csv") {
    Seeds.texts(
      "a,b,kind\n1,2,x\n3,4.5,y\n", "\u{FEFF}1;2;0\r\n3;4;1\r\n",
      "\"a \"\"b\"\"\",1e-3,0\n\"c\nd\",-2,1\n")
  } run: { bytes in
    withFile(bytes) { path in
      _ = try? CSVDataset(
        path: path, options: CSVOptions(label: .classes(.number(-1))), limit: limit)
      _ = try? CSVDataset(
        path: path, options: CSVOptions(label: .classes(.number(1)), hasHeader: true), limit: limit)
    }
  }

  static let idx = FuzzTarget("idx") {
    [
      [0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 0],
      [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 2, 9, 8, 7, 6],
      [0, 0, 0x0d, 1, 0, 0, 0, 1, 0x3f, 0x80, 0, 0],
    ]
  } run: { bytes in
    withFile(bytes) { path in _ = try? IDX.read(path: path, limit: limit) }
  }

  static let npy = FuzzTarget("npy") {
    Seeds.files("npy", below: 400)
  } run: { bytes in
    withFile(bytes) { path in _ = try? NPY.read(path: path, limit: limit).indices() }
  }

  static let npz = FuzzTarget("npz") {
    Seeds.files("npz")
  } run: { bytes in
    withFile(bytes) { path in
      guard let archive = try? NPZ(path: path, limit: limit) else { return }
      for name in archive.names.prefix(8) { _ = try? archive.read(name) }
    }
  }

  /// The library reads in a child process; a child that crashes is an error of the file.
  static let hdf5 = FuzzTarget("hdf5") {
    Seeds.files("h5", below: 16_000)
  } run: { bytes in
    withFile(bytes) { path in
      let names = (try? HDF5.names(path: path)) ?? []
      for name in names.prefix(2) { _ = try? HDF5.read(name, path: path, limit: limit) }
    }
  }

  static let png = FuzzTarget("png") {
    Seeds.files("png")
  } run: { bytes in
    guard bytes.count < 100_000 else { return }
    _ = try? PNG.decode(bytes)
  }

  static let jpeg = FuzzTarget("jpeg") {
    Seeds.files("jpg")
  } run: { bytes in
    guard bytes.count < 100_000 else { return }
    _ = try? JPEG.decode(bytes)
  }
}
