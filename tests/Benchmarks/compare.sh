#!/usr/bin/env bash
# Compares Dockerlint with the linters that are installed, each as a cold process on the same input, in turn, so that what else the
# machine does falls on all of them alike. Prints medians: user + system CPU, wall time, peak memory, and the ratios to Dockerlint.
#
#   tests/Benchmarks/compare.sh [INPUT] [RUNS]
#
# INPUT is a Dockerfile, or a folder whose *.Dockerfile files are given to one process each of Dockerlint, hadolint and tally;
# samples/Dockerfile unless given. Scripts are checked by Dockerlint itself, as by default; SHELLCHECK=off leaves them alone, and
# SHELLCHECK=program asks ShellCheck.
# DOCKERLINT_BINARY names the program, else artifacts/native/dockerlint is taken. The peers are looked up on PATH: hadolint, tally,
# and docker for docker build --check (DOCKER, or DOCKERLINT_DOCKER as eng/start-engine prints it, is another client).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
input=$(realpath "${1:-$root/samples/Dockerfile}")
runs=${2:-21}
binary=${DOCKERLINT_BINARY:-$root/artifacts/native/dockerlint}
docker=${DOCKER:-${DOCKERLINT_DOCKER:-docker}}
[[ -x $binary ]] || { echo "no native binary at $binary; run: dotnet publish src/Cli -c Release -r linux-x64 -o artifacts/native" >&2; exit 2; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [[ -d $input ]]; then
    find "$input" -name '*.Dockerfile' -print0 | sort -z > "$work/files"
    all="xargs -0 -a '$work/files' -n 100000"
    what="$(tr -cd '\0' < "$work/files" | wc -c) files"
else
    printf '%s\0' "$input" > "$work/files"
    all="xargs -0 -a '$work/files'"
    what="$(wc -l < "$input") lines"
fi

names=() commands=()
add() { names+=("$1") commands+=("$2"); }
if [[ -d $input ]]; then
    add "dockerlint 1 job" "$all '$binary' lint --jobs 1 --shellcheck ${SHELLCHECK:-native}"
    add "dockerlint 2 jobs" "$all '$binary' lint --jobs 2 --shellcheck ${SHELLCHECK:-native}"
    if command -v hadolint > /dev/null; then add hadolint "$all hadolint"; fi
    if command -v tally > /dev/null; then add tally "$all tally lint --slow-checks off"; fi
else
    # No xargs between: it would count.
    add dockerlint "exec '$binary' lint --shellcheck ${SHELLCHECK:-native} '$input'"
    if command -v hadolint > /dev/null; then add hadolint "exec hadolint '$input'"; fi
    if command -v tally > /dev/null; then add tally "exec tally lint --slow-checks off '$input'"; fi
    if $docker buildx version > /dev/null 2>&1 && $docker version > /dev/null 2>&1; then
        add "docker --check" "exec $docker build --check - < '$input'"
    fi
fi

# Medians of CPU in ms, wall in ms and peak memory in MB, one file a program. The shell's own start is part of every figure.
python3 - "$runs" "$work" "${commands[@]}" << 'PYTHON'
import os, statistics, sys, time
runs, work, commands = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
results = [[] for _ in commands]
for run in range(runs + 1):
    for i, command in enumerate(commands):
        start = time.perf_counter()
        pid = os.fork()
        if pid == 0:
            null = os.open(os.devnull, os.O_RDWR)
            for fd in range(3):
                os.dup2(null, fd)
            os.execvp("/bin/sh", ["/bin/sh", "-c", command])
        _, _, used = os.wait4(pid, 0)
        wall = time.perf_counter() - start
        if run > 0:  # the first warms the page cache
            results[i].append(((used.ru_utime + used.ru_stime) * 1000, wall * 1000, used.ru_maxrss / 1024))
for i, rows in enumerate(results):
    with open(f"{work}/{i}", "w") as out:
        out.write(" ".join(f"{statistics.median(column):.1f}" for column in zip(*rows)))
PYTHON

echo "$input ($what), medians of $runs cold processes"
printf '%-18s %10s %10s %10s %24s\n' program "CPU ms" "wall ms" "peak MB" "ratio CPU/wall/memory"
read -r cpu0 wall0 memory0 < <(cat "$work/0"; echo)
for i in "${!names[@]}"; do
    read -r cpu wall memory < <(cat "$work/$i"; echo)
    awk -v n="${names[$i]}" -v c="$cpu" -v w="$wall" -v m="$memory" -v c0="$cpu0" -v w0="$wall0" -v m0="$memory0" \
        'BEGIN { printf "%-18s %10.1f %10.1f %10.1f %8.1f %7.1f %7.1f\n", n, c, w, m, c / c0, w / w0, m / m0 }'
done
