#include "CHarfBuzz.h"

#include <brotli/encode.h>
#include <dlfcn.h>
#include <pthread.h>

static __typeof__(&BrotliEncoderCompress) compress;
static __typeof__(&BrotliEncoderVersion) version;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("libbrotlienc.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  compress = (__typeof__(compress))dlsym(library, "BrotliEncoderCompress");
  version = (__typeof__(version))dlsym(library, "BrotliEncoderVersion");
}

uint32_t brotli_version(void) {
  pthread_once(&once, load);
  return version ? version() : 0;
}

// A window of 64 KiB holds a font of this size whole, and the encoder need not clear 4 MiB for it.
enum { window_bits = 16 };

int brotli_compress(const uint8_t *bytes, size_t count, int quality, uint8_t *out, size_t *size) {
  pthread_once(&once, load);
  return compress && compress(quality, window_bits, BROTLI_MODE_FONT, count, bytes, size, out) == BROTLI_TRUE;
}
