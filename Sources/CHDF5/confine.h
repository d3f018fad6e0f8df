#pragma once

#include <stdint.h>
#include <sys/types.h>

/// Leaves this process two descriptors, `file` and `pipe`, which get new numbers, and an environment that
/// keeps libhdf5 from loading anything. It ends when its parent does.
void leave_all_behind(int *file, int *pipe, pid_t parent);

/// Takes away the right to open files other than `file`, and sockets, for good. Where the kernel has no
/// Landlock nothing is taken.
void confine_to(int file);

/// Lets this process use no more of a resource.
void limit(int resource, uint64_t value);
