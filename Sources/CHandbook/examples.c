// Made by scripts/embed-examples.sh. The compiler reads the files themselves; nothing is copied.
#include "CHandbook.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../studies/hcc/data/PROVENANCE.md"
};

static const unsigned char file1[] = {
#embed "../../studies/hcc/data/adverse_events.csv"
};

static const unsigned char file2[] = {
#embed "../../studies/hcc/data/patients.csv"
};

static const unsigned char file3[] = {
#embed "../../studies/hcc/data/screening.csv"
};

static const unsigned char file4[] = {
#embed "../../studies/hcc/manuscript.md"
};

static const unsigned char file5[] = {
#embed "../../studies/hcc/published.csv"
};

static const unsigned char file6[] = {
#embed "../../studies/hcc/study.yaml"
};

static const unsigned char file7[] = {
#embed "../../studies/lung/data/README.md"
};

static const unsigned char file8[] = {
#embed "../../studies/lung/data/patients.R"
};

static const unsigned char file9[] = {
#embed "../../studies/lung/data/patients.csv"
};

static const unsigned char file10[] = {
#embed "../../studies/lung/study.yaml"
};

static const struct CExampleFile files[] = {
    {"hcc/data/PROVENANCE.md", file0, sizeof file0},
    {"hcc/data/adverse_events.csv", file1, sizeof file1},
    {"hcc/data/patients.csv", file2, sizeof file2},
    {"hcc/data/screening.csv", file3, sizeof file3},
    {"hcc/manuscript.md", file4, sizeof file4},
    {"hcc/published.csv", file5, sizeof file5},
    {"hcc/study.yaml", file6, sizeof file6},
    {"lung/data/README.md", file7, sizeof file7},
    {"lung/data/patients.R", file8, sizeof file8},
    {"lung/data/patients.csv", file9, sizeof file9},
    {"lung/study.yaml", file10, sizeof file10},
};

size_t CExampleFileCount(void) { return sizeof files / sizeof files[0]; }

const struct CExampleFile *CExampleFileAt(size_t index) { return &files[index]; }
