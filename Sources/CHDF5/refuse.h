#pragma once

#include "library.h"

enum { max_name_length = 4096 };

/// The other file that a dataset asks for, once one is found; empty before.
extern char other_file[max_name_length];

/// Called where a path leads through an external link, which is so noted and not followed.
herr_t refuse_link(const char *parent, const char *group, const char *file, const char *object,
                   unsigned *flags, hid_t access, void *context);

/// Why the bytes of a dataset are not those of its own file; CHDF5_OK if they are.
///
/// Virtual datasets over others in the same file are followed, `depth` levels down so far.
int refusal(const hdf5_library *library, hid_t file, hid_t dataset, hid_t access, int depth);
