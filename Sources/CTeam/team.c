#define _GNU_SOURCE
#include "team.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

// How often a waiting thread looks before it sleeps: 20 to 80 microseconds, on most processors.
enum { LOOKS = 2000 };

// What different threads write stands on different cache lines.
#define APART _Alignas(128)

struct team {
  // The parts nobody has taken yet, from `front` up to `back`, and the number of the task, so that
  // no state comes twice: task · 2³² + back · 2¹⁶ + front.
  APART _Atomic uint64_t open;
  // How many parts workers have done of this task.
  APART _Atomic long done;
  // The task; written before `open`, read after a part of it was taken.
  APART void (*work)(void *context, long part);
  void *context;
  uint32_t task;

  pthread_mutex_t lock;
  pthread_cond_t is_open, is_done;
  _Atomic int sleeping_workers;
  _Atomic int caller_sleeps;
  _Atomic int ended;
  int workers;
  pthread_t threads[];
};

static void look_away(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static long front_of(uint64_t open) { return open & 0xffff; }
static long back_of(uint64_t open) { return open >> 16 & 0xffff; }

// A part that is from now on the caller's own, or −1.
static long take_front(team *team) {
  uint64_t open = atomic_load(&team->open);
  while (front_of(open) < back_of(open))
    if (atomic_compare_exchange_weak(&team->open, &open, open + 1)) return front_of(open);
  return -1;
}

static long take_back(team *team) {
  uint64_t open = atomic_load(&team->open);
  while (front_of(open) < back_of(open))
    if (atomic_compare_exchange_weak(&team->open, &open, open - (1 << 16)))
      return back_of(open) - 1;
  return -1;
}

static int has_parts(team *team) {
  uint64_t open = atomic_load(&team->open);
  return front_of(open) < back_of(open);
}

static void sleep_until_open(team *team) {
  pthread_mutex_lock(&team->lock);
  // First said, then looked again: either the caller sees the sleeper, or this sees the parts.
  atomic_fetch_add(&team->sleeping_workers, 1);
  while (!has_parts(team) && !atomic_load(&team->ended))
    pthread_cond_wait(&team->is_open, &team->lock);
  atomic_fetch_sub(&team->sleeping_workers, 1);
  pthread_mutex_unlock(&team->lock);
}

static void wake_workers(team *team) {
  pthread_mutex_lock(&team->lock);
  pthread_cond_broadcast(&team->is_open);
  pthread_mutex_unlock(&team->lock);
}

static void *follow(void *team_) {
  team *team = team_;
  for (int looks = 0; !atomic_load(&team->ended);) {
    long part = take_back(team);
    if (part >= 0) {
      team->work(team->context, part);
      atomic_fetch_add(&team->done, 1);
      if (atomic_load(&team->caller_sleeps)) {
        pthread_mutex_lock(&team->lock);
        pthread_cond_signal(&team->is_done);
        pthread_mutex_unlock(&team->lock);
      }
      looks = 0;
    } else if (++looks < LOOKS) {
      look_away();
    } else {
      sleep_until_open(team);
      looks = 0;
    }
  }
  return NULL;
}

int team_cores(void) {
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) != 0) return 1;
  int count = CPU_COUNT(&cores);
  return count > 1 ? count : 1;
}

team *team_create(int workers) {
  size_t size = sizeof(team) + (size_t)workers * sizeof(pthread_t);
  size_t alignment = _Alignof(team);
  team *team = aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  if (!team) return NULL;
  atomic_init(&team->open, 0);
  atomic_init(&team->done, 0);
  atomic_init(&team->sleeping_workers, 0);
  atomic_init(&team->caller_sleeps, 0);
  atomic_init(&team->ended, 0);
  team->task = 0;
  team->workers = 0;
  pthread_mutex_init(&team->lock, NULL);
  pthread_cond_init(&team->is_open, NULL);
  pthread_cond_init(&team->is_done, NULL);
  while (team->workers < workers &&
         pthread_create(&team->threads[team->workers], NULL, follow, team) == 0)
    team->workers++;
  return team;
}

// Waits until workers have done so many parts.
static void await(team *team, long parts) {
  for (int looks = 0; looks < LOOKS; looks++) {
    if (atomic_load(&team->done) >= parts) return;
    look_away();
  }
  // Parts are long, or a worker has lost its processor in the middle of one: it may have this one.
  pthread_mutex_lock(&team->lock);
  atomic_store(&team->caller_sleeps, 1);
  while (atomic_load(&team->done) < parts) pthread_cond_wait(&team->is_done, &team->lock);
  atomic_store(&team->caller_sleeps, 0);
  pthread_mutex_unlock(&team->lock);
}

void team_run(team *team, void (*work)(void *context, long part), void *context, long parts) {
  team->work = work;
  team->context = context;
  atomic_store(&team->done, 0);
  atomic_store(&team->open, (uint64_t)++team->task << 32 | (uint64_t)parts << 16);
  if (atomic_load(&team->sleeping_workers)) wake_workers(team);

  long others = parts;
  for (long part; (part = take_front(team)) >= 0; others--) work(context, part);
  await(team, others);
}

void team_free(team *team) {
  atomic_store(&team->ended, 1);
  wake_workers(team);
  for (int i = 0; i < team->workers; i++) pthread_join(team->threads[i], NULL);
  pthread_cond_destroy(&team->is_done);
  pthread_cond_destroy(&team->is_open);
  pthread_mutex_destroy(&team->lock);
  free(team);
}
