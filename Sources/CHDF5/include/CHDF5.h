#pragma once

#include <stddef.h>
#include <stdint.h>

// libhdf5 1.10 can crash or loop on a damaged file: of 8,000 small random mutations of a chunked,
// compressed file 34 ended in a segmentation fault and 4 did not end. So the library runs in a
// child process with limits on its time and memory, which sends what it read through a pipe.
//
// A file of HDF5 can also ask for bytes of other files: by external storage, external links and virtual
// datasets. Whoever wrote a lesson would so read what is the runner's. Each is refused by its name, and
// the child is confined besides: it has one descriptor to read from and a pipe, no environment, and
// where the kernel has Landlock no right to open any other file or socket.
// The library is loaded there and only there: with what it links it would add 4 ms to the start of
// every command.

enum {
  CHDF5_OK = 0,
  /// No libhdf5 on this machine.
  CHDF5_NO_LIBRARY = 1,
  /// The file could not be opened as HDF5.
  CHDF5_NOT_HDF5 = 2,
  /// The file has no dataset of that name; the payload lists the names there are.
  CHDF5_NO_DATASET = 3,
  /// A type of element that is neither a number nor a text.
  CHDF5_UNSUPPORTED = 4,
  CHDF5_TOO_LARGE = 5,
  /// The library reported an error while it read.
  CHDF5_UNREADABLE = 6,
  /// The library crashed, hung, or the pipe broke.
  CHDF5_CRASHED = 7,
  /// The dataset's bytes lie in another file; the payload names it.
  CHDF5_EXTERNAL_STORAGE = 8,
  CHDF5_EXTERNAL_LINK = 9,
  CHDF5_VIRTUAL = 10,
  /// The system refused a process or a pipe; `system_error` is its errno.
  CHDF5_SYSTEM = 11,
};

enum {
  CHDF5_BYTES = 0,     // uint8_t
  CHDF5_INTEGERS = 1,  // int64_t; enumerations and Booleans, too
  CHDF5_REALS = 2,     // double
  CHDF5_TEXT = 3,      // element_size bytes each, padded with NUL or spaces; the longest fills them
};

#define CHDF5_MAX_RANK 8

typedef struct {
  int32_t status;
  int32_t kind;
  int32_t rank;
  int32_t system_error;
  uint64_t dimensions[CHDF5_MAX_RANK];
  uint64_t element_size;
  uint64_t byte_count;
} chdf5_header;

/// Reads one dataset of an HDF5 file, whole.
///
/// `file` is open for reading and stays the caller's; its place in it does not matter.
/// `payload` gets `header->byte_count` bytes (or NULL for none) that the caller passes to free: the
/// elements in row-major order, or after CHDF5_NO_DATASET the names of all datasets, each ended by a
/// newline, or the name of the other file that the dataset asks for. Returns `header->status`.
int chdf5_read(
    int file, const char *dataset, uint64_t max_bytes, chdf5_header *header, void **payload);

/// The version of the kernel's Landlock, by which the reader is confined; 0 where there is none.
int chdf5_landlock_version(void);

/// Whether a process that is confined as the reader is could open a file: 1 or 0, -1 where that cannot be
/// found out.
int chdf5_confined_can_open(const char *path);

/// Opens libhdf5 in this process and asks for its version. Returns 0 if it is not installed.
int chdf5_version(unsigned *major, unsigned *minor, unsigned *release);
