#pragma once

// Debian keeps the serial library's headers in a folder of their own.
#if __has_include(<hdf5/serial/hdf5.h>)
#include <hdf5/serial/hdf5.h>
#else
#include <hdf5.h>
#endif

/// The functions and constants of libhdf5 that are used here, looked up when it is loaded.
typedef struct {
  __typeof__(&H5open) open_library;
  __typeof__(&H5Eset_auto2) set_error_printer;
  __typeof__(&H5Fopen) open_file;
  __typeof__(&H5Dopen2) open_dataset;
  __typeof__(&H5Dget_space) space;
  __typeof__(&H5Dget_type) type;
  __typeof__(&H5Dread) read;
  __typeof__(&H5Sget_simple_extent_ndims) rank;
  __typeof__(&H5Sget_simple_extent_dims) dimensions;
  __typeof__(&H5Tget_class) class_of;
  __typeof__(&H5Tget_size) size_of;
  __typeof__(&H5Tget_sign) sign_of;
  __typeof__(&H5Tis_variable_str) is_variable_string;
  __typeof__(&H5Lexists) link_exists;
  __typeof__(&H5Ovisit1) visit;
  __typeof__(&H5Pcreate) make_list;
  __typeof__(&H5Pset_elink_cb) set_external_link_callback;
  __typeof__(&H5Lunregister) unregister_link;
  __typeof__(&H5Dget_create_plist) creation_list;
  __typeof__(&H5Pget_layout) layout;
  __typeof__(&H5Pget_external_count) external_count;
  __typeof__(&H5Pget_external) external;
  __typeof__(&H5Pget_virtual_count) virtual_count;
  __typeof__(&H5Pget_virtual_filename) virtual_file;
  __typeof__(&H5Pget_virtual_dsetname) virtual_dataset;
  hid_t byte, integer, real, dataset_access;
} hdf5_library;

/// Loads libhdf5. Returns 0 if it is not installed or lacks a function.
int hdf5_load(hdf5_library *library);
