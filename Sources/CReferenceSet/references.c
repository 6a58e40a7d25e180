// Made by scripts/embed-references.sh. The compiler reads the files themselves; nothing is copied.
#include "CReferenceSet.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../Tests/References/Data/bladder2.csv"
};

static const unsigned char file1[] = {
#embed "../../Tests/References/Data/colon.csv"
};

static const unsigned char file2[] = {
#embed "../../Tests/References/Data/contingency_ucb.csv"
};

static const unsigned char file3[] = {
#embed "../../Tests/References/Data/cr_late.csv"
};

static const unsigned char file4[] = {
#embed "../../Tests/References/Data/cr_pbc.csv"
};

static const unsigned char file5[] = {
#embed "../../Tests/References/Data/cr_tied.csv"
};

static const unsigned char file6[] = {
#embed "../../Tests/References/Data/gbsg.csv"
};

static const unsigned char file7[] = {
#embed "../../Tests/References/Data/heart.csv"
};

static const unsigned char file8[] = {
#embed "../../Tests/References/Data/kidney.csv"
};

static const unsigned char file9[] = {
#embed "../../Tests/References/Data/lalonde.csv"
};

static const unsigned char file10[] = {
#embed "../../Tests/References/Data/lung.csv"
};

static const unsigned char file11[] = {
#embed "../../Tests/References/Data/match_cohort.csv"
};

static const unsigned char file12[] = {
#embed "../../Tests/References/Data/ovarian.csv"
};

static const unsigned char file13[] = {
#embed "../../Tests/References/Data/pbc.csv"
};

static const unsigned char file14[] = {
#embed "../../Tests/References/Data/tests_lung.csv"
};

static const unsigned char file15[] = {
#embed "../../Tests/References/Data/tests_ovarian.csv"
};

static const unsigned char file16[] = {
#embed "../../Tests/References/Data/tests_pbc.csv"
};

static const unsigned char file17[] = {
#embed "../../Tests/References/Data/veteran.csv"
};

static const unsigned char file18[] = {
#embed "../../Tests/References/competing-risks/cr_late.json"
};

static const unsigned char file19[] = {
#embed "../../Tests/References/competing-risks/cr_pbc.json"
};

static const unsigned char file20[] = {
#embed "../../Tests/References/competing-risks/cr_tied.json"
};

static const unsigned char file21[] = {
#embed "../../Tests/References/contingency/contingency-paper.json"
};

static const unsigned char file22[] = {
#embed "../../Tests/References/contingency/contingency-ucb.json"
};

static const unsigned char file23[] = {
#embed "../../Tests/References/contingency/matched-pairs.json"
};

static const unsigned char file24[] = {
#embed "../../Tests/References/contingency/tests-ovarian.json"
};

static const unsigned char file25[] = {
#embed "../../Tests/References/contingency/tests-pbc.json"
};

static const unsigned char file26[] = {
#embed "../../Tests/References/cox/colon.json"
};

static const unsigned char file27[] = {
#embed "../../Tests/References/cox/degenerate_open.json"
};

static const unsigned char file28[] = {
#embed "../../Tests/References/cox/gbsg.json"
};

static const unsigned char file29[] = {
#embed "../../Tests/References/cox/heart.json"
};

static const unsigned char file30[] = {
#embed "../../Tests/References/cox/lung.json"
};

static const unsigned char file31[] = {
#embed "../../Tests/References/cox/ovarian.json"
};

static const unsigned char file32[] = {
#embed "../../Tests/References/cox/pbc.json"
};

static const unsigned char file33[] = {
#embed "../../Tests/References/cox/veteran.json"
};

static const unsigned char file34[] = {
#embed "../../Tests/References/description/tests-lung.json"
};

static const unsigned char file35[] = {
#embed "../../Tests/References/description/tests-ovarian.json"
};

static const unsigned char file36[] = {
#embed "../../Tests/References/description/tests-pbc.json"
};

static const unsigned char file37[] = {
#embed "../../Tests/References/edge-cases/bladder2.json"
};

static const unsigned char file38[] = {
#embed "../../Tests/References/edge-cases/edge_competing.json"
};

static const unsigned char file39[] = {
#embed "../../Tests/References/edge-cases/edge_cox.json"
};

static const unsigned char file40[] = {
#embed "../../Tests/References/edge-cases/edge_curves.json"
};

static const unsigned char file41[] = {
#embed "../../Tests/References/edge-cases/edge_logistic.json"
};

static const unsigned char file42[] = {
#embed "../../Tests/References/edge-cases/edge_logrank.json"
};

static const unsigned char file43[] = {
#embed "../../Tests/References/edge-cases/edge_samples.json"
};

static const unsigned char file44[] = {
#embed "../../Tests/References/edge-cases/edge_tables.json"
};

static const unsigned char file45[] = {
#embed "../../Tests/References/edge-cases/kidney.json"
};

static const unsigned char file46[] = {
#embed "../../Tests/References/kaplan-meier/colon.json"
};

static const unsigned char file47[] = {
#embed "../../Tests/References/kaplan-meier/degenerate.json"
};

static const unsigned char file48[] = {
#embed "../../Tests/References/kaplan-meier/gbsg.json"
};

static const unsigned char file49[] = {
#embed "../../Tests/References/kaplan-meier/heart.json"
};

static const unsigned char file50[] = {
#embed "../../Tests/References/kaplan-meier/lung.json"
};

static const unsigned char file51[] = {
#embed "../../Tests/References/kaplan-meier/ovarian.json"
};

static const unsigned char file52[] = {
#embed "../../Tests/References/kaplan-meier/pbc.json"
};

static const unsigned char file53[] = {
#embed "../../Tests/References/kaplan-meier/veteran.json"
};

static const unsigned char file54[] = {
#embed "../../Tests/References/log-rank/colon.json"
};

static const unsigned char file55[] = {
#embed "../../Tests/References/log-rank/degenerate.json"
};

static const unsigned char file56[] = {
#embed "../../Tests/References/log-rank/gbsg.json"
};

static const unsigned char file57[] = {
#embed "../../Tests/References/log-rank/lung.json"
};

static const unsigned char file58[] = {
#embed "../../Tests/References/log-rank/ovarian.json"
};

static const unsigned char file59[] = {
#embed "../../Tests/References/log-rank/pbc.json"
};

static const unsigned char file60[] = {
#embed "../../Tests/References/log-rank/veteran.json"
};

static const unsigned char file61[] = {
#embed "../../Tests/References/logistic/tests_lung.json"
};

static const unsigned char file62[] = {
#embed "../../Tests/References/logistic/tests_ovarian.json"
};

static const unsigned char file63[] = {
#embed "../../Tests/References/logistic/tests_pbc.json"
};

static const unsigned char file64[] = {
#embed "../../Tests/References/matching/match_cohort.json"
};

static const unsigned char file65[] = {
#embed "../../Tests/References/matching/match_lalonde.json"
};

static const unsigned char file66[] = {
#embed "../../Tests/References/matching/tests_lung.json"
};

static const unsigned char file67[] = {
#embed "../../Tests/References/matching/tests_ovarian.json"
};

static const unsigned char file68[] = {
#embed "../../Tests/References/matching/tests_pbc.json"
};

static const unsigned char file69[] = {
#embed "../../Tests/References/means/tests-lung.json"
};

static const unsigned char file70[] = {
#embed "../../Tests/References/means/tests-ovarian.json"
};

static const unsigned char file71[] = {
#embed "../../Tests/References/means/tests-pbc.json"
};

static const unsigned char file72[] = {
#embed "../../Tests/References/ranks/inline.json"
};

static const unsigned char file73[] = {
#embed "../../Tests/References/ranks/tests-lung.json"
};

static const unsigned char file74[] = {
#embed "../../Tests/References/ranks/tests-ovarian.json"
};

static const unsigned char file75[] = {
#embed "../../Tests/References/ranks/tests-pbc.json"
};

static const unsigned char file76[] = {
#embed "../../Tests/References/residuals/lung.json"
};

static const unsigned char file77[] = {
#embed "../../Tests/References/residuals/veteran.json"
};

static const unsigned char file78[] = {
#embed "../../Tests/References/restricted-mean/gbsg.json"
};

static const unsigned char file79[] = {
#embed "../../Tests/References/restricted-mean/lung.json"
};

static const unsigned char file80[] = {
#embed "../../Tests/References/restricted-mean/ovarian.json"
};

static const unsigned char file81[] = {
#embed "../../Tests/References/restricted-mean/pbc.json"
};

static const unsigned char file82[] = {
#embed "../../Tests/References/restricted-mean/veteran.json"
};

static const unsigned char file83[] = {
#embed "../../Tests/References/small-samples/random.json"
};

static const struct CReferenceFile files[] = {
    {"Data/bladder2.csv", file0, sizeof file0},
    {"Data/colon.csv", file1, sizeof file1},
    {"Data/contingency_ucb.csv", file2, sizeof file2},
    {"Data/cr_late.csv", file3, sizeof file3},
    {"Data/cr_pbc.csv", file4, sizeof file4},
    {"Data/cr_tied.csv", file5, sizeof file5},
    {"Data/gbsg.csv", file6, sizeof file6},
    {"Data/heart.csv", file7, sizeof file7},
    {"Data/kidney.csv", file8, sizeof file8},
    {"Data/lalonde.csv", file9, sizeof file9},
    {"Data/lung.csv", file10, sizeof file10},
    {"Data/match_cohort.csv", file11, sizeof file11},
    {"Data/ovarian.csv", file12, sizeof file12},
    {"Data/pbc.csv", file13, sizeof file13},
    {"Data/tests_lung.csv", file14, sizeof file14},
    {"Data/tests_ovarian.csv", file15, sizeof file15},
    {"Data/tests_pbc.csv", file16, sizeof file16},
    {"Data/veteran.csv", file17, sizeof file17},
    {"competing-risks/cr_late.json", file18, sizeof file18},
    {"competing-risks/cr_pbc.json", file19, sizeof file19},
    {"competing-risks/cr_tied.json", file20, sizeof file20},
    {"contingency/contingency-paper.json", file21, sizeof file21},
    {"contingency/contingency-ucb.json", file22, sizeof file22},
    {"contingency/matched-pairs.json", file23, sizeof file23},
    {"contingency/tests-ovarian.json", file24, sizeof file24},
    {"contingency/tests-pbc.json", file25, sizeof file25},
    {"cox/colon.json", file26, sizeof file26},
    {"cox/degenerate_open.json", file27, sizeof file27},
    {"cox/gbsg.json", file28, sizeof file28},
    {"cox/heart.json", file29, sizeof file29},
    {"cox/lung.json", file30, sizeof file30},
    {"cox/ovarian.json", file31, sizeof file31},
    {"cox/pbc.json", file32, sizeof file32},
    {"cox/veteran.json", file33, sizeof file33},
    {"description/tests-lung.json", file34, sizeof file34},
    {"description/tests-ovarian.json", file35, sizeof file35},
    {"description/tests-pbc.json", file36, sizeof file36},
    {"edge-cases/bladder2.json", file37, sizeof file37},
    {"edge-cases/edge_competing.json", file38, sizeof file38},
    {"edge-cases/edge_cox.json", file39, sizeof file39},
    {"edge-cases/edge_curves.json", file40, sizeof file40},
    {"edge-cases/edge_logistic.json", file41, sizeof file41},
    {"edge-cases/edge_logrank.json", file42, sizeof file42},
    {"edge-cases/edge_samples.json", file43, sizeof file43},
    {"edge-cases/edge_tables.json", file44, sizeof file44},
    {"edge-cases/kidney.json", file45, sizeof file45},
    {"kaplan-meier/colon.json", file46, sizeof file46},
    {"kaplan-meier/degenerate.json", file47, sizeof file47},
    {"kaplan-meier/gbsg.json", file48, sizeof file48},
    {"kaplan-meier/heart.json", file49, sizeof file49},
    {"kaplan-meier/lung.json", file50, sizeof file50},
    {"kaplan-meier/ovarian.json", file51, sizeof file51},
    {"kaplan-meier/pbc.json", file52, sizeof file52},
    {"kaplan-meier/veteran.json", file53, sizeof file53},
    {"log-rank/colon.json", file54, sizeof file54},
    {"log-rank/degenerate.json", file55, sizeof file55},
    {"log-rank/gbsg.json", file56, sizeof file56},
    {"log-rank/lung.json", file57, sizeof file57},
    {"log-rank/ovarian.json", file58, sizeof file58},
    {"log-rank/pbc.json", file59, sizeof file59},
    {"log-rank/veteran.json", file60, sizeof file60},
    {"logistic/tests_lung.json", file61, sizeof file61},
    {"logistic/tests_ovarian.json", file62, sizeof file62},
    {"logistic/tests_pbc.json", file63, sizeof file63},
    {"matching/match_cohort.json", file64, sizeof file64},
    {"matching/match_lalonde.json", file65, sizeof file65},
    {"matching/tests_lung.json", file66, sizeof file66},
    {"matching/tests_ovarian.json", file67, sizeof file67},
    {"matching/tests_pbc.json", file68, sizeof file68},
    {"means/tests-lung.json", file69, sizeof file69},
    {"means/tests-ovarian.json", file70, sizeof file70},
    {"means/tests-pbc.json", file71, sizeof file71},
    {"ranks/inline.json", file72, sizeof file72},
    {"ranks/tests-lung.json", file73, sizeof file73},
    {"ranks/tests-ovarian.json", file74, sizeof file74},
    {"ranks/tests-pbc.json", file75, sizeof file75},
    {"residuals/lung.json", file76, sizeof file76},
    {"residuals/veteran.json", file77, sizeof file77},
    {"restricted-mean/gbsg.json", file78, sizeof file78},
    {"restricted-mean/lung.json", file79, sizeof file79},
    {"restricted-mean/ovarian.json", file80, sizeof file80},
    {"restricted-mean/pbc.json", file81, sizeof file81},
    {"restricted-mean/veteran.json", file82, sizeof file82},
    {"small-samples/random.json", file83, sizeof file83},
};

size_t CReferenceFileCount(void) { return sizeof files / sizeof files[0]; }

const struct CReferenceFile *CReferenceFileAt(size_t index) { return &files[index]; }
