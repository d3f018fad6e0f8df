#pragma once

#include <stddef.h>
#include <stdint.h>

// libjpeg reports errors by a callback that must not return. Leaving it by longjmp would skip Swift
// frames, so the whole of a decoding stands behind this one C function.

#define CJPEG_MESSAGE_LENGTH 200  // libjpeg's JMSG_LENGTH_MAX

typedef struct {
  uint32_t width;
  uint32_t height;
  /// 1 for grey, 3 for colour.
  uint32_t channels;
  /// EXIF orientation, 1 to 8; 1 if the file says nothing.
  uint32_t orientation;
  /// width × height × channels bytes, row by row; the caller calls free on it. NULL after a failure.
  uint8_t *pixels;
  char message[CJPEG_MESSAGE_LENGTH];
} cjpeg_picture;

/// Decodes a JPEG file in memory. Returns 1, or 0 with a message and nothing to free.
///
/// Pictures with more than `max_pixels` pixels are refused before their pixels are allocated.
int cjpeg_decode(const uint8_t *bytes, size_t count, uint64_t max_pixels, cjpeg_picture *picture);

/// The version of libjpeg-turbo, or of the libjpeg in its place, that this was built with.
const char *cjpeg_version(void);
