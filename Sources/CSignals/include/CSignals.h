#pragma once

// A handler of signals may do next to nothing, so it only wakes a thread that waits. No descriptor is
// needed for that, and programs that are started have the signals as they were.

/// Has a signal wake whoever waits, from now on. Returns 0 where that cannot be.
int csignals_listen(int number);

/// Waits for a signal, and returns its number.
int csignals_wait(void);
