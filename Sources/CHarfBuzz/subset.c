#include <stdlib.h>
#include <string.h>

#include "CHarfBuzz.h"
#include "library.h"

enum { max_tables = 64 };

static hb_subset_input_t *make_input(const harfbuzz_library *hb, const harfbuzz_request *request) {
  hb_subset_input_t *input = hb->hb_subset_input_create_or_fail();
  if (!input) return NULL;
  hb_set_t *wanted = hb->hb_subset_input_unicode_set(input);
  for (size_t i = 0; i < request->character_count; i++)
    hb->hb_set_add(wanted, request->characters[i]);
  hb_set_t *kept = hb->hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb->hb_set_clear(kept);
  for (size_t i = 0; i < request->feature_count; i++) hb->hb_set_add(kept, request->features[i]);
  // Screens do not need the hints of a font whose outlines are cubic; and outlines that are written
  // out where they stand compress better than calls of subroutines.
  hb->hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  return input;
}

static hb_codepoint_t first_alternative(const harfbuzz_library *hb, hb_face_t *face,
                                        hb_codepoint_t glyph) {
  unsigned lookups = hb->hb_ot_layout_table_get_lookup_count(face, HB_OT_TAG_GSUB);
  for (unsigned lookup = 0; lookup < lookups; lookup++) {
    hb_codepoint_t found = glyph;
    unsigned count = 1;
    if (hb->hb_ot_layout_lookup_get_glyph_alternates(face, lookup, glyph, 0, &count, &found) > 0 &&
        count > 0)
      return found;
  }
  return glyph;
}

static void put(uint8_t **to, uint32_t value, int bytes) {
  while (bytes-- > 0) *(*to)++ = (uint8_t)(value >> (8 * bytes));
}

// A character map of format 12 (OpenType, "cmap"), a group for each character, which the caller
// gives in ascending order.
static hb_blob_t *make_map(const harfbuzz_library *hb, hb_face_t *face,
                           const harfbuzz_request *request) {
  uint32_t size = 12 + 16 + 12 * (uint32_t)request->character_count;
  uint8_t *map = malloc(size);
  if (!map) return NULL;
  uint8_t *next = map + 12 + 16;
  uint32_t groups = 0;
  hb_font_t *font = hb->hb_font_create(face);
  for (size_t i = 0; i < request->character_count; i++) {
    hb_codepoint_t glyph;
    if (!hb->hb_font_get_nominal_glyph(font, request->characters[i], &glyph)) continue;
    put(&next, request->characters[i], 4);
    put(&next, request->characters[i], 4);
    put(&next, first_alternative(hb, face, glyph), 4);
    groups++;
  }
  hb->hb_font_destroy(font);
  next = map;
  put(&next, 0, 2);   // version
  put(&next, 1, 2);   // one map
  put(&next, 3, 2);   // for Windows,
  put(&next, 10, 2);  // all of Unicode
  put(&next, 12, 4);  // where it begins
  put(&next, 12, 2);  // format
  put(&next, 0, 2);
  put(&next, 16 + 12 * groups, 4);
  put(&next, 0, 4);  // language
  put(&next, groups, 4);
  return hb->hb_blob_create((const char *)map, 12 + 16 + 12 * groups, HB_MEMORY_MODE_WRITABLE, map,
                            free);
}

// The face with its character map leading to the alternatives, and without the features.
static hb_face_t *apply_features(const harfbuzz_library *hb, hb_face_t *subset,
                                 const harfbuzz_request *request) {
  // Only a face that was made from bytes can list its tables.
  hb_blob_t *blob = hb->hb_face_reference_blob(subset);
  hb_face_t *face = hb->hb_face_create(blob, 0);
  hb->hb_blob_destroy(blob);
  hb_tag_t tags[max_tables];
  unsigned count = max_tables;
  hb->hb_face_get_table_tags(face, 0, &count, tags);
  hb_face_t *made = hb->hb_face_builder_create();
  for (unsigned i = 0; i < count; i++) {
    if (tags[i] == HB_OT_TAG_GSUB) continue;
    int is_map = tags[i] == HB_TAG('c', 'm', 'a', 'p');
    hb_blob_t *table =
        is_map ? make_map(hb, face, request) : hb->hb_face_reference_table(face, tags[i]);
    hb->hb_face_builder_add_table(made, tags[i], table);
    hb->hb_blob_destroy(table);
  }
  hb->hb_face_destroy(face);
  return made;
}

static harfbuzz_result copy_out(const harfbuzz_library *hb, hb_face_t *face, uint8_t **bytes,
                                size_t *size) {
  hb_blob_t *blob = hb->hb_face_reference_blob(face);
  unsigned length = 0;
  const char *data = hb->hb_blob_get_data(blob, &length);
  harfbuzz_result result = HARFBUZZ_FAILED;
  if (data && length > 0 && (*bytes = malloc(length))) {
    memcpy(*bytes, data, length);
    *size = length;
    result = HARFBUZZ_MADE;
  }
  hb->hb_blob_destroy(blob);
  return result;
}

static harfbuzz_result subset(const harfbuzz_library *hb, hb_face_t *face,
                              const harfbuzz_request *request, uint8_t **bytes, size_t *size) {
  hb_subset_input_t *input = make_input(hb, request);
  if (!input) return HARFBUZZ_FAILED;
  hb_face_t *made = hb->hb_subset_or_fail(face, input);
  hb->hb_subset_input_destroy(input);
  if (!made) return HARFBUZZ_FAILED;
  if (request->applies_features) {
    hb_face_t *applied = apply_features(hb, made, request);
    hb->hb_face_destroy(made);
    made = applied;
  }
  harfbuzz_result result = copy_out(hb, made, bytes, size);
  hb->hb_face_destroy(made);
  return result;
}

harfbuzz_result harfbuzz_subset(const char *path, const harfbuzz_request *request, uint8_t **bytes,
                                size_t *size) {
  const harfbuzz_library *hb = harfbuzz_load();
  if (!hb) return HARFBUZZ_NO_LIBRARY;
  // A file that is not there, or is no font, makes an empty blob and a face without glyphs.
  hb_blob_t *blob = hb->hb_blob_create_from_file(path);
  hb_face_t *face = hb->hb_face_create(blob, 0);
  hb->hb_blob_destroy(blob);
  harfbuzz_result result = hb->hb_face_get_glyph_count(face) > 0
                               ? subset(hb, face, request, bytes, size)
                               : HARFBUZZ_NO_FONT;
  hb->hb_face_destroy(face);
  return result;
}
