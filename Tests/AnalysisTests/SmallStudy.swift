import CohortBuilding
import Diagnostics
import Results
import StudyFiles

@testable import Analysis

/// Eight patients in two arms, of whom one has no follow-up and one no age.
///
/// | patient | arm | days | status   | age | sex |
/// |---------|-----|------|----------|-----|-----|
/// | 1       | A   | 30   | event    | 50  | F   |
/// | 2       | A   | 60   | censored | 60  | M   |
/// | 3       | A   | 90   | event    | 70  | F   |
/// | 4       | A   | 120  | event    | –   | M   |
/// | 5       | B   | 60   | event    | 55  | F   |
/// | 6       | B   | 200  | censored | 65  | –   |
/// | 7       | B   | 240  | event    | 75  | M   |
/// | 8       | B   | –    | –        | 80  | F   |
enum SmallStudy {
    static let place = SourceLocation(file: "study.yaml", line: 1, column: 1)

    static func located<Value>(_ value: Value) -> Located<Value> { Located(value, at: place) }

    static let cohort = Cohort(
        keys: KeyValues((1...8).map(String.init)),
        arms: CategoricalValues(levels: levels("A", "B"), codes: [0, 0, 0, 0, 1, 1, 1, 1], reference: 0),
        referenceArm: 0,
        variables: [
            "age": .continuous([50, 60, 70, nil, 55, 65, 75, 80], decimals: 0),
            "sex": .categorical(
                CategoricalValues(levels: levels("F", "M"), codes: [0, 1, 0, 1, 0, nil, 1, 0], reference: 0)),
            "sites": .multiResponse(
                levels: levels("bone", "liver"), responses: [[0], [0, 1], [1], nil, [], [1], [0], nil]),
        ],
        endpoints: [
            "os": EndpointValues(
                time: [30, 60, 90, 120, 60, 200, 240, nil],
                status: [.event, .censored, .event, .event, .event, .censored, .event, nil], timeUnit: .days)
        ],
        populations: ["old": [false, true, true, false, false, true, true, true]],
        linked: [:],
        summary: CohortSummary(
            read: 8, exclusions: [], analysed: 8, missing: [],
            populations: [.init(id: "all", label: "All patients", n: 8)], firstStart: nil, lastStart: nil),
        rowCounts: ["patients": 8])

    static let overallSurvival = Endpoint(
        name: located("os"), label: "Overall survival", short: "OS",
        source: .dates(
            start: located("start"), events: [located("death_date")], competing: [], censoring: located("last_contact")),
        unit: .months, landmarks: [located(2)])

    static let conventions = Conventions(
        level: 0.95, survivalInterval: .logLog, medianRule: .rPrint, beyondLastObservation: .notEstimable,
        ties: .efron, quantileType: 7, categoricalTest: .pearsonOrFisher, continuousTest: .ranks)

    static func study(tables: [TablePlan] = [], figures: [FigurePlan] = []) -> Study {
        Study(
            file: "study.yaml",
            description: StudyDescription(
                title: "Small", short: "Small", synthetic: true, cutoff: nil, language: "en"),
            dataFiles: [], arms: ArmDeclaration(column: located("arm")),
            variables: [
                Variable(name: located("age"), label: "Age", unit: "years", source: .column(located("age"))),
                Variable(name: located("sex"), label: "Sex", source: .column(located("sex"))),
            ],
            endpoints: [overallSurvival], conventions: conventions, tables: tables, figures: figures,
            manuscript: ManuscriptPresentation(
                template: "results.md", style: "plain", numbers: NumberPreferences()))
    }

    /// What analyses of the study, or of a variant of it, start from.
    static func context(
        cohort: Cohort = cohort, endpoint: Endpoint = overallSurvival, populations: [Population] = [],
        reporting sink: DiagnosticSink = DiagnosticSink()
    ) -> AnalysisContext {
        var study = study()
        study.endpoints = [endpoint]
        study.populations = populations
        return AnalysisContext.make(study: study, cohort: cohort, reporting: sink)
    }

    static func levels(_ names: String...) -> [CategoricalValues.Level] {
        names.map { CategoricalValues.Level(id: $0, label: $0) }
    }
}
