// Made by scripts/embed-pages.sh. The compiler reads the files themselves; nothing is copied.
#include "CHandbook.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/balance-claim.md"
};

static const unsigned char file1[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/category-gap.md"
};

static const unsigned char file2[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/claim-against-numbers.md"
};

static const unsigned char file3[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/claim-against-p.md"
};

static const unsigned char file4[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/columns-do-not-add-up.md"
};

static const unsigned char file5[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/copied-estimate.md"
};

static const unsigned char file6[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/endpoint-definition.md"
};

static const unsigned char file7[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/endpoints-out-of-order.md"
};

static const unsigned char file8[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/estimate-outside-interval.md"
};

static const unsigned char file9[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/grades-out-of-order.md"
};

static const unsigned char file10[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/group-name-varies.md"
};

static const unsigned char file11[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/group-size-differs.md"
};

static const unsigned char file12[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/impossible-mean.md"
};

static const unsigned char file13[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/impossible-percent.md"
};

static const unsigned char file14[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/interaction-against-subgroups.md"
};

static const unsigned char file15[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/interval-against-p.md"
};

static const unsigned char file16[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/interval-not-symmetric.md"
};

static const unsigned char file17[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/interval-too-narrow.md"
};

static const unsigned char file18[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/label-against-direction.md"
};

static const unsigned char file19[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/landmarks-are-plain-fractions.md"
};

static const unsigned char file20[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/landmarks-rise.md"
};

static const unsigned char file21[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/levels-do-not-add-up.md"
};

static const unsigned char file22[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/limit-against-landmark.md"
};

static const unsigned char file23[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/median-against-landmark.md"
};

static const unsigned char file24[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/not-in-results.md"
};

static const unsigned char file25[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/numbers-at-risk-rise.md"
};

static const unsigned char file26[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/p-of-another-test.md"
};

static const unsigned char file27[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/p-of-counts.md"
};

static const unsigned char file28[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/p-of-zero.md"
};

static const unsigned char file29[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/p-with-empty-cell.md"
};

static const unsigned char file30[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/percent-of-count.md"
};

static const unsigned char file31[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/percent-of-other-total.md"
};

static const unsigned char file32[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/printed-differently.md"
};

static const unsigned char file33[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/range-or-interval.md"
};

static const unsigned char file34[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/repeated-row.md"
};

static const unsigned char file35[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/responses-do-not-add-up.md"
};

static const unsigned char file36[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/stale-number.md"
};

static const unsigned char file37[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/subgroup-medians.md"
};

static const unsigned char file38[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/subgroups-against-whole.md"
};

static const unsigned char file39[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/subgroups-do-not-add-up.md"
};

static const unsigned char file40[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/text-against-table.md"
};

static const unsigned char file41[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/unbounded-estimate.md"
};

static const unsigned char file42[] = {
#embed "../../Sources/greenwood/Greenwood.docc/AuditRules/variable-not-described.md"
};

static const unsigned char file43[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/absent-level.md"
};

static const unsigned char file44[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/absent-reference.md"
};

static const unsigned char file45[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/cannot-write.md"
};

static const unsigned char file46[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/conflicting-keys.md"
};

static const unsigned char file47[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/csv-syntax.md"
};

static const unsigned char file48[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/data-mismatch.md"
};

static const unsigned char file49[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/date-after-cutoff.md"
};

static const unsigned char file50[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/dates-out-of-order.md"
};

static const unsigned char file51[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/design-remark.md"
};

static const unsigned char file52[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/duplicate-column.md"
};

static const unsigned char file53[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/duplicate-key.md"
};

static const unsigned char file54[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/duplicate-name.md"
};

static const unsigned char file55[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/duplicate-yaml-key.md"
};

static const unsigned char file56[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/earlier-results.md"
};

static const unsigned char file57[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/empty-population.md"
};

static const unsigned char file58[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/encoding-guessed.md"
};

static const unsigned char file59[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/encoding-unsupported.md"
};

static const unsigned char file60[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/endpoint-named-after-event.md"
};

static const unsigned char file61[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/error-cell.md"
};

static const unsigned char file62[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/expression-syntax.md"
};

static const unsigned char file63[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/figure-of-single-patients.md"
};

static const unsigned char file64[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/flow-mismatch.md"
};

static const unsigned char file65[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/font-substituted.md"
};

static const unsigned char file66[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/foreign-folder.md"
};

static const unsigned char file67[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/implausible-date.md"
};

static const unsigned char file68[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/impossible-date.md"
};

static const unsigned char file69[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/likely-missing-code.md"
};

static const unsigned char file70[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/malformed-reference.md"
};

static const unsigned char file71[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/merged-cells.md"
};

static const unsigned char file72[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/missing-glyph.md"
};

static const unsigned char file73[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/missing-key.md"
};

static const unsigned char file74[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/missing-patient-key.md"
};

static const unsigned char file75[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/missing-reference-data.md"
};

static const unsigned char file76[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/needs-rows.md"
};

static const unsigned char file77[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/negative-time.md"
};

static const unsigned char file78[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/no-earlier-results.md"
};

static const unsigned char file79[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/no-follow-up.md"
};

static const unsigned char file80[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/no-references.md"
};

static const unsigned char file81[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/no-such-table.md"
};

static const unsigned char file82[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/not-two-arms.md"
};

static const unsigned char file83[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/nothing-to-draw.md"
};

static const unsigned char file84[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/nothing-to-explain.md"
};

static const unsigned char file85[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/orphan-row.md"
};

static const unsigned char file86[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/out-of-range.md"
};

static const unsigned char file87[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/password-in-study.md"
};

static const unsigned char file88[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/results-too-new.md"
};

static const unsigned char file89[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/results-unreadable.md"
};

static const unsigned char file90[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/similar-levels.md"
};

static const unsigned char file91[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/step-not-analysed.md"
};

static const unsigned char file92[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/template-syntax.md"
};

static const unsigned char file93[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/typed-number.md"
};

static const unsigned char file94[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/undeclared-code.md"
};

static const unsigned char file95[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/undeclared-level.md"
};

static const unsigned char file96[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/undefined-number.md"
};

static const unsigned char file97[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-column.md"
};

static const unsigned char file98[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-key.md"
};

static const unsigned char file99[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-name.md"
};

static const unsigned char file100[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-result.md"
};

static const unsigned char file101[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-template.md"
};

static const unsigned char file102[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unknown-value.md"
};

static const unsigned char file103[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unparsable-date.md"
};

static const unsigned char file104[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unparsable-number.md"
};

static const unsigned char file105[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unreadable-data.md"
};

static const unsigned char file106[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unreadable-database.md"
};

static const unsigned char file107[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unreadable-file.md"
};

static const unsigned char file108[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unreadable-manuscript.md"
};

static const unsigned char file109[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unsuitable-name.md"
};

static const unsigned char file110[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/unsupported-version.md"
};

static const unsigned char file111[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/withheld-condition.md"
};

static const unsigned char file112[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/wrong-type.md"
};

static const unsigned char file113[] = {
#embed "../../Sources/greenwood/Greenwood.docc/Messages/yaml-syntax.md"
};

static const struct CPageFile files[] = {
    {"AuditRules/balance-claim.md", file0, sizeof file0},
    {"AuditRules/category-gap.md", file1, sizeof file1},
    {"AuditRules/claim-against-numbers.md", file2, sizeof file2},
    {"AuditRules/claim-against-p.md", file3, sizeof file3},
    {"AuditRules/columns-do-not-add-up.md", file4, sizeof file4},
    {"AuditRules/copied-estimate.md", file5, sizeof file5},
    {"AuditRules/endpoint-definition.md", file6, sizeof file6},
    {"AuditRules/endpoints-out-of-order.md", file7, sizeof file7},
    {"AuditRules/estimate-outside-interval.md", file8, sizeof file8},
    {"AuditRules/grades-out-of-order.md", file9, sizeof file9},
    {"AuditRules/group-name-varies.md", file10, sizeof file10},
    {"AuditRules/group-size-differs.md", file11, sizeof file11},
    {"AuditRules/impossible-mean.md", file12, sizeof file12},
    {"AuditRules/impossible-percent.md", file13, sizeof file13},
    {"AuditRules/interaction-against-subgroups.md", file14, sizeof file14},
    {"AuditRules/interval-against-p.md", file15, sizeof file15},
    {"AuditRules/interval-not-symmetric.md", file16, sizeof file16},
    {"AuditRules/interval-too-narrow.md", file17, sizeof file17},
    {"AuditRules/label-against-direction.md", file18, sizeof file18},
    {"AuditRules/landmarks-are-plain-fractions.md", file19, sizeof file19},
    {"AuditRules/landmarks-rise.md", file20, sizeof file20},
    {"AuditRules/levels-do-not-add-up.md", file21, sizeof file21},
    {"AuditRules/limit-against-landmark.md", file22, sizeof file22},
    {"AuditRules/median-against-landmark.md", file23, sizeof file23},
    {"AuditRules/not-in-results.md", file24, sizeof file24},
    {"AuditRules/numbers-at-risk-rise.md", file25, sizeof file25},
    {"AuditRules/p-of-another-test.md", file26, sizeof file26},
    {"AuditRules/p-of-counts.md", file27, sizeof file27},
    {"AuditRules/p-of-zero.md", file28, sizeof file28},
    {"AuditRules/p-with-empty-cell.md", file29, sizeof file29},
    {"AuditRules/percent-of-count.md", file30, sizeof file30},
    {"AuditRules/percent-of-other-total.md", file31, sizeof file31},
    {"AuditRules/printed-differently.md", file32, sizeof file32},
    {"AuditRules/range-or-interval.md", file33, sizeof file33},
    {"AuditRules/repeated-row.md", file34, sizeof file34},
    {"AuditRules/responses-do-not-add-up.md", file35, sizeof file35},
    {"AuditRules/stale-number.md", file36, sizeof file36},
    {"AuditRules/subgroup-medians.md", file37, sizeof file37},
    {"AuditRules/subgroups-against-whole.md", file38, sizeof file38},
    {"AuditRules/subgroups-do-not-add-up.md", file39, sizeof file39},
    {"AuditRules/text-against-table.md", file40, sizeof file40},
    {"AuditRules/unbounded-estimate.md", file41, sizeof file41},
    {"AuditRules/variable-not-described.md", file42, sizeof file42},
    {"Messages/absent-level.md", file43, sizeof file43},
    {"Messages/absent-reference.md", file44, sizeof file44},
    {"Messages/cannot-write.md", file45, sizeof file45},
    {"Messages/conflicting-keys.md", file46, sizeof file46},
    {"Messages/csv-syntax.md", file47, sizeof file47},
    {"Messages/data-mismatch.md", file48, sizeof file48},
    {"Messages/date-after-cutoff.md", file49, sizeof file49},
    {"Messages/dates-out-of-order.md", file50, sizeof file50},
    {"Messages/design-remark.md", file51, sizeof file51},
    {"Messages/duplicate-column.md", file52, sizeof file52},
    {"Messages/duplicate-key.md", file53, sizeof file53},
    {"Messages/duplicate-name.md", file54, sizeof file54},
    {"Messages/duplicate-yaml-key.md", file55, sizeof file55},
    {"Messages/earlier-results.md", file56, sizeof file56},
    {"Messages/empty-population.md", file57, sizeof file57},
    {"Messages/encoding-guessed.md", file58, sizeof file58},
    {"Messages/encoding-unsupported.md", file59, sizeof file59},
    {"Messages/endpoint-named-after-event.md", file60, sizeof file60},
    {"Messages/error-cell.md", file61, sizeof file61},
    {"Messages/expression-syntax.md", file62, sizeof file62},
    {"Messages/figure-of-single-patients.md", file63, sizeof file63},
    {"Messages/flow-mismatch.md", file64, sizeof file64},
    {"Messages/font-substituted.md", file65, sizeof file65},
    {"Messages/foreign-folder.md", file66, sizeof file66},
    {"Messages/implausible-date.md", file67, sizeof file67},
    {"Messages/impossible-date.md", file68, sizeof file68},
    {"Messages/likely-missing-code.md", file69, sizeof file69},
    {"Messages/malformed-reference.md", file70, sizeof file70},
    {"Messages/merged-cells.md", file71, sizeof file71},
    {"Messages/missing-glyph.md", file72, sizeof file72},
    {"Messages/missing-key.md", file73, sizeof file73},
    {"Messages/missing-patient-key.md", file74, sizeof file74},
    {"Messages/missing-reference-data.md", file75, sizeof file75},
    {"Messages/needs-rows.md", file76, sizeof file76},
    {"Messages/negative-time.md", file77, sizeof file77},
    {"Messages/no-earlier-results.md", file78, sizeof file78},
    {"Messages/no-follow-up.md", file79, sizeof file79},
    {"Messages/no-references.md", file80, sizeof file80},
    {"Messages/no-such-table.md", file81, sizeof file81},
    {"Messages/not-two-arms.md", file82, sizeof file82},
    {"Messages/nothing-to-draw.md", file83, sizeof file83},
    {"Messages/nothing-to-explain.md", file84, sizeof file84},
    {"Messages/orphan-row.md", file85, sizeof file85},
    {"Messages/out-of-range.md", file86, sizeof file86},
    {"Messages/password-in-study.md", file87, sizeof file87},
    {"Messages/results-too-new.md", file88, sizeof file88},
    {"Messages/results-unreadable.md", file89, sizeof file89},
    {"Messages/similar-levels.md", file90, sizeof file90},
    {"Messages/step-not-analysed.md", file91, sizeof file91},
    {"Messages/template-syntax.md", file92, sizeof file92},
    {"Messages/typed-number.md", file93, sizeof file93},
    {"Messages/undeclared-code.md", file94, sizeof file94},
    {"Messages/undeclared-level.md", file95, sizeof file95},
    {"Messages/undefined-number.md", file96, sizeof file96},
    {"Messages/unknown-column.md", file97, sizeof file97},
    {"Messages/unknown-key.md", file98, sizeof file98},
    {"Messages/unknown-name.md", file99, sizeof file99},
    {"Messages/unknown-result.md", file100, sizeof file100},
    {"Messages/unknown-template.md", file101, sizeof file101},
    {"Messages/unknown-value.md", file102, sizeof file102},
    {"Messages/unparsable-date.md", file103, sizeof file103},
    {"Messages/unparsable-number.md", file104, sizeof file104},
    {"Messages/unreadable-data.md", file105, sizeof file105},
    {"Messages/unreadable-database.md", file106, sizeof file106},
    {"Messages/unreadable-file.md", file107, sizeof file107},
    {"Messages/unreadable-manuscript.md", file108, sizeof file108},
    {"Messages/unsuitable-name.md", file109, sizeof file109},
    {"Messages/unsupported-version.md", file110, sizeof file110},
    {"Messages/withheld-condition.md", file111, sizeof file111},
    {"Messages/wrong-type.md", file112, sizeof file112},
    {"Messages/yaml-syntax.md", file113, sizeof file113},
};

size_t CPageFileCount(void) { return sizeof files / sizeof files[0]; }

const struct CPageFile *CPageFileAt(size_t index) { return &files[index]; }
