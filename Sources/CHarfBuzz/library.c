#include "library.h"

#include "CHarfBuzz.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static harfbuzz_library hb;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // It links libharfbuzz, whose functions are found through it.
  void *library = dlopen("libharfbuzz-subset.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define LOOK_UP(name) \
  if (!(hb.name = (__typeof__(hb.name))dlsym(library, #name))) return;
  HB_FUNCTIONS(LOOK_UP)
#undef LOOK_UP
  is_loaded = 1;
}

const harfbuzz_library *harfbuzz_load(void) {
  pthread_once(&once, load);
  return is_loaded ? &hb : NULL;
}

const char *harfbuzz_version(void) {
  const harfbuzz_library *library = harfbuzz_load();
  return library ? library->hb_version_string() : NULL;
}
