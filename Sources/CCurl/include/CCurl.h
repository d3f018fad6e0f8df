#pragma once

#include <stddef.h>
#include <stdint.h>

// libcurl's options are set through a variadic function, which Swift cannot call. The library is
// loaded when the first download begins: linked, it and its own libraries would add 4 ms to the
// start of every command.

#define CCURL_MESSAGE_LENGTH 256

enum {
  CCURL_OK = 0,
  /// No libcurl on this machine.
  CCURL_NO_LIBRARY = 1,
  /// The server could not be reached, or the connection broke.
  CCURL_FAILED = 2,
  /// The receiver asked to stop.
  CCURL_STOPPED = 3,
};

typedef struct {
  /// The status of the last answer, 0 if there was none.
  long http_status;
  char message[CCURL_MESSAGE_LENGTH];
} ccurl_result;

/// Takes the next piece of an answer's body, with the answer's status. Returns 0 to stop.
typedef int (*ccurl_receiver)(void *context, long http_status, const void *bytes, size_t count);

/// Sends a GET request for an http or https address, follows up to five redirections, and hands
/// the body to `receive` piece by piece on the calling thread.
///
/// With `start` above 0 it asks for the bytes from there on; whether the server obeys is told by the
/// status (206, not 200). Gives up after 20 s without a connection or 30 s without a byte.
int ccurl_get(
    const char *address, int64_t start, ccurl_receiver receive, void *context,
    ccurl_result *result);

/// The library's version; NULL if it is not on this machine.
const char *ccurl_version(void);
