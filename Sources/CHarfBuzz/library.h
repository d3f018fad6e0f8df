#ifndef CHARFBUZZ_LIBRARY_H
#define CHARFBUZZ_LIBRARY_H

#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb-subset.h>

#define HB_FUNCTIONS(USE)                     \
  USE(hb_blob_create)                         \
  USE(hb_blob_create_from_file)               \
  USE(hb_blob_destroy)                        \
  USE(hb_blob_get_data)                       \
  USE(hb_face_builder_add_table)              \
  USE(hb_face_builder_create)                 \
  USE(hb_face_create)                         \
  USE(hb_face_destroy)                        \
  USE(hb_face_get_glyph_count)                \
  USE(hb_face_get_table_tags)                 \
  USE(hb_face_reference_blob)                 \
  USE(hb_face_reference_table)                \
  USE(hb_font_create)                         \
  USE(hb_font_destroy)                        \
  USE(hb_font_get_nominal_glyph)              \
  USE(hb_ot_layout_lookup_get_glyph_alternates) \
  USE(hb_ot_layout_table_get_lookup_count)    \
  USE(hb_set_add)                             \
  USE(hb_set_clear)                           \
  USE(hb_subset_input_create_or_fail)         \
  USE(hb_subset_input_destroy)                \
  USE(hb_subset_input_set)                    \
  USE(hb_subset_input_set_flags)              \
  USE(hb_subset_input_unicode_set)            \
  USE(hb_subset_or_fail)                      \
  USE(hb_version_string)

// A pointer to each function, under its name and of its type.
#define HB_DECLARE(name) __typeof__(&name) name;
typedef struct {
  HB_FUNCTIONS(HB_DECLARE)
} harfbuzz_library;
#undef HB_DECLARE

// HarfBuzz, opened by the first call; NULL if it is not there.
const harfbuzz_library *harfbuzz_load(void);

#endif
