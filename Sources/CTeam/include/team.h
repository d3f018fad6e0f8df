/// Threads that share out the parts of a task of some ten microseconds.
///
/// A hand-over has to cost a microsecond or two, which no queue of the system does: so who waits
/// looks at one word in a loop, for as long as such a task lasts, and only then goes to sleep.
///
/// Parts are taken, not dealt: the caller takes them from the front and workers from the back, each
/// when it has time. A worker that gets no processor takes none, and the caller has done them all
/// by itself when a worker of a fixed share would still be waited for. Where all have processors,
/// each takes much the same parts every time, and finds their memory in its own cache.
#ifndef GRADBOOK_TEAM_H
#define GRADBOOK_TEAM_H

#pragma clang assume_nonnull begin

/// How many processor cores the system lets this process run on; at least one.
int team_cores(void);

typedef struct team team;

/// The most parts a task may have.
enum { team_most_parts = 65535 };

/// A team of the caller and so many workers, or of as many as there could be started; null where
/// there is no memory for it.
team *_Nullable team_create(int workers);

/// Calls `work(context, part)` for every part from 0 up to `parts`, each on one of the team's
/// threads, and returns when all are done. What a part has written is seen by whoever comes after.
void team_run(team *team, void (*work)(void *_Nullable context, long part),
              void *_Nullable context, long parts);

/// Ends the workers.
void team_free(team *team);

#pragma clang assume_nonnull end

#endif
