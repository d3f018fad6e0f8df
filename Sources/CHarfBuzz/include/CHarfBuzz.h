#ifndef CHARFBUZZ_H
#define CHARFBUZZ_H

#include <stddef.h>
#include <stdint.h>

// HarfBuzz's subsetter and Brotli's encoder, both opened when first called: a program that makes
// no page does not load them.

typedef enum {
  HARFBUZZ_MADE,
  HARFBUZZ_NO_LIBRARY,
  HARFBUZZ_NO_FONT,
  HARFBUZZ_FAILED,
} harfbuzz_result;

typedef struct {
  const uint32_t *characters;
  size_t character_count;
  // The layout features to keep, by their tags.
  const uint32_t *features;
  size_t feature_count;
  // Whether each character is to show the first alternative that the features have for its glyph,
  // for good; the features themselves are then left out.
  int applies_features;
} harfbuzz_request;

// Cuts the font at `path` down to what the characters need: their glyphs, those that stretch and
// assemble them by the MATH table, and those that the layout features put in their places.
// On success `*bytes` is the new font, for the caller to free().
harfbuzz_result harfbuzz_subset(const char *path, const harfbuzz_request *request, uint8_t **bytes,
                                size_t *size);

// Compresses to at most `*size` bytes at `out` and sets `*size`. Returns 0 if the library is not
// there or the room does not suffice.
int brotli_compress(const uint8_t *bytes, size_t count, int quality, uint8_t *out, size_t *size);

// The versions of both; NULL and 0 where the library is not there. Brotli's has the major number above
// 24 bits and the minor one above 12.
const char *harfbuzz_version(void);
uint32_t brotli_version(void);

#endif
