#include "library.h"

#include "CHDF5.h"

#include <dlfcn.h>
#include <stddef.h>

// The names of the shared library in Debian, in Fedora and Arch, and with the -dev package alone.
static const char *const names[] = {
    "libhdf5_serial.so.103", "libhdf5_serial.so.310", "libhdf5_serial.so", "libhdf5.so.103",
    "libhdf5.so.200",        "libhdf5.so.310",        "libhdf5.so",
};

static void *open_library(void) {
  void *handle = NULL;
  for (size_t i = 0; !handle && i < sizeof names / sizeof *names; i++)
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  return handle;
}

int chdf5_version(unsigned *major, unsigned *minor, unsigned *release) {
  void *handle = open_library();
  if (!handle) return 0;
  __typeof__(&H5get_libversion) version =
      (__typeof__(&H5get_libversion))dlsym(handle, "H5get_libversion");
  return version && version(major, minor, release) >= 0;
}

int hdf5_load(hdf5_library *library) {
  void *handle = open_library();
  if (!handle) return 0;

#define LOOK_UP(field, name) \
  if (!(library->field = (__typeof__(library->field))dlsym(handle, name))) return 0
  LOOK_UP(open_library, "H5open");
  LOOK_UP(set_error_printer, "H5Eset_auto2");
  LOOK_UP(open_file, "H5Fopen");
  LOOK_UP(open_dataset, "H5Dopen2");
  LOOK_UP(space, "H5Dget_space");
  LOOK_UP(type, "H5Dget_type");
  LOOK_UP(read, "H5Dread");
  LOOK_UP(rank, "H5Sget_simple_extent_ndims");
  LOOK_UP(dimensions, "H5Sget_simple_extent_dims");
  LOOK_UP(class_of, "H5Tget_class");
  LOOK_UP(size_of, "H5Tget_size");
  LOOK_UP(sign_of, "H5Tget_sign");
  LOOK_UP(is_variable_string, "H5Tis_variable_str");
  LOOK_UP(link_exists, "H5Lexists");
  LOOK_UP(visit, "H5Ovisit1");
  LOOK_UP(make_list, "H5Pcreate");
  LOOK_UP(set_external_link_callback, "H5Pset_elink_cb");
  LOOK_UP(unregister_link, "H5Lunregister");
  LOOK_UP(creation_list, "H5Dget_create_plist");
  LOOK_UP(layout, "H5Pget_layout");
  LOOK_UP(external_count, "H5Pget_external_count");
  LOOK_UP(external, "H5Pget_external");
  LOOK_UP(virtual_count, "H5Pget_virtual_count");
  LOOK_UP(virtual_file, "H5Pget_virtual_filename");
  LOOK_UP(virtual_dataset, "H5Pget_virtual_dsetname");
#undef LOOK_UP

  // H5T_NATIVE_UINT8 and its like are macros for variables that H5open fills in.
  if (library->open_library() < 0) return 0;
  hid_t *byte = dlsym(handle, "H5T_NATIVE_UINT8_g");
  hid_t *integer = dlsym(handle, "H5T_NATIVE_INT64_g");
  hid_t *real = dlsym(handle, "H5T_NATIVE_DOUBLE_g");
  hid_t *access = dlsym(handle, "H5P_CLS_DATASET_ACCESS_ID_g");
  if (!byte || !integer || !real || !access) return 0;
  library->byte = *byte;
  library->integer = *integer;
  library->real = *real;
  library->dataset_access = *access;
  library->set_error_printer(H5E_DEFAULT, NULL, NULL);
  return 1;
}
