#include "refuse.h"

#include <string.h>

#include "CHDF5.h"

enum {
  max_virtual_depth = 8,
  max_virtual_sources = 1000,
};

char other_file[max_name_length];

static void note_other_file(const char *name) {
  strncpy(other_file, name, sizeof other_file - 1);
}

herr_t refuse_link(const char *parent, const char *group, const char *file,
                          const char *object, unsigned *flags, hid_t access, void *context) {
  (void)parent, (void)group, (void)object, (void)flags, (void)access, (void)context;
  note_other_file(*file ? file : "?");
  return -1;
}

/// Whether a virtual dataset is made of others in its own file alone, all the way down.
static int refusal_of_virtual(const hdf5_library *library, hid_t file, hid_t list, hid_t access,
                              int depth) {
  size_t count = 0;
  if (library->virtual_count(list, &count) < 0) return CHDF5_UNREADABLE;
  if (count > max_virtual_sources || depth >= max_virtual_depth) return CHDF5_UNSUPPORTED;
  for (size_t i = 0; i < count; i++) {
    char source[max_name_length] = {0}, name[max_name_length] = {0};
    ssize_t file_length = library->virtual_file(list, i, source, sizeof source);
    ssize_t name_length = library->virtual_dataset(list, i, name, sizeof name);
    if (file_length < 0 || name_length < 0) return CHDF5_UNREADABLE;
    if (strcmp(source, ".") != 0) {
      note_other_file(source);
      return CHDF5_VIRTUAL;
    }
    if ((size_t)name_length >= sizeof name) return CHDF5_UNSUPPORTED;
    hid_t part = library->open_dataset(file, name, access);
    if (part < 0) return *other_file ? CHDF5_EXTERNAL_LINK : CHDF5_UNREADABLE;
    int refused = refusal(library, file, part, access, depth + 1);
    if (refused) return refused;
  }
  return CHDF5_OK;
}

int refusal(const hdf5_library *library, hid_t file, hid_t dataset, hid_t access,
                   int depth) {
  hid_t list = library->creation_list(dataset);
  if (list < 0) return CHDF5_UNREADABLE;
  if (library->external_count(list) != 0) {
    char name[max_name_length] = {0};
    library->external(list, 0, sizeof name - 1, name, NULL, NULL);
    note_other_file(name);
    return CHDF5_EXTERNAL_STORAGE;
  }
  switch (library->layout(list)) {
    case H5D_COMPACT:
    case H5D_CONTIGUOUS:
    case H5D_CHUNKED: return CHDF5_OK;
    case H5D_VIRTUAL: return refusal_of_virtual(library, file, list, access, depth);
    default: return CHDF5_UNREADABLE;
  }
}
