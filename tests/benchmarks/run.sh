#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh FOLDER [all|w1|article|reader|nsg|check|site]: the benchmark programs in FOLDER. Workload W1 is measured beside the
# reference's floor (../shared/bench), which is built and run in the same minute; each ratio is ours to the floor's. A site is
# built beside Hugo.
set -eu
programs=$(realpath "$1")
what=${2:-all}
cd "$(dirname "$0")/../.."
# The decisions need no floor: they are held to a target.
nsg() { taskset -c 1 "$programs/nsg_bench" 100000; }
[ "$what" != nsg ] || { nsg; exit; }
# The peer of a site is Hugo, not the floor.
site() { for copies in 1 12; do tests/benchmarks/site/compare.sh "$programs/../../tools/tsg" "$copies"; done; }
[ "$what" != site ] || { site; exit; }
bench=${TSG_SHARED_BENCH:-../shared/bench}
[ -f "$bench/e2e.cpp" ] || { echo "bench: the floor is not there: set TSG_SHARED_BENCH to the folder of e2e.cpp" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -r "$bench/." "$folder"
chmod -R u+w "$folder"
(cd "$folder" && python3 gen_facts.py 20000 42 > facts.jsonl)
facts=$folder/facts.jsonl
pinned() { taskset -c 1 "$@"; }

w1() {
  (cd "$folder" && g++ -O2 -w -std=c++17 -I/usr/include/lua5.4 e2e.cpp -o e2e -lsimdjson -l:liblua5.4.a -ldl -lpthread \
    -lcmark-gfm-extensions -lcmark-gfm -lmd4c-html -lmd4c)
  {
    pinned "$programs/w1_bench" "$facts" sweep 1
    pinned "$programs/w1_bench" "$facts" walk 1
    (cd "$folder" && pinned ./e2e 3 e2e)
    pinned "$programs/w1_bench" "$facts" sweep 1
    pinned "$programs/w1_bench" "$facts" walk 1
    "$programs/w1_bench" "$facts" sweep 2
  } > "$folder/printed"
  awk '
    $1 == "SUM" && $2 ~ /eager.gcinc.segments/ { floor_sum = $3 " " $4 " " $5 }
    $1 == "SUM" && $2 ~ /sweep/ { our_sum = $3 " " $4 " " $5 }
    $1 == "RES" && $2 ~ /eager.gcinc.segments/ { floor = floor > $3 ? floor : $3 }
    $1 == "RES" && $2 ~ /^tsg/ { if ($3 > best[$2]) best[$2] = $3 }
    END {
      printf "floor eager.gcinc.segments %.0f docs/s\n", floor
      if (floor_sum != our_sum) { print "the answers differ: " floor_sum " and " our_sum; exit 1 }
      print "the same answers: " our_sum
      for (mode = 1; mode <= 2; ++mode) {
        name = mode == 1 ? "tsg.w1.sweep.1" : "tsg.w1.walk.1"
        printf "%s %.0f docs/s %.2fx the floor\n", name, best[name], best[name] / floor
      }
      printf "tsg.w1.sweep.2 %.0f docs/s %.2fx one thread\n", best["tsg.w1.sweep.2"],
        best["tsg.w1.sweep.2"] / best["tsg.w1.sweep.1"]
    }' "$folder/printed"
}

check() {
  articles=${TSG_SHARED_DATA:-../shared/data}/articles
  [ -d "$articles" ] || { echo "bench: the articles are not there: set TSG_SHARED_DATA to the folder above them" >&2; exit 1; }
  "$programs/check_bench" "$articles" 1 2
  "$programs/check_bench" "$articles" 12 2
}

case $what in
  all) w1; for part in article reader; do pinned "$programs/parts_bench" "$part" "$facts"; done; nsg; check; site ;;
  w1) w1 ;;
  check) check ;;
  article | reader) pinned "$programs/parts_bench" "$what" "$facts" ;;
  *) echo "bench: there is no benchmark \`$what\`: w1, article, reader, nsg, check, site" >&2; exit 2 ;;
esac
