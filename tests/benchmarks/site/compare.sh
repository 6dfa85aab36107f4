#!/bin/sh
# SPDX-License-Identifier: MIT
# compare.sh TSG COPIES [RUNS]: builds a site of the customer-facing articles, COPIES times, with tsg and with Hugo, and
# prints a table (compare.py). The articles are those of $TSG_SHARED_DATA. Everything is written to memory where the machine
# has /dev/shm: a file system that still remembers the files just removed makes the next thousands slower for both.
set -eu
tsg=$(realpath "$1")
copies=$2
runs=${3:-5}
here=$(cd "$(dirname "$0")" && pwd)
articles=${TSG_SHARED_DATA:-$here/../../../../shared/data}/articles
[ -d "$articles" ] || { echo "compare.sh: the articles are not there: set TSG_SHARED_DATA to the folder above them" >&2; exit 1; }
for program in hugo python3; do
  command -v "$program" >/dev/null || { echo "compare.sh: $program is missing: ./tsg-dev install bench" >&2; exit 1; }
done
place=/tmp
[ ! -w /dev/shm ] || place=/dev/shm
folder=$(mktemp -d "$place/tsg-site-XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM
export PYTHONDONTWRITEBYTECODE=1
python3 "$here/prepare.py" "$articles" "$copies" "$folder" > "$folder/count"
python3 "$here/compare.py" "$tsg" "$folder" "$runs"
