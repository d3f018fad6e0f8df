#define _GNU_SOURCE
#include "confine.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CHDF5.h"

// Landlock's interface (landlock(7)), written out: the headers of the C library that the program is
// built with may be older than the kernel it runs on.
struct rights {
  uint64_t files;
  uint64_t net;
  uint64_t scopes;
};
struct file_rule {
  uint64_t allowed;
  int32_t file;
} __attribute__((packed));

enum {
  call_create = 444,
  call_add_rule = 445,
  call_restrict = 446,
  ask_version = 1,
  rule_of_path = 1,
  read_file = 1 << 2,
  /// The first number that is not of the standard streams.
  first_own = 3,
  most_descriptors = 65536,
};

/// The rights to files that each version knows: thirteen at first, then linking elsewhere, truncating
/// and commands of devices.
static uint64_t file_rights(int version) {
  uint64_t all = (1ull << 13) - 1;
  if (version >= 2) all |= 1ull << 13;
  if (version >= 3) all |= 1ull << 14;
  if (version >= 5) all |= 1ull << 15;
  return all;
}

int chdf5_landlock_version(void) {
  long version = syscall(call_create, NULL, 0, ask_version);
  return version > 0 ? (int)version : 0;
}

void confine_to(int file) {
  int version = chdf5_landlock_version();
  if (version == 0) return;
  struct rights rights = {.files = file_rights(version)};
  // Binding and connecting of TCP; sockets by abstract names and signals to other processes.
  if (version >= 4) rights.net = 3;
  if (version >= 6) rights.scopes = 3;
  size_t size = version >= 6 ? sizeof rights
              : version >= 4 ? offsetof(struct rights, scopes) : offsetof(struct rights, net);
  int set = (int)syscall(call_create, &rights, size, 0);
  if (set < 0) return;
  struct file_rule rule = {.allowed = read_file, .file = file};
  syscall(call_add_rule, set, rule_of_path, &rule, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  syscall(call_restrict, set, 0);
  close(set);
}

static void close_others(int first, int second) {
  struct rlimit most;
  int end = getrlimit(RLIMIT_NOFILE, &most) == 0 && most.rlim_cur < most_descriptors
      ? (int)most.rlim_cur : most_descriptors;
#ifdef SYS_close_range
  if (syscall(SYS_close_range, second + 1, ~0u, 0) == 0) end = second + 1;
#endif
  for (int number = first_own; number < end; number++)
    if (number != first && number != second) close(number);
}

void leave_all_behind(int *file, int *pipe, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  // Above the standard streams, which are nothing here.
  int source = fcntl(*file, F_DUPFD, first_own), sink = fcntl(*pipe, F_DUPFD, source + 1);
  if (source < 0 || sink < 0) _exit(1);
  close_others(source, sink);
  int nothing = open("/dev/null", O_RDWR);
  for (int stream = 0; stream < first_own; stream++)
    if (nothing < 0) close(stream); else dup2(nothing, stream);
  if (nothing >= first_own) close(nothing);
  *file = source;
  *pipe = sink;
  // Nothing of the lesson's choice is loaded, nor of the environment's.
  static char *own[] = {"HDF5_PLUGIN_PRELOAD=::", NULL};
  extern char **environ;
  environ = own;
  if (chdir("/") != 0) _exit(1);
}

void limit(int resource, uint64_t value) {
  struct rlimit current;
  if (getrlimit(resource, &current) != 0 || current.rlim_cur < value) return;
  current.rlim_cur = value;
  setrlimit(resource, &current);
}

int chdf5_confined_can_open(const char *path) {
  pid_t parent = getpid(), child = fork();
  if (child == 0) {
    int nothing = open("/dev/null", O_RDONLY), sink = open("/dev/null", O_WRONLY);
    leave_all_behind(&nothing, &sink, parent);
    confine_to(nothing);
    _exit(open(path, O_RDONLY) >= 0 || open("/tmp", O_RDONLY | O_DIRECTORY) >= 0);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}
