#define _GNU_SOURCE
#include "CHDF5.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine.h"
#include "library.h"
#include "refuse.h"

enum {
  // Far beyond what an honest file needs: a million elements are read in milliseconds.
  max_cpu_seconds = 10,
  max_seconds = 30,
  max_names_length = 4096,
  max_open_files = 64,
};
// What libhdf5 and the libraries it links may map beside the data.
static const uint64_t library_memory = 1ull << 30;
// What a dataset of texts of any length is until they are packed: pointers to them.
enum { pointers = -1 };
// H5F_ACC_RDONLY, whose macro calls functions of the library by name.
static const unsigned read_only = 0;

static int send_all(int pipe, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    ssize_t sent = write(pipe, next, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return 0;
    next += sent;
    count -= (size_t)sent;
  }
  return 1;
}

static int receive_all(int pipe, void *bytes, size_t count) {
  char *next = bytes;
  while (count > 0) {
    ssize_t received = read(pipe, next, count);
    if (received < 0 && errno == EINTR) continue;
    if (received <= 0) return 0;
    next += received;
    count -= (size_t)received;
  }
  return 1;
}

// MARK: In the child

typedef struct {
  char text[max_names_length];
  size_t length;
} name_list;

static herr_t add_name(hid_t object, const char *name, const H5O_info_t *info, void *context) {
  (void)object;
  name_list *names = context;
  if (info->type != H5O_TYPE_DATASET) return 0;
  size_t length = strlen(name);
  if (names->length + length + 1 > sizeof names->text) return 1;
  memcpy(names->text + names->length, name, length);
  names->length += length;
  names->text[names->length++] = '\n';
  return 0;
}

static void send_text(int pipe, int status, const char *text, size_t length,
                      chdf5_header *header) {
  header->status = status;
  header->byte_count = length;
  if (send_all(pipe, header, sizeof *header)) send_all(pipe, text, length);
}

static void send_names(int pipe, const hdf5_library *library, hid_t file, chdf5_header *header) {
  static name_list names;
  library->visit(file, H5_INDEX_NAME, H5_ITER_INC, add_name, &names);
  send_text(pipe, CHDF5_NO_DATASET, names.text, names.length, header);
}

/// Texts of any length, as fields that are as long as the longest. Returns NULL if they are too large.
static char *pack(char *const *texts, uint64_t max_bytes, chdf5_header *header) {
  uint64_t count = header->byte_count / sizeof *texts, longest = 1;
  for (uint64_t i = 0; i < count; i++) {
    size_t length = texts[i] ? strlen(texts[i]) : 0;
    if (length > longest) longest = length;
  }
  uint64_t bytes;
  if (__builtin_mul_overflow(count, longest, &bytes) || bytes > max_bytes) return NULL;
  char *fields = calloc(count, longest);
  for (uint64_t i = 0; fields && i < count; i++)
    if (texts[i]) memcpy(fields + i * longest, texts[i], strlen(texts[i]));
  header->kind = CHDF5_TEXT;
  header->element_size = longest;
  header->byte_count = bytes;
  return fields;
}

static int describe(const hdf5_library *library, hid_t dataset, uint64_t max_bytes, hid_t *memory,
                    chdf5_header *header) {
  hid_t space = library->space(dataset), type = library->type(dataset);
  if (space < 0 || type < 0) return CHDF5_UNREADABLE;
  int rank = library->rank(space);
  if (rank < 0) return CHDF5_UNREADABLE;
  if (rank > CHDF5_MAX_RANK) return CHDF5_UNSUPPORTED;
  hsize_t dimensions[CHDF5_MAX_RANK];
  if (library->dimensions(space, dimensions, NULL) < 0) return CHDF5_UNREADABLE;

  switch (library->class_of(type)) {
    case H5T_INTEGER:
      header->kind = library->size_of(type) == 1 && library->sign_of(type) == H5T_SGN_NONE
          ? CHDF5_BYTES : CHDF5_INTEGERS;
      header->element_size = header->kind == CHDF5_BYTES ? 1 : 8;
      *memory = header->kind == CHDF5_BYTES ? library->byte : library->integer;
      break;
    case H5T_FLOAT:
      header->kind = CHDF5_REALS;
      header->element_size = 8;
      *memory = library->real;
      break;
    case H5T_ENUM:
      // Booleans of h5py are such, too. The library makes numbers of them.
      header->kind = CHDF5_INTEGERS;
      header->element_size = 8;
      *memory = library->integer;
      break;
    case H5T_STRING: {
      htri_t is_variable = library->is_variable_string(type);
      if (is_variable < 0) return CHDF5_UNREADABLE;
      header->kind = is_variable ? pointers : CHDF5_TEXT;
      header->element_size = is_variable ? sizeof(char *) : library->size_of(type);
      *memory = type;
      break;
    }
    default:
      return CHDF5_UNSUPPORTED;
  }

  uint64_t bytes = header->element_size;
  for (int i = 0; i < rank; i++) {
    header->dimensions[i] = dimensions[i];
    if (__builtin_mul_overflow(bytes, (uint64_t)dimensions[i], &bytes) || bytes > max_bytes)
      return CHDF5_TOO_LARGE;
  }
  header->rank = rank;
  header->byte_count = bytes;
  return CHDF5_OK;
}

static void serve(int pipe, int source, const char *name, uint64_t max_bytes) {
  chdf5_header header = {0};
  hdf5_library library;
  if (!hdf5_load(&library)) return send_text(pipe, CHDF5_NO_LIBRARY, NULL, 0, &header);
  // The library is loaded, and the file is open: nothing else is to be opened from here on.
  confine_to(source);
  char path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", source);
  hid_t file = library.open_file(path, read_only, H5P_DEFAULT);
  if (file < 0) return send_text(pipe, CHDF5_NOT_HDF5, NULL, 0, &header);
  hid_t access = library.make_list(library.dataset_access);
  if (access < 0 || library.set_external_link_callback(access, refuse_link, NULL) < 0)
    return send_text(pipe, CHDF5_UNREADABLE, NULL, 0, &header);
  hid_t dataset = *name ? library.open_dataset(file, name, access) : -1;
  if (dataset < 0) {
    if (*other_file)
      return send_text(pipe, CHDF5_EXTERNAL_LINK, other_file, strlen(other_file), &header);
    if (*name && library.link_exists(file, name, access) > 0)
      return send_text(pipe, CHDF5_UNREADABLE, NULL, 0, &header);
    return send_names(pipe, &library, file, &header);
  }
  int refused = refusal(&library, file, dataset, access, 0);
  if (refused) return send_text(pipe, refused, other_file, strlen(other_file), &header);
  // Whatever a read may still come upon, no link leads out of the file.
  library.unregister_link(H5L_TYPE_EXTERNAL);
  hid_t memory = -1;
  header.status = describe(&library, dataset, max_bytes, &memory, &header);
  void *elements = NULL;
  if (header.status == CHDF5_OK && header.byte_count > 0) {
    elements = malloc(header.byte_count);
    if (!elements || library.read(dataset, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, elements) < 0)
      header.status = CHDF5_UNREADABLE;
  }
  if (header.status == CHDF5_OK && header.kind == pointers && header.byte_count > 0) {
    elements = pack(elements, max_bytes, &header);
    if (!elements) header.status = CHDF5_TOO_LARGE;
  }
  if (header.kind == pointers) header.kind = CHDF5_TEXT;
  if (header.status != CHDF5_OK) header.byte_count = 0;
  if (send_all(pipe, &header, sizeof header)) send_all(pipe, elements, header.byte_count);
}

/// A crash of this child is an answer, not a bug report: default handlers, no core file, no message.
static void prepare_to_crash(void) {
  const int signals[] = {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGALRM, SIGXCPU, SIGTRAP};
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], SIG_DFL);
  signal(SIGPIPE, SIG_IGN);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, max_open_files);
  limit(RLIMIT_CPU, max_cpu_seconds);
  alarm(max_seconds);
}

/// Lets this process map `bytes` more than its parent had mapped.
static void limit_memory(uint64_t bytes) {
  unsigned long long pages = 0;
  FILE *status = fopen("/proc/self/statm", "r");
  if (!status) return;
  if (fscanf(status, "%llu", &pages) == 1)
    limit(RLIMIT_AS, pages * (uint64_t)sysconf(_SC_PAGESIZE) + bytes);
  fclose(status);
}

// MARK: In the parent

static int receive(int pipe, uint64_t max_bytes, chdf5_header *header, void **payload) {
  if (!receive_all(pipe, header, sizeof *header)) return CHDF5_CRASHED;
  if (header->byte_count == 0) return header->status;
  uint64_t most = max_bytes > max_names_length ? max_bytes : max_names_length;
  if (header->byte_count > most) return CHDF5_CRASHED;
  *payload = malloc(header->byte_count);
  if (!*payload) return CHDF5_TOO_LARGE;
  if (receive_all(pipe, *payload, header->byte_count)) return header->status;
  free(*payload);
  *payload = NULL;
  return CHDF5_CRASHED;
}

int chdf5_read(int file, const char *dataset, uint64_t max_bytes, chdf5_header *header,
               void **payload) {
  memset(header, 0, sizeof *header);
  *payload = NULL;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    header->system_error = errno;
    return header->status = CHDF5_SYSTEM;
  }
  pid_t parent = getpid(), child = fork();
  if (child == 0) {
    leave_all_behind(&file, &ends[1], parent);
    prepare_to_crash();
    limit_memory(library_memory + 4 * max_bytes);
    serve(ends[1], file, dataset, max_bytes);
    _exit(0);
  }
  int status = CHDF5_SYSTEM, error = errno;
  close(ends[1]);
  if (child > 0) {
    status = receive(ends[0], max_bytes, header, payload);
    close(ends[0]);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
    }
  } else {
    close(ends[0]);
    header->system_error = error;
  }
  return header->status = status;
}
