#include "CSignals.h"

#include <errno.h>
#include <semaphore.h>
#include <signal.h>
#include <string.h>

static sem_t arrived;
static int is_ready;
static volatile sig_atomic_t last;

static void wake(int number) {
  int error = errno;
  last = number;
  sem_post(&arrived);
  errno = error;
}

int csignals_listen(int number) {
  if (!is_ready && sem_init(&arrived, 0, 0) != 0) return 0;
  is_ready = 1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = wake;
  action.sa_flags = SA_RESTART;
  return sigaction(number, &action, NULL) == 0;
}

int csignals_wait(void) {
  while (sem_wait(&arrived) != 0 && errno == EINTR) {
  }
  return last;
}
