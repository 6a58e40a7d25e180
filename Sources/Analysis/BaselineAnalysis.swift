import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Works out a table of the patients' characteristics by group.
struct BaselineAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The table's numbers; nil, with a message, where its grouping variable cannot group.
    func table(for plan: BaselinePlan, reporting sink: DiagnosticSink) -> BaselineTable? {
        if plan.isUndivided {
            return table(
                for: plan, between: context.undivided(context.population(plan.population)), reporting: sink)
        }
        return context.grouped(by: plan.by, in: plan.population, reporting: sink).map {
            table(for: plan, between: $0, reporting: sink)
        }
    }

    /// The table's numbers for patients who were divided already.
    func table(
        for plan: BaselinePlan, between grouped: GroupedPatients, reporting sink: DiagnosticSink
    ) -> BaselineTable {
        let isDivided = grouped.grouping != nil
        var columns: [PatientGroup] = isDivided ? grouped.groups : []
        if plan.showsTotal || !isDivided {
            let everyone = PatientGroup(
                id: "total", label: context.study.labels.total, patients: grouped.population.patients)
            columns.insert(everyone, at: 0)
        }
        let isCompared = grouped.groups.count > 1
        let rows = BaselineRows(
            columns: columns.map(\.patients), groups: isDivided ? grouped.groups.map(\.patients) : [],
            weights: grouped.population.weights, plan: plan, showsTests: plan.showsPValue && isCompared,
            showsDifference: plan.showsDifference && grouped.groups.count == 2, context: context, sink: sink)
        return BaselineTable(
            columns: columns.map {
                BaselineTable.Column(
                    id: $0.id, label: $0.label, n: context.patientCount($0.patients),
                    weight: rows.weight(of: $0.patients))
            },
            rows: plan.rows.compactMap { rows.row($0.value) },
            missing: plan.missing, denominator: plan.denominator,
            showsPValue: rows.showsTests, showsDifference: rows.showsDifference,
            population: grouped.population.id, grouping: grouped.grouping)
    }
}

/// Works out the rows of one table.
struct BaselineRows {
    /// The patients of each column.
    let columns: [[Int]]
    /// The patients of each group that is compared; empty where nobody is divided.
    let groups: [[Int]]
    /// For each patient of the cohort the weight; nil where all count the same. Counts are of patients all the same;
    /// shares, means and quantiles are of weights.
    let weights: [Double]?
    let plan: BaselinePlan
    let showsTests: Bool
    let showsDifference: Bool
    let context: AnalysisContext
    let sink: DiagnosticSink

    /// The row of a variable; nil where the study has none of this name.
    func row(_ name: String) -> BaselineVariable? {
        guard let values = context.values(of: name) else { return nil }
        let declared = context.study.variables.first { $0.name.value == name }
        var row = BaselineVariable(
            variable: name, label: context.label(of: name), unit: declared?.unit, summary: .levels, levels: [],
            descriptions: [], known: [], missing: [], test: nil)
        switch values {
        case .categorical(let column): fill(&row, from: column)
        case .continuous(let numbers, let decimals): fill(&row, from: numbers, decimals: decimals)
        case .multiResponse(let levels, let responses): fill(&row, from: responses, levels: levels)
        }
        row.missing = zip(columns, row.known).map { context.patientCount($0) - $1 }
        if showsTests, plan.tests.contains(where: { $0.variable.value == name }) {
            row.isTestNamed = true
        }
        // Patients who count unequally have no test here.
        if showsTests, weights != nil {
            row.test = nil
            row.notes.append(ResultNote(.samplingWeights))
        }
        return row
    }

    /// The sum of some patients' weights; nil where all count the same.
    func weight(of patients: [Int]) -> Double? {
        weights.map { weights in patients.reduce(0) { $0 + weights[$1] } }
    }

    private func weights(of columns: [[Int]]) -> [Double]? {
        weights == nil ? nil : columns.map { weight(of: $0) ?? 0 }
    }

    private func fill(_ row: inout BaselineVariable, from column: CategoricalValues) {
        let counts = columns.map { count(column, among: $0) }
        row.levels = column.levels.enumerated().map { index, level in
            BaselineVariable.Level(
                id: level.id, label: level.label, counts: counts.map { $0[index] },
                weights: weights(of: columns.map { patients in patients.filter { column.codes[$0] == index } }))
        }
        row.known = counts.map { $0.reduce(0, +) }
        row.knownWeights = weights(of: columns.map { patients in patients.filter { column.codes[$0] != nil } })
        let byGroup = groups.map { count(column, among: $0) }
        if showsTests { row.test = test(of: byGroup, levels: column.levels.count, variable: row.variable) }
        if showsDifference { row.difference = difference(of: column, counts: byGroup) }
    }

    private func count(_ column: CategoricalValues, among patients: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: column.levels.count)
        for patient in patients {
            if let code = column.codes[patient] {
                counts[code] += context.cohort.frequency?[patient] ?? 1
            }
        }
        return counts
    }

    private func fill(_ row: inout BaselineVariable, from numbers: NumberValues, decimals: Int) {
        row.summary =
            switch plan.continuous {
            case .median: .median
            case .range: .range
            case .mean: .mean
            }
        let known = columns.map { column in column.filter { numbers[$0] != nil } }
        row.descriptions = known.map { patients in
            let values = patients.compactMap { numbers[$0] }
            return weights.map { weights in
                describe(WeightedValues(values, weights: patients.map { weights[$0] }), decimals: decimals)
            } ?? describe(values, quantileType: context.conventions.quantileType, decimals: decimals)
        }
        row.known = known.map(\.count)
        row.knownWeights = weights(of: known)
        if showsTests {
            row.test = test(of: groups.map { $0.compactMap { numbers[$0] } }, variable: row.variable)
        }
        if showsDifference { row.difference = difference(of: numbers) }
    }

    private func fill(
        _ row: inout BaselineVariable, from responses: [[Int]?], levels: [CategoricalValues.Level]
    ) {
        row.summary = .responses
        row.levels = levels.enumerated().map { index, level in
            BaselineVariable.Level(
                id: level.id, label: level.label,
                counts: columns.map {
                    context.patientCount($0) { responses[$0]?.contains(index) ?? false }
                },
                weights: weights(of: columns.map { $0.filter { responses[$0]?.contains(index) ?? false } }))
        }
        row.known = columns.map { context.patientCount($0) { responses[$0] != nil } }
        row.knownWeights = weights(of: columns.map { $0.filter { responses[$0] != nil } })
        row.responses = columns.map { column in
            column.reduce(0) { $0 + (responses[$1]?.count ?? 0) * context.patientCount([$1]) }
        }
    }
}
