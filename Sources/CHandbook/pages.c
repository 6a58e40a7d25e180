// Made by scripts/embed-pages.sh. The compiler reads the files themselves; nothing is copied.
#include "CHandbook.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/absent-level.md"
};

static const unsigned char file1[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/absent-reference.md"
};

static const unsigned char file2[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/cannot-write.md"
};

static const unsigned char file3[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/conflicting-keys.md"
};

static const unsigned char file4[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/csv-syntax.md"
};

static const unsigned char file5[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/date-after-cutoff.md"
};

static const unsigned char file6[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/dates-out-of-order.md"
};

static const unsigned char file7[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/design-remark.md"
};

static const unsigned char file8[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/duplicate-column.md"
};

static const unsigned char file9[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/duplicate-key.md"
};

static const unsigned char file10[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/duplicate-name.md"
};

static const unsigned char file11[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/duplicate-yaml-key.md"
};

static const unsigned char file12[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/empty-population.md"
};

static const unsigned char file13[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/encoding-unsupported.md"
};

static const unsigned char file14[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/expression-syntax.md"
};

static const unsigned char file15[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/flow-mismatch.md"
};

static const unsigned char file16[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/font-substituted.md"
};

static const unsigned char file17[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/foreign-folder.md"
};

static const unsigned char file18[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/impossible-date.md"
};

static const unsigned char file19[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/malformed-reference.md"
};

static const unsigned char file20[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/missing-glyph.md"
};

static const unsigned char file21[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/missing-key.md"
};

static const unsigned char file22[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/missing-patient-key.md"
};

static const unsigned char file23[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/missing-reference-data.md"
};

static const unsigned char file24[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/negative-time.md"
};

static const unsigned char file25[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/no-follow-up.md"
};

static const unsigned char file26[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/no-references.md"
};

static const unsigned char file27[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/not-two-arms.md"
};

static const unsigned char file28[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/nothing-to-draw.md"
};

static const unsigned char file29[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/nothing-to-explain.md"
};

static const unsigned char file30[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/orphan-row.md"
};

static const unsigned char file31[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/out-of-range.md"
};

static const unsigned char file32[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/results-too-new.md"
};

static const unsigned char file33[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/results-unreadable.md"
};

static const unsigned char file34[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/template-syntax.md"
};

static const unsigned char file35[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/typed-number.md"
};

static const unsigned char file36[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/undeclared-code.md"
};

static const unsigned char file37[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/undeclared-level.md"
};

static const unsigned char file38[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/undefined-number.md"
};

static const unsigned char file39[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-column.md"
};

static const unsigned char file40[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-key.md"
};

static const unsigned char file41[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-name.md"
};

static const unsigned char file42[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-result.md"
};

static const unsigned char file43[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-template.md"
};

static const unsigned char file44[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-value.md"
};

static const unsigned char file45[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unparsable-date.md"
};

static const unsigned char file46[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unparsable-number.md"
};

static const unsigned char file47[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unreadable-file.md"
};

static const unsigned char file48[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unsuitable-name.md"
};

static const unsigned char file49[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unsupported-version.md"
};

static const unsigned char file50[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/wrong-type.md"
};

static const unsigned char file51[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/yaml-syntax.md"
};

static const struct CPageFile files[] = {
    {"Messages/absent-level.md", file0, sizeof file0},
    {"Messages/absent-reference.md", file1, sizeof file1},
    {"Messages/cannot-write.md", file2, sizeof file2},
    {"Messages/conflicting-keys.md", file3, sizeof file3},
    {"Messages/csv-syntax.md", file4, sizeof file4},
    {"Messages/date-after-cutoff.md", file5, sizeof file5},
    {"Messages/dates-out-of-order.md", file6, sizeof file6},
    {"Messages/design-remark.md", file7, sizeof file7},
    {"Messages/duplicate-column.md", file8, sizeof file8},
    {"Messages/duplicate-key.md", file9, sizeof file9},
    {"Messages/duplicate-name.md", file10, sizeof file10},
    {"Messages/duplicate-yaml-key.md", file11, sizeof file11},
    {"Messages/empty-population.md", file12, sizeof file12},
    {"Messages/encoding-unsupported.md", file13, sizeof file13},
    {"Messages/expression-syntax.md", file14, sizeof file14},
    {"Messages/flow-mismatch.md", file15, sizeof file15},
    {"Messages/font-substituted.md", file16, sizeof file16},
    {"Messages/foreign-folder.md", file17, sizeof file17},
    {"Messages/impossible-date.md", file18, sizeof file18},
    {"Messages/malformed-reference.md", file19, sizeof file19},
    {"Messages/missing-glyph.md", file20, sizeof file20},
    {"Messages/missing-key.md", file21, sizeof file21},
    {"Messages/missing-patient-key.md", file22, sizeof file22},
    {"Messages/missing-reference-data.md", file23, sizeof file23},
    {"Messages/negative-time.md", file24, sizeof file24},
    {"Messages/no-follow-up.md", file25, sizeof file25},
    {"Messages/no-references.md", file26, sizeof file26},
    {"Messages/not-two-arms.md", file27, sizeof file27},
    {"Messages/nothing-to-draw.md", file28, sizeof file28},
    {"Messages/nothing-to-explain.md", file29, sizeof file29},
    {"Messages/orphan-row.md", file30, sizeof file30},
    {"Messages/out-of-range.md", file31, sizeof file31},
    {"Messages/results-too-new.md", file32, sizeof file32},
    {"Messages/results-unreadable.md", file33, sizeof file33},
    {"Messages/template-syntax.md", file34, sizeof file34},
    {"Messages/typed-number.md", file35, sizeof file35},
    {"Messages/undeclared-code.md", file36, sizeof file36},
    {"Messages/undeclared-level.md", file37, sizeof file37},
    {"Messages/undefined-number.md", file38, sizeof file38},
    {"Messages/unknown-column.md", file39, sizeof file39},
    {"Messages/unknown-key.md", file40, sizeof file40},
    {"Messages/unknown-name.md", file41, sizeof file41},
    {"Messages/unknown-result.md", file42, sizeof file42},
    {"Messages/unknown-template.md", file43, sizeof file43},
    {"Messages/unknown-value.md", file44, sizeof file44},
    {"Messages/unparsable-date.md", file45, sizeof file45},
    {"Messages/unparsable-number.md", file46, sizeof file46},
    {"Messages/unreadable-file.md", file47, sizeof file47},
    {"Messages/unsuitable-name.md", file48, sizeof file48},
    {"Messages/unsupported-version.md", file49, sizeof file49},
    {"Messages/wrong-type.md", file50, sizeof file50},
    {"Messages/yaml-syntax.md", file51, sizeof file51},
};

size_t CPageFileCount(void) { return sizeof files / sizeof files[0]; }

const struct CPageFile *CPageFileAt(size_t index) { return &files[index]; }
