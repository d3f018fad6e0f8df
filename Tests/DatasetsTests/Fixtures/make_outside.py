"""Writes outside.h5, whose datasets ask for the bytes of other files in every way that HDF5 has, and
elsewhere.h5 and elsewhere.bin, which they ask for. Run it in this folder; needs h5py and numpy."""

import h5py
import numpy as np

with open("elsewhere.bin", "wb") as file:
    file.write(b"secret" * 8)
with h5py.File("elsewhere.h5", "w") as file:
    file["x"] = np.arange(48.0).reshape(12, 4)
with h5py.File("outside.h5", "w") as file:
    file["own"] = np.arange(12.0).reshape(3, 4)
    raw = {"shape": (6, 4), "dtype": "u1"}
    file.create_dataset("raw", external=[("elsewhere.bin", 0, 24)], **raw)
    file.create_dataset("absolute", external=[("/etc/hostname", 0, 24)], **raw)
    file.create_dataset(
        "pieces", external=[("elsewhere.bin", 0, 12), ("elsewhere.bin", 24, 12)], **raw)
    file["link"] = h5py.ExternalLink("elsewhere.h5", "/x")
    file["group"] = h5py.ExternalLink("elsewhere.h5", "/")
    file["soft"] = h5py.SoftLink("/link")
    file["softer"] = h5py.SoftLink("/group/x")
    file.create_group("inner")["link"] = h5py.ExternalLink("elsewhere.h5", "/x")

    def virtual(name, source, dataset, shape=(12, 4)):
        layout = h5py.VirtualLayout(shape=shape, dtype="f8")
        layout[:] = h5py.VirtualSource(source, dataset, shape=shape)
        file.create_virtual_dataset(name, layout)

    virtual("virtual", "elsewhere.h5", "x")
    virtual("virtual-own", ".", "own", (3, 4))
    virtual("virtual-virtual", ".", "virtual")
    virtual("virtual-link", ".", "link")
