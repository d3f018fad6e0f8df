#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include <curl/curl.h>

typedef struct {
  __typeof__(&curl_global_init) global_init;
  __typeof__(&curl_easy_init) init;
  // Without the macros of curl.h, which check the types of calls by name.
  CURLcode (*set)(CURL *, CURLoption, ...);
  CURLcode (*get)(CURL *, CURLINFO, ...);
  __typeof__(&curl_easy_perform) perform;
  __typeof__(&curl_easy_cleanup) clean_up;
  __typeof__(&curl_easy_strerror) describe;
  __typeof__(&curl_version_info) version;
  int is_loaded;
} curl_library;

static curl_library library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) handle = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
#define LOOK_UP(field, name) \
  if (!(library.field = (__typeof__(library.field))dlsym(handle, name))) return
  LOOK_UP(global_init, "curl_global_init");
  LOOK_UP(init, "curl_easy_init");
  LOOK_UP(set, "curl_easy_setopt");
  LOOK_UP(get, "curl_easy_getinfo");
  LOOK_UP(perform, "curl_easy_perform");
  LOOK_UP(clean_up, "curl_easy_cleanup");
  LOOK_UP(describe, "curl_easy_strerror");
  LOOK_UP(version, "curl_version_info");
#undef LOOK_UP
  library.is_loaded = library.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

typedef struct {
  CURL *transfer;
  ccurl_receiver receive;
  void *context;
  int is_stopped;
} reception;

static size_t receive_piece(char *bytes, size_t size, size_t count, void *context) {
  reception *current = context;
  long status = 0;
  library.get(current->transfer, CURLINFO_RESPONSE_CODE, &status);
  if (current->receive(current->context, status, bytes, size * count)) return size * count;
  current->is_stopped = 1;
  return 0;
}

int ccurl_get(const char *address, int64_t start, ccurl_receiver receive, void *context,
              ccurl_result *result) {
  memset(result, 0, sizeof *result);
  pthread_once(&once, load);
  if (!library.is_loaded) return CCURL_NO_LIBRARY;
  CURL *transfer = library.init();
  if (!transfer) return CCURL_FAILED;

  reception current = {.transfer = transfer, .receive = receive, .context = context};
  char details[CURL_ERROR_SIZE] = "";
  char range[32];
  library.set(transfer, CURLOPT_URL, address);
  library.set(transfer, CURLOPT_PROTOCOLS_STR, "http,https");
  library.set(transfer, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  library.set(transfer, CURLOPT_FOLLOWLOCATION, 1L);
  library.set(transfer, CURLOPT_MAXREDIRS, 5L);
  library.set(transfer, CURLOPT_NOSIGNAL, 1L);
  library.set(transfer, CURLOPT_CONNECTTIMEOUT, 20L);
  library.set(transfer, CURLOPT_LOW_SPEED_LIMIT, 1L);
  library.set(transfer, CURLOPT_LOW_SPEED_TIME, 30L);
  library.set(transfer, CURLOPT_USERAGENT, "gradbook");
  library.set(transfer, CURLOPT_ERRORBUFFER, details);
  library.set(transfer, CURLOPT_WRITEFUNCTION, receive_piece);
  library.set(transfer, CURLOPT_WRITEDATA, &current);
  if (start > 0) {
    snprintf(range, sizeof range, "%lld-", (long long)start);
    library.set(transfer, CURLOPT_RANGE, range);
  }
  CURLcode code = library.perform(transfer);
  library.get(transfer, CURLINFO_RESPONSE_CODE, &result->http_status);
  library.clean_up(transfer);
  if (code == CURLE_OK) return CCURL_OK;
  snprintf(result->message, sizeof result->message, "%s",
           *details ? details : library.describe(code));
  return current.is_stopped ? CCURL_STOPPED : CCURL_FAILED;
}

const char *ccurl_version(void) {
  pthread_once(&once, load);
  return library.is_loaded ? library.version(CURLVERSION_NOW)->version : NULL;
}
