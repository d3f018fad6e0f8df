#include "CJPEG.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

// A progressive file may repeat its scans; each costs a pass over the whole picture. Encoders write
// about ten.
static const int max_scans = 100;

typedef struct {
  struct jpeg_error_mgr base;
  jmp_buf on_error;
  char *message;
} error_manager;

static void fail(j_common_ptr info) {
  error_manager *errors = (error_manager *)info->err;
  info->err->format_message(info, errors->message);
  longjmp(errors->on_error, 1);
}

// Corrupt data is only a warning to libjpeg, which fills the rest with grey. A lesson must not
// train on that, so the two warnings that mean lost data are errors here.
static void warn(j_common_ptr info, int level) {
  if (level >= 0) return;
  int code = info->err->msg_code;
  if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER) fail(info);
}

static void watch_scans(j_common_ptr info) {
  if (!info->is_decompressor) return;
  if (((j_decompress_ptr)info)->input_scan_number <= max_scans) return;
  error_manager *errors = (error_manager *)info->err;
  snprintf(errors->message, CJPEG_MESSAGE_LENGTH, "more than %d scans", max_scans);
  longjmp(errors->on_error, 1);
}

static uint32_t number(const uint8_t *bytes, int count, int little_endian) {
  uint32_t value = 0;
  for (int i = 0; i < count; i++) value = value << 8 | bytes[little_endian ? count - 1 - i : i];
  return value;
}

// The orientation is entry 0x0112 of the first directory of the TIFF data in an APP1 marker
// (EXIF 2.3, 4.6.4).
static uint32_t orientation(const uint8_t *data, size_t count) {
  if (count < 14 || memcmp(data, "Exif\0\0", 6) != 0) return 1;
  const uint8_t *tiff = data + 6;
  size_t length = count - 6;
  int little_endian = tiff[0] == 'I';
  size_t directory = number(tiff + 4, 4, little_endian);
  if (directory > length - 2) return 1;
  size_t entries = number(tiff + directory, 2, little_endian);
  for (size_t i = 0; i < entries; i++) {
    size_t entry = directory + 2 + 12 * i;
    if (entry + 12 > length) return 1;
    if (number(tiff + entry, 2, little_endian) != 0x0112) continue;
    uint32_t value = number(tiff + entry + 8, 2, little_endian);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

int cjpeg_decode(const uint8_t *bytes, size_t count, uint64_t max_pixels, cjpeg_picture *picture) {
  memset(picture, 0, sizeof *picture);
  picture->orientation = 1;

  struct jpeg_decompress_struct info;
  error_manager errors;
  struct jpeg_progress_mgr progress = {.progress_monitor = watch_scans};
  // `volatile`: set after setjmp and read after longjmp.
  uint8_t *volatile pixels = NULL;

  info.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = fail;
  errors.base.emit_message = warn;
  errors.message = picture->message;
  if (setjmp(errors.on_error)) {
    jpeg_destroy_decompress(&info);
    free(pixels);
    return 0;
  }
  jpeg_create_decompress(&info);
  info.progress = &progress;
  jpeg_mem_src(&info, bytes, count);
  jpeg_save_markers(&info, JPEG_APP0 + 1, 0xffff);
  jpeg_read_header(&info, TRUE);
  for (jpeg_saved_marker_ptr marker = info.marker_list; marker; marker = marker->next) {
    uint32_t value = orientation(marker->data, marker->data_length);
    if (value != 1) picture->orientation = value;
  }

  if ((uint64_t)info.image_width * info.image_height > max_pixels) {
    snprintf(picture->message, CJPEG_MESSAGE_LENGTH, "%u × %u pixels are more than %llu",
             info.image_width, info.image_height, (unsigned long long)max_pixels);
    longjmp(errors.on_error, 1);
  }
  info.out_color_space = info.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_start_decompress(&info);
  size_t row = (size_t)info.output_width * info.output_components;
  pixels = malloc(row * info.output_height);
  if (!pixels) {
    snprintf(picture->message, CJPEG_MESSAGE_LENGTH, "out of memory");
    longjmp(errors.on_error, 1);
  }
  while (info.output_scanline < info.output_height) {
    JSAMPROW line = pixels + row * info.output_scanline;
    jpeg_read_scanlines(&info, &line, 1);
  }
  jpeg_finish_decompress(&info);
  picture->width = info.output_width;
  picture->height = info.output_height;
  picture->channels = info.output_components;
  picture->pixels = pixels;
  jpeg_destroy_decompress(&info);
  return 1;
}

#define TEXT_OF(number) #number
#define TEXT(number) TEXT_OF(number)

const char *cjpeg_version(void) {
#ifdef LIBJPEG_TURBO_VERSION
  return TEXT(LIBJPEG_TURBO_VERSION);
#else
  return "libjpeg " TEXT(JPEG_LIB_VERSION);
#endif
}
