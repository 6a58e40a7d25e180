import Results
import Styling
import Tables
import TestSupport
import Testing

private typealias Row = CoxTable.Row

private func levels(_ variable: String, _ label: String, _ ids: [String], unit: String? = nil) -> Row {
    Row(
        variable: variable, label: label, unit: unit, levels: ids.map { .init(id: $0, label: $0, n: 30) },
        reference: ids.first)
}

private let ecog = levels("ecog", "ECOG performance status", ["0", "1–2"])
private let group = levels("arm", "Group", ["IO+T", "RT+IO+T"])
private let therapy = levels("therapy", "Previous therapy", ["No", "TACE", "HAIC"])
private let age = Row(variable: "age", label: "Age", unit: "years", levels: [], reference: nil)
private let bclc = levels("bclc", "BCLC stage", ["C", "B"])

private func coefficient(
    _ row: Row, _ level: String?, _ ratio: Estimate, p: Double?, monotone: MonotoneLikelihood.Reason? = nil
) -> CoxCoefficient {
    .of(.of(row.variable, level, row.reference), ratio, p: p, monotone: monotone)
}

/// A model of one covariate: its coefficients, and the p-values of Wald's, the likelihood-ratio and the score test.
private func model(
    _ row: Row, _ coefficients: [CoxCoefficient], _ p: (Double?, Double?, Double?), n: Int = 71, events: Int = 63
) -> CoxModelFit {
    .of(coefficients, terms: [(row.variable, p.0, p.1, p.2)], n: n, events: events)
}

private let ecogAlone = model(
    ecog, [coefficient(ecog, "1–2", .of(1.8963, 0.9607, 3.7429), p: 0.065)], (0.065, 0.0483, 0.06))
private let groupAlone = model(
    group, [coefficient(group, "RT+IO+T", .of(0.3484, 0.2019, 0.6011), p: 0.00015)], (0.00015, 0.0001, 0.0001))
private let both = CoxModelFit.of(
    [
        coefficient(ecog, "1–2", .of(1.2804, 0.6213, 2.6386), p: 0.5),
        coefficient(group, "RT+IO+T", .of(0.3966, 0.2164, 0.7268), p: 0.0028),
    ], terms: [("ecog", 0.5, 0.49, 0.49), ("arm", 0.0028, 0.002, 0.002)])

private func proportionalHazards(_ p: Double?) -> ProportionalHazardsResult {
    ProportionalHazardsResult(transform: "km", terms: [], global: .of(.proportionalHazards, p: p))
}

private func cox(
    _ rows: [CoxTable.Row], _ endpoints: [CoxTable.EndpointModels], entry: CoxTable.Entry = .pBelow(0.05),
    univariable: CoxTable.PValueMethod = .likelihoodRatio, multivariable: CoxTable.PValueMethod = .wald,
    strata: [String] = []
) -> CoxTable {
    CoxTable(
        rows: rows, endpoints: endpoints, entry: entry, univariablePValue: univariable,
        multivariablePValue: multivariable, strata: strata, population: "all")
}

private func pfs(
    _ univariable: [CoxModelFit], _ multivariable: CoxModelFit? = nil, entered: [String] = [],
    test: ProportionalHazardsResult? = nil, endpoint: String = "pfs"
) -> CoxTable.EndpointModels {
    .init(
        endpoint: endpoint, univariable: univariable, multivariable: multivariable, entered: entered,
        proportionalHazards: test)
}

@Suite("Tables of Cox models")
struct CoxTableTests {
    private let study = cox(
        [ecog, group],
        [
            pfs([ecogAlone, groupAlone], both, entered: ["ecog", "arm"], test: proportionalHazards(0.31)),
            pfs([ecogAlone, groupAlone], endpoint: "os"),
        ])

    @Test("endpoints span their kinds of model, and those hazard ratios and p-values")
    func heads() {
        #expect(
            StudyResults.with(.cox(study)).table().heads == [
                "Variable", "PFS > Univariable > HR (95% CI)", "PFS > Univariable > p",
                "PFS > Multivariable > HR (95% CI)", "PFS > Multivariable > p", "OS > Univariable > HR (95% CI)",
                "OS > Univariable > p", "OS > Multivariable > HR (95% CI)", "OS > Multivariable > p",
            ])
    }

    @Test("a covariate of two levels is one row; what has not entered is a dash; zeros end as the study wants")
    func cells() throws {
        let table = try StudyResults.with(.cox(study)).table(style: .study)
        #expect(
            table.rows.indices.map(table.texts) == [
                [
                    "ECOG performance status: 1–2 vs 0", "1.9 (0.96–3.74)", "0.048", "1.28 (0.62–2.64)", "0.5",
                    "1.9 (0.96–3.74)", "0.048", "–", "–",
                ],
                [
                    "Group: RT+IO+T vs IO+T", "0.35 (0.2–0.6)", "<0.001", "0.4 (0.22–0.73)", "0.003", "0.35 (0.2–0.6)",
                    "<0.001", "–", "–",
                ],
            ])
        #expect(StudyResults.with(.cox(study)).table().texts(1)[1] == "0.35 (0.20–0.60)")
    }

    @Test("the notes say which tests, who entered, and what the models rest on")
    func notes() throws {
        #expect(
            try StudyResults.with(.cox(study)).table(style: .study).notes == [
                "p values: likelihood-ratio test in univariable, Wald test in multivariable models.",
                "Variables with a univariable p value below 0.05 entered the multivariable models.",
                "Cox models with Efron's treatment of ties.",
                "PFS: n = 71, 63 events; multivariable model 31.5 events per variable, test of proportional hazards "
                    + "p = 0.31.", "OS: n = 71, 63 events.", "OS: no variable entered a multivariable model.",
                "PFS, progression-free survival; OS, overall survival; CI, confidence interval; HR, hazard ratio.",
            ])
    }

    @Test("models that rest on different patients say so")
    func sizes() {
        var fewer = both
        (fewer.n, fewer.events, fewer.eventsPerVariable) = (60, 50, 25)
        var smaller = ecogAlone
        (smaller.n, smaller.events) = (68, 61)
        let table = StudyResults.with(
            .cox(cox([ecog, group], [pfs([smaller, groupAlone], fewer, entered: ["ecog", "arm"])], entry: .all))
        ).table()
        #expect(
            table.notes.contains(
                "PFS: univariable models n = 68–71, 61–63 events; multivariable model n = 60, 50 events, 25.0 events "
                    + "per variable."))
        #expect(table.notes.contains("All variables entered the multivariable models."))
    }

    @Test("fewer than ten events per variable is a warning that names the models")
    func fewEvents() {
        var poor = both
        poor.eventsPerVariable = 9.9
        var alone = ecogAlone
        alone.eventsPerVariable = 4
        let table = StudyResults.with(
            .cox(cox([ecog, group], [pfs([alone, groupAlone], poor, entered: ["ecog", "arm"])], entry: .listed))
        ).table()
        #expect(
            table.notes.contains(
                "PFS: fewer than 10 events per variable in the univariable model of ECOG performance status and the "
                    + "multivariable model, whose estimates may be unreliable."))
        #expect(table.notes.contains("The variables of the multivariable models were chosen beforehand."))
        poor.eventsPerVariable = 10
        let enough = StudyResults.with(
            .cox(cox([ecog, group], [pfs([], poor, entered: ["ecog", "arm"])], entry: .all))
        ).table()
        #expect(!enough.notes.contains { $0.contains("fewer than") }, "ten are enough")
    }

    @Test(
        "a covariate of several levels is a block: joint p-value, then each level; Wald's also by level",
        arguments: [
            (
                CoxTable.PValueMethod.likelihoodRatio,
                [
                    ["Previous therapy", "", "0.210"], ["TACE vs No", "1.10 (0.62–1.94)", ""],
                    ["HAIC vs No", "0.60 (0.30–1.19)", ""],
                ]
            ),
            (
                .wald,
                [
                    ["Previous therapy", "", "0.200"], ["TACE vs No", "1.10 (0.62–1.94)", "0.740"],
                    ["HAIC vs No", "0.60 (0.30–1.19)", "0.140"],
                ]
            ),
        ])
    func severalLevels(method: CoxTable.PValueMethod, cells: [[String]]) {
        let fit = model(
            therapy,
            [
                coefficient(therapy, "TACE", .of(1.1, 0.62, 1.94), p: 0.74),
                coefficient(therapy, "HAIC", .of(0.6, 0.3, 1.19), p: 0.14),
            ], (0.2, 0.21, 0.22))
        let table = StudyResults.with(.cox(cox([therapy], [pfs([fit])], entry: .none, univariable: method))).table()
        #expect(table.rows.indices.map(table.texts) == cells)
        #expect(table.rows.map(\.kind) == [.block, .member, .member] && table.rows.map(\.indent) == [0, 1, 1])
        #expect(table.notes.contains("A p value beside a variable with several levels is of all its levels at once."))
        let absent = StudyResults.with(.cox(cox([therapy], [pfs([fit])], univariable: method))).table()
        #expect(absent.rows.indices.map { Array(absent.texts($0).suffix(2)) } == [["–", "–"], ["", ""], ["", ""]])
    }

    @Test("a continuous covariate is for one unit more; the score test")
    func continuous() {
        let fit = model(age, [coefficient(age, nil, .of(0.98, 0.951, 1.0049), p: 0.1)], (0.1, 0.11, 0.12))
        let table = StudyResults.with(.cox(cox([age], [pfs([fit])], entry: .none, univariable: .score))).table()
        #expect(table.texts(0) == ["Age (years), per 1 unit", "0.98 (0.95–1.00)", "0.120"])
        #expect(table.heads == ["Variable", "PFS > Univariable > HR (95% CI)", "PFS > Univariable > p"])
        #expect(table.notes.first == "p values: score test.")
    }

    @Test(
        "what is not estimable says of which covariate and level, and why",
        arguments: [
            (
                MonotoneLikelihood.Reason.noEventsInLevel, [],
                "a: Not estimable: no patient with BCLC stage B had the event."
            ),
            (.noEventsInReference, [], "a: Not estimable: no patient with BCLC stage C had the event."),
            (
                .extremeAtEveryEvent, [],
                "a: Not estimable: at every event, the patient with it had the most extreme value of BCLC stage B of "
                    + "all at risk."
            ),
            (
                .combination, [],
                "a: Not estimable: BCLC stage B, together with other variables, is the most extreme at every event."
            ),
            (
                nil, [ResultNote(.collinear)],
                "a: Not estimable: BCLC stage B does not vary independently of other variables."
            ),
            (nil, [ResultNote(.noEvents)], "a: Not estimable: BCLC stage B: no event occurred."),
            (nil, [], "a: Not estimable: the data have no information on BCLC stage B."),
        ])
    func notEstimable(reason: MonotoneLikelihood.Reason?, notes: [ResultNote], text: String) {
        let fit = model(
            bclc, [coefficient(bclc, "B", .of(nil, notes: notes), p: nil, monotone: reason)], (nil, 0.0123, nil))
        let table = StudyResults.with(.cox(cox([bclc], [pfs([fit])], entry: .none))).table()
        #expect(table.texts(0) == ["BCLC stage: B vs C", "NE^a", "0.012"])
        #expect(table.notes.contains(text))
        #expect(table.notes.last?.hasSuffix("NE, not estimable.") == true)
    }

    @Test("Firth's estimates are marked; a limit that does not exist is explained")
    func firth() {
        let fit = model(
            bclc,
            [
                coefficient(
                    bclc, "B", .of(0.13, nil, 1.02, method: "coxphf::coxphf with ties = \"efron\""), p: 0.053,
                    monotone: .noEventsInLevel)
            ], (nil, 0.053, nil))
        let table = StudyResults.with(.cox(cox([bclc], [pfs([fit])], entry: .none))).table()
        #expect(table.texts(0) == ["BCLC stage: B vs C", "0.13 (NE–1.02)^a", "0.053"])
        #expect(
            table.notes.suffix(2) == [
                "a: Firth's penalised likelihood, with its profile interval and likelihood-ratio test, since not all "
                    + "ordinary estimates of the model exist.",
                "PFS, progression-free survival; CI, confidence interval; HR, hazard ratio; NE, not estimable.",
            ])
    }

    @Test("strata are named; a table without models or rows; a level that the model lacks")
    func odd() {
        let strata = StudyResults.with(
            .cox(cox([ecog], [pfs([ecogAlone])], entry: .none, strata: ["arm", "ECOG performance status"]))
        ).table()
        #expect(
            strata.notes.contains(
                "Cox models with Efron's treatment of ties, stratified by arm and ECOG performance status."))
        let empty = StudyResults.with(.cox(cox([], [], entry: .none))).table()
        #expect(empty.heads == ["Variable"] && empty.rows.isEmpty && empty.notes.isEmpty)
        let lacking = StudyResults.with(.cox(cox([ecog], [pfs([model(ecog, [], (nil, nil, nil))])], entry: .none)))
            .table()
        #expect(lacking.texts(0) == ["ECOG performance status: 1–2 vs 0", "NE^a", "–"])
        let ragged = StudyResults.with(.cox(cox([ecog, group], [pfs([ecogAlone])], entry: .none))).table()
        #expect(ragged.texts(1) == ["Group: RT+IO+T vs IO+T", "–", "–"])
    }

    @Test("a robust variance is said")
    func robust() {
        var fit = ecogAlone
        fit.variance = .robust
        let table = StudyResults.with(.cox(cox([ecog], [pfs([fit])], entry: .none))).table()
        #expect(table.notes.contains("Intervals and tests use the robust variance; the tests are Wald's."))
        fit.variance = .model
        let plain = StudyResults.with(.cox(cox([ecog], [pfs([fit])], entry: .none))).table()
        #expect(!plain.notes.contains("Intervals and tests use the robust variance; the tests are Wald's."))
    }

    @Test("the house's letter, and a level's decimal mark")
    func house() {
        let table = StudyResults.with(.cox(study)).table(style: .lancet)
        #expect(table.texts(0).prefix(3) == ["ECOG performance status: 1–2 vs 0", "1·90 (0·96–3·74)", "0·048"])
        #expect(table.notes[1] == "Variables with a univariable p value below 0·05 entered the multivariable models.")
    }

    @Test("the whole table")
    func golden() throws {
        let results = StudyResults.with(.cox(study), caption: "Cox models of survival.", isSynthetic: true)
        expectGolden(try results.table(style: .study).asText, "Tables/hcc-cox.txt")
    }
}
