#!/usr/bin/env bash
# Fuzzes the readers with libFuzzer and AddressSanitizer.
#
#   Tests/Fuzz/run.sh TARGET SECONDS    one target
#   Tests/Fuzz/run.sh all SECONDS       the time shared out among all of them
#   Tests/Fuzz/run.sh --list            their names
#
# Exits with 1 at a trap, a sanitizer's report, a run of more than ten seconds, or more than a gigabyte.
# An input that did it is kept in .build/fuzz/found.
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=.build/fuzz

# gold fails on the sanitizers' symbols. Optimized, since fuzzing lives on speed; traps stay.
GRADBOOK_FUZZ=1 swift build -c release --product fuzz --scratch-path "$scratch" \
  --sanitize address -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld \
  -Xcc -fsanitize=fuzzer-no-link >&2
fuzz="$PWD/$scratch/release/fuzz"
# Addresses spread over more bits than AddressSanitizer expects make it start over for ever.
start=(setarch -R "$fuzz")
setarch -R true 2>/dev/null || start=("$fuzz")

targets=$("${start[@]}" --list)
if [ "${1:-}" = --list ]; then echo "$targets"; exit 0; fi
if [ $# -ne 2 ]; then sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; fi
seconds=$2
if [ "$1" = all ]; then
  count=$(wc -l <<<"$targets")
  seconds=$(((seconds + count - 1) / count))
else
  targets=$1
fi

found="$PWD/$scratch/found"
mkdir -p "$found"
TMPDIR=$(mktemp -d)
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
status=0
for target in $targets; do
  corpus="$TMPDIR/$target"
  mkdir -p "$corpus"
  "${start[@]}" "$target" --seeds "$corpus"
  echo "== $target, ${seconds} s"
  # What a child of libhdf5 cannot free is not ours, so leaks are not looked for.
  ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=1" "${start[@]}" "$target" "$corpus" \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=16384 -detect_leaks=0 \
    -artifact_prefix="$found/$target-" -print_final_stats=1 -verbosity=0 || status=1
done
exit $status
