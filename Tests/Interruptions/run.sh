#!/bin/bash
# Ends runs at random moments, and says whether anything is left behind or harmed:
#
#     Tests/Interruptions/run.sh PROGRAM [NUMBER]
#
# NUMBER runs (20 unless told) are ended by SIGINT and as many by SIGKILL, half of them with two jobs.
# After each SIGINT, and after the run that follows each SIGKILL, no unfinished file may be anywhere, and
# every page is that of an undisturbed run, to the byte. Exit status: 0 if all of that is so.
set -u
program=$(realpath "$1")
number=${2:-20}
templates=$(realpath "$(dirname "$0")/../../templates")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export XDG_CACHE_HOME="$work/cache"

mkdir lessons
for name in first second third; do
  cat >"lessons/$name.md" <<LESSON
---
title: The $name lesson
seed: 1
---

\`\`\`{data} moons
generate: {moons: {count: 200, noise: 0.1}}
\`\`\`

\`\`\`{network} net
input: 2
layers: [{units: 64, activation: tanh}, {units: 1, activation: sigmoid}]
loss: binary-cross-entropy
\`\`\`

\`\`\`{train} fit
network: net
data: moons
learning-rate: 1
steps: 60
save: $name.safetensors
\`\`\`

Loss {eval}\`loss(fit, last):.6f\`.
LESSON
done

run() { "$program" run lessons -o out --templates "$templates" -q "$@"; }
run --no-cache || exit 1
cp -r out whole

lost=0 harmed=0 strange=0 ended=0 finished=0
look() {
  local left
  left=$(find lessons out cache -name '.gradbook-*' 2>/dev/null)
  [ -z "$left" ] || { lost=$((lost + 1)); echo "left: $left"; }
  diff -r out whole >/dev/null || { harmed=$((harmed + 1)); diff -rq out whole; }
}

# How long an undisturbed run takes, in milliseconds: moments are drawn from a little more.
begin=$(date +%s%N)
run --no-cache
span=$((($(date +%s%N) - begin) * 11 / 10000000))

for signal in INT KILL; do
  for ((i = 0; i < number; i++)); do
    options=(--no-cache)
    ((i % 4 < 2)) || { options=(); rm -rf cache; }
    ((i % 2)) && options+=(--jobs 2)
    # Not by the function, whose shell would get the signal in the program's place.
    "$program" run lessons -o out --templates "$templates" -q "${options[@]}" 2>/dev/null &
    process=$!
    sleep "$(printf '%d.%03d' 0 $((RANDOM % (span < 999 ? span + 1 : 999))))"
    kill -"$signal" "$process" 2>/dev/null
    wait "$process" 2>/dev/null
    status=$?
    case "$signal-$status" in
    INT-130 | KILL-137) ended=$((ended + 1)) ;;
    *-0) finished=$((finished + 1)) ;;
    *) strange=$((strange + 1)) && echo "status $status after $signal" ;;
    esac
    [ "$signal" = INT ] || run
    look
  done
done
echo "$number SIGINT and $number SIGKILL: $ended runs ended, $finished were over before;" \
  "files left: $lost, pages harmed: $harmed, other statuses: $strange"
[ $((lost + harmed + strange)) = 0 ]
