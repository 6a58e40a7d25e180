#!/usr/bin/env bash
# Makes the data of the gallery: random patients by a fixed rule, the same on every machine.
#   studies/gallery/generate.sh FOLDER         the small files, which the tests use too
#   studies/gallery/generate.sh FOLDER large   100,000 patients
set -euo pipefail
folder=$1
mkdir -p "$folder"

# Park and Miller's generator: every product is below 2^53, so that each awk gives the same numbers.
random='
function uniform() { seed = (seed * 16807) % 2147483647; return seed / 2147483647 }
function exponential(mean) { return -mean * log(uniform()) }
function choose(n) { return 1 + int(uniform() * n) }
function days(t) { t = int(t + 1); return t < 1 ? 1 : t }'

if [ "${2:-}" = large ]; then
    awk "$random"'
    BEGIN {
        seed = 7; print "id,arm,days,status"
        for (i = 1; i <= 100000; i++) {
            arm = i % 2 ? "A" : "B"
            t = exponential(arm == "A" ? 900 : 1300); c = 200 + 1700 * uniform()
            print "L" i "," arm "," days(t < c ? t : c) "," (t < c ? 1 : 0)
        }
    }' > "$folder/large.csv"
    exit
fi

# 400 patients: two arms, eight stages, twenty factors of which some are rare, death from the disease or otherwise.
awk "$random"'
BEGIN {
    seed = 20260101; line = "id,arm,stage,age,days,status,good_days,good_status"
    for (k = 1; k <= 20; k++) line = line ",f" k
    print line
    for (i = 1; i <= 400; i++) {
        age = 35 + int(45 * uniform()); arm = uniform() < 0.35 + 0.005 * (75 - age) ? "B" : "A"; stage = choose(8)
        rate = (arm == "A" ? 1 : 0.62) * (0.5 + stage / 5) / 420
        t = exponential(1 / rate); u = exponential(2600); c = 150 + 1250 * uniform()
        first = t < u ? t : u; status = first < c ? (t < u ? 1 : 2) : 0
        g = exponential(arm == "A" ? 3400 : 5200)
        line = "C" i "," arm "," stage "," age "," days(first < c ? first : c) "," status "," days(g < c ? g : c) "," (g < c ? 1 : 0)
        for (k = 1; k <= 20; k++) {
            share = k == 19 ? 0.012 : k == 20 ? 0.02 : 0.25 + 0.025 * k
            line = line "," (uniform() < share ? 1 : 0)
        }
        print line
    }
}' > "$folder/cohort.csv"

# Curves that never drop, drop at the start, lie on each other, or end at once.
awk 'BEGIN {
    print "id,course,days,status"
    for (i = 1; i <= 20; i++) print "N" i ",never," 100 + 40 * i ",0"
    for (i = 1; i <= 20; i++) print "Z" i ",start," (i <= 8 ? 0 : 60 * i) "," (i <= 8 || i % 3 == 0 ? 1 : 0)
    for (i = 1; i <= 20; i++) { print "P" i ",first," 45 * i "," (i % 4 ? 1 : 0); print "Q" i ",second," 45 * i "," (i % 4 ? 1 : 0) }
    for (i = 1; i <= 6; i++) print "O" i ",once,365,1"
}' > "$folder/edge.csv"

# Arms of which one dies before the other but for one patient, so that effects are far from 1; equal arms; one arm; no events.
awk 'function row(e, arm, days, status) { n++; print "E" n "," e "," arm "," days "," status }
function apart(e, early, late, size,  i) {
    for (i = 1; i <= size; i++) row(e, early, 10 * i, 1)
    row(e, late, 10 * size - 5, 1)
    for (i = 1; i < size; i++) row(e, late, 10 * size + 80 + 10 * i, 1)
}
BEGIN {
    print "id,effect,arm,days,status"
    apart(1, "A", "B", 40); apart(2, "A", "B", 12); apart(3, "A", "B", 3); apart(4, "B", "A", 12); apart(5, "B", "A", 40)
    for (i = 1; i <= 8; i++) { row(6, "A", 40 * i, 1); row(7, i % 2 ? "A" : "B", 60 * i, 0) }
}' > "$folder/extremes.csv"

printf 'id,days,status\nT1,120,1\nT2,400,0\nT3,600,1\n' > "$folder/three.csv"

# 460 assessed, of whom the 400 of the cohort were included.
awk 'BEGIN {
    print "id,status,reason"
    split("Declined to take part|Prior systemic therapy|Other malignancy|Pregnancy|肝功能不全 (Child–Pugh C)|Language barrier|Enrolled in another trial", reason, "|")
    split("31|17|5|2|3|1|1", n, "|")
    for (r = 1; r <= 7; r++) for (j = 1; j <= n[r]; j++) print "X" r "." j ",out," reason[r]
    for (i = 1; i <= 400; i++) print "C" i ",in,"
}' > "$folder/screening.csv"
