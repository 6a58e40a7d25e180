#!/usr/bin/env bash
# Times a study of a large table with its patients counted by the database and read as rows: run.sh GREENWOOD [ROWS [counted]]
#
# Starts a PostgreSQL server of its own in a temporary folder, fills a table with made-up patients, and prints for both ways
# the wall time, the memory of the program and the bytes that the statements move, and whether the numbers are the same; with
# 'counted' for the counts alone. MEASURE may name a command that runs each timed build, such as one that waits until the
# machine has nothing else to do. Needs initdb, GNU time, bc and R with jsonlite.
set -euo pipefail
program=$(realpath "${1:?usage: run.sh GREENWOOD [ROWS]}")
rows=${2:-10000000}
here=$(cd "$(dirname "$0")" && pwd)
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
PATH=${binaries:+$binaries:}$PATH
folder=$(mktemp -d /tmp/gwbenchXXXX)
as_user=()
if [ "$(id -u)" -eq 0 ]; then
    as_user=(runuser -u postgres --)
    chown postgres "$folder"
fi
cd /
stop() { "${as_user[@]}" pg_ctl -D "$folder/data" -m immediate stop > /dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
"${as_user[@]}" initdb -D "$folder/data" -U owner -A trust -E UTF8 --no-locale --no-sync > /dev/null
"${as_user[@]}" pg_ctl -D "$folder/data" -w -l "$folder/log" start > /dev/null \
    -o "-c fsync=off -c listen_addresses= -c unix_socket_directories=$folder -c shared_buffers=512MB -c work_mem=256MB -c max_wal_size=8GB"
source="postgres://owner@${folder//\//%2F}/postgres"
sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$source" "$@"; }

sql -c "
CREATE UNLOGGED TABLE people (id bigint, arm text, age int, stage text, sex int, smoker boolean, start_date date,
    death_date date, last_date date);
SELECT setseed(0.5);
INSERT INTO people
SELECT id, arm, age, stage, sex, smoker, start, CASE WHEN died THEN start + days END, start + days
FROM (
    SELECT *, random() < 0.6 AS died, 1 + (-ln(1 - random() * 0.999) * 700 * (CASE arm WHEN 'A' THEN 1 ELSE 1.25 END)
        * (CASE stage WHEN 'I' THEN 2 WHEN 'II' THEN 1.5 WHEN 'III' THEN 1 ELSE 0.6 END))::int AS days
    FROM (
        SELECT id, CASE WHEN random() < 0.5 THEN 'A' ELSE 'B' END AS arm, 30 + (random() * 55)::int AS age,
            (ARRAY['I', 'II', 'III', 'IV'])[1 + floor(random() * 4)::int] AS stage, 1 + (random() < 0.5)::int AS sex,
            random() < 0.3 AS smoker, DATE '2012-01-01' + (random() * 1800)::int AS start
        FROM generate_series(1, $rows) id
    ) AS patients
) AS followed" > /dev/null
sql -c "VACUUM ANALYZE people"
echo "$(sql -c "SELECT count(*) FROM people") rows, $(sql -c "SELECT pg_size_pretty(pg_table_size('people'))") in the server"

ways=(always never)
if [ "${3:-}" = counted ]; then ways=(always); fi
for way in "${ways[@]}"; do
    sed "s|@SOURCE@|$source|; s|@PUSH_DOWN@|$way|" "$here/study.yaml.in" > "$folder/$way.yaml"
    cd "$folder"
    echo
    echo "push_down: $way"
    # Once to warm the server's cache, then the one that is told.
    for run in 1 2; do
        ${MEASURE:-} /usr/bin/time -f "%e s wall, %U s in the program, %M KiB of memory" -o "$folder/time" \
            "$program" analyze "$way.yaml" -o "$folder/$way.json" 2> "$folder/messages" || { cat "$folder/messages" >&2; exit 1; }
    done
    sed 's/^/  /' "$folder/time"
done

# The statements that 'explain data' prints are those that run.
"$program" explain data "$folder/always.yaml" > "$folder/plan"
counted=0
while IFS= read -r -d ';' statement; do
    [ -n "${statement// /}" ] || continue
    bytes=$(sql -c "COPY ($statement) TO STDOUT (FORMAT csv)" | wc -c)
    counted=$((counted + bytes))
done < <(sed -n 's/^    //p' "$folder/plan" | awk '/^SELECT/ { if (n++) printf ";" } { print } END { printf ";" }')
begin=$(date +%s.%N)
all=$(sql -c "COPY people TO STDOUT (FORMAT csv)" | wc -c)
echo
echo "the rows alone, read by nobody: $(echo "$(date +%s.%N) - $begin" | bc) s"
echo "bytes moved: $counted counted, $all as rows ($((all / (counted > 0 ? counted : 1))) times as many)"
[ ${#ways[@]} -eq 2 ] || exit 0
Rscript "$here/difference.R" "$folder/always.json" "$folder/never.json"
