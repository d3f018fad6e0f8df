#!/usr/bin/env python3
"""Writes the files beside it: what h5py, NumPy and Pillow write and read is what the tests expect.

    python3 -m venv fixtures-env && fixtures-env/bin/pip install numpy h5py pillow
    fixtures-env/bin/python make.py
"""
import pathlib, struct, zlib
import h5py, numpy as np
from PIL import Image

HERE = pathlib.Path(__file__).parent


def hdf5():
    with h5py.File(HERE / "arrays.h5", "w", libver="earliest") as f:
        f.create_dataset("bytes", data=np.arange(24, dtype="u1").reshape(2, 3, 4))
        f.create_dataset("packed", data=np.arange(-50, 50, dtype="i2").reshape(20, 5),
                         chunks=(7, 5), shuffle=True, compression="gzip")
        f.create_dataset("group/reals", data=np.array([0.5, -1.25, 3e5], dtype=">f4"))
        f.create_dataset("names", data=np.array([b"non-cat", b"cat"], dtype="S7"))
        f.create_dataset("scalar", data=np.int64(7))
        f.create_dataset("variable", data=["a", "bcd"], dtype=h5py.string_dtype())
        f.create_dataset("empty", data=np.zeros((0, 3)))
        f.create_dataset("huge", shape=(1 << 40,), dtype="f8", chunks=(1024,))
    with h5py.File(HERE / "sorts.h5", "w", libver="earliest") as f:
        f.create_dataset("flags", data=np.array([True, False, True]))
        kinds = h5py.enum_dtype({"cat": 0, "dog": 1, "cow": 4}, basetype="i2")
        f.create_dataset("kinds", data=np.array([4, 0, 1], "i2"), dtype=kinds)
        f.create_dataset("words", data=["été", "b", "été"], dtype=h5py.string_dtype())
        f.create_dataset("grid", data=np.array([["a", "bc"], ["", "def"]], object),
                         dtype=h5py.string_dtype("ascii"))
        f.create_dataset("padded", data=np.array([b"a", b"bc ", b"a"], "S3"))
        f.create_dataset("latin", data=np.array(["é".encode("latin-1"), b"b"], "S2"))
        f.create_dataset("half", data=np.array([0.5, -2, 65504], "f2"))
        f.create_dataset("complex", data=np.array([1 + 2j]))
        f.create_dataset("records", data=np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]))


def numpy_arrays():
    values = np.arange(6).reshape(2, 3) - 2
    for dtype in ["<f8", ">f8", "<f4", "<i2", ">i4", "<i8", "|i1"]:
        np.save(HERE / f"{dtype.translate(str.maketrans('<>|', 'lbn'))}.npy", values.astype(dtype))
    np.save(HERE / "columns.npy", np.asfortranarray(np.arange(24.0).reshape(2, 3, 4)))
    np.save(HERE / "bool.npy", np.array([True, False, True]))
    np.save(HERE / "objects.npy", np.array([{"a": 1}], dtype=object))
    np.save(HERE / "half.npy", np.array([[0.5, -2], [65504, 2 ** -24]], "f2"))
    words = np.array(["été", "b", "猫", "été"])
    np.savez(HERE / "sorts.npz", letters=words, big=words.astype(">U3"), half=np.array([0.5], ">f2"),
             bytes=np.char.encode(words, "utf-8"), latin=np.array(["é".encode("latin-1"), b"b"]),
             dates=np.array(["2026-12-01"], "M8[D]"), complex=np.array([1 + 2j]),
             records=np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]),
             wide=np.array([1.5], np.longdouble), fortran=np.asfortranarray([["a", "b"], ["c", "d"]]))
    arrays = {"x": np.arange(1000, dtype="u1").reshape(10, 100), "y": np.array(2.5)}
    np.savez(HERE / "stored.npz", **arrays)
    np.savez_compressed(HERE / "deflated.npz", **arrays)


def picture(height=24, width=40):
    y, x = np.mgrid[0:height, 0:width]
    red, green = x * 255 // (width - 1), y * 255 // (height - 1)
    blue = ((x // 5 + y // 5) % 2) * 200
    return np.stack([red, green, blue], -1).astype("u1")


def overlaps(source, target):
    """The share that each source pixel has in each new one, by area (Pillow's BOX takes whole ones)."""
    edges = np.linspace(0, source, target + 1)
    low = np.maximum(edges[:-1, None], np.arange(source)[None, :])
    high = np.minimum(edges[1:, None], np.arange(1, source + 1)[None, :])
    return np.maximum(high - low, 0) * target / source


def pictures():
    colour = picture()
    np.save(HERE / "picture.npy", colour)
    rgb = Image.fromarray(colour)
    rgb.save(HERE / "colour.png")
    rgb.convert("L").save(HERE / "grey.png")
    np.save(HERE / "grey.npy", np.asarray(rgb.convert("L")))
    rgb.quantize(256, dither=Image.Dither.NONE).save(HERE / "palette.png")
    alpha = np.dstack([colour, np.where(np.arange(40) < 20, 255, 0)[None, :].repeat(24, 0)])
    Image.fromarray(alpha.astype("u1")).save(HERE / "transparent.png")
    for name, options in {"colour": {}, "progressive": {"progressive": True}}.items():
        rgb.save(HERE / f"{name}.jpg", quality=92, **options)
        np.save(HERE / f"{name}.jpg.npy", np.asarray(Image.open(HERE / f"{name}.jpg")))
    rgb.convert("L").save(HERE / "grey.jpg", quality=92)
    exif = Image.Exif()
    for orientation in range(1, 9):
        exif[0x0112] = orientation
        rgb.save(HERE / f"turned{orientation}.jpg", quality=92, exif=exif.tobytes())
    from PIL import ImageOps
    turned = [np.asarray(ImageOps.exif_transpose(Image.open(HERE / f"turned{o}.jpg")))
              for o in range(1, 9)]
    np.savez_compressed(HERE / "turned.npz", **{str(o + 1): t for o, t in enumerate(turned)})
    sizes = [(8, 8), (7, 13), (24, 12), (48, 80), (30, 20), (1, 1)]
    bilinear = {f"bilinear-{h}-{w}": np.asarray(rgb.resize((w, h), Image.Resampling.BILINEAR))
                for h, w in sizes}
    area = {f"area-{h}-{w}": np.round(np.einsum(
        "ij,jkc,lk->ilc", overlaps(24, h), colour, overlaps(40, w))).astype("u1")
        for h, w in sizes}
    np.savez_compressed(HERE / "resized.npz", **bilinear, **area)


def png(samples, colour_type, *chunks):
    """A picture of 8 or 16 bits by the dtype of its samples, which no chunk speaks of."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(
            ">I", zlib.crc32(name + data))
    height, width = samples.shape[:2]
    rows = b"".join(b"\0" + row.astype(samples.dtype.newbyteorder(">")).tobytes()
                    for row in samples)
    header = struct.pack(">IIBBBBB", width, height, 8 * samples.itemsize, colour_type, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(chunk(*c) for c in chunks)
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def depths():
    """The same pictures of 8 and of 16 bits, and what a browser shows of them on white."""
    random = np.random.RandomState(16)
    files = {}
    for name, colour_type, channels in [
            ("grey", 0, 1), ("grey-alpha", 4, 2), ("rgb", 2, 3), ("rgb-alpha", 6, 4)]:
        samples = random.randint(0, 256, (5, 7, channels)).astype("u1")
        files[f"{name}-8"] = np.frombuffer(png(samples, colour_type), "u1")
        files[f"{name}-16"] = np.frombuffer(png(samples.astype("u2") * 257, colour_type), "u1")
        shown = samples.astype("f8")
        if channels % 2 == 0:
            alpha = shown[..., -1:] / 255
            shown = shown[..., :-1] * alpha + 255 * (1 - alpha)
        shown = np.floor(shown + 0.5).astype("u1")
        files[f"{name}-shown"] = shown[..., 0] if shown.shape[-1] == 1 else shown
    # Linear light, as a gAMA chunk of 1 says: what sRGB encodes as 0, 64, 128, 200, 255.
    levels = np.array([[0, 64, 128, 200, 255]]) / 255
    light = np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
    files["linear-16"] = np.frombuffer(
        png(np.round(light * 65535).astype("u2")[..., None], 0,
            (b"gAMA", struct.pack(">I", 100000))), "u1")
    np.savez_compressed(HERE / "depths.npz", **files)


def generated():
    """The flower of the lessons: np.random.seed(1), m = 400, a = 4."""
    np.random.seed(1)
    m, a = 400, 4
    n = m // 2
    x = np.zeros((m, 2))
    for j in range(2):
        t = np.linspace(j * 3.12, (j + 1) * 3.12, n) + np.random.randn(n) * 0.2
        r = a * np.sin(4 * t) + np.random.randn(n) * 0.2
        x[n * j:n * (j + 1)] = np.c_[r * np.sin(t), r * np.cos(t)]
    np.save(HERE / "flower.npy", x)


for make in [hdf5, numpy_arrays, pictures, depths, generated]:
    make()
