import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Works out a table of the patients' characteristics by group.
struct BaselineAnalysis {
    private let context: AnalysisContext
    private var study: Study { context.study }
    private var cohort: Cohort { context.cohort }

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The table's numbers; nil, with a message, where its grouping variable cannot group.
    func table(for plan: BaselinePlan, reporting sink: DiagnosticSink) -> BaselineTable? {
        guard let grouped = context.grouped(by: plan.by, in: plan.population, reporting: sink) else { return nil }
        let population = grouped.population.patients
        let isDivided = grouped.grouping != nil
        var columns: [PatientGroup] = isDivided ? grouped.groups : []
        if plan.showsTotal || !isDivided {
            columns.insert(PatientGroup(id: "total", label: "Total", patients: population), at: 0)
        }
        let rows = RowContext(
            columns: columns.map(\.patients), groups: isDivided ? grouped.groups : [], plan: plan)
        return BaselineTable(
            columns: columns.map { BaselineTable.Column(id: $0.id, label: $0.label, n: $0.patients.count) },
            rows: plan.rows.compactMap { row($0.value, in: rows) },
            missing: plan.missing, denominator: plan.denominator,
            showsPValue: plan.showsPValue && grouped.groups.count > 1,
            population: grouped.population.id, grouping: grouped.grouping)
    }

    private struct RowContext {
        var columns: [[Int]]
        var groups: [PatientGroup]
        var plan: BaselinePlan
    }

    private func row(_ name: String, in context: RowContext) -> BaselineVariable? {
        guard let values = self.context.values(of: name) else { return nil }
        let declared = study.variables.first { $0.name.value == name }
        var row = BaselineVariable(
            variable: name, label: declared?.label ?? inWords(name), unit: declared?.unit, summary: .levels, levels: [],
            descriptions: [], known: [], missing: [], test: nil)
        switch values {
        case .categorical(let column): fill(&row, from: column, in: context)
        case .continuous(let numbers, let decimals): fill(&row, from: numbers, decimals: decimals, in: context)
        case .multiResponse(let levels, let responses): fill(&row, from: responses, levels: levels, in: context)
        }
        let left = zip(context.columns, row.known).map { $0.count - $1 }
        row.missing = left
        return row
    }

    private func fill(_ row: inout BaselineVariable, from column: CategoricalValues, in context: RowContext) {
        let counts = context.columns.map { count(column, among: $0) }
        row.summary = .levels
        row.levels = column.levels.enumerated().map { index, level in
            BaselineVariable.Level(id: level.id, label: level.label, counts: counts.map { $0[index] })
        }
        row.known = counts.map { $0.reduce(0, +) }
        guard context.plan.showsPValue, context.groups.count > 1 else { return }
        var groupOfPatient = [Int?](repeating: nil, count: cohort.count)
        for (index, group) in context.groups.enumerated() {
            for patient in group.patients { groupOfPatient[patient] = index }
        }
        let table = ContingencyTable(
            rows: column.codes, columns: groupOfPatient, rowCount: column.levels.count,
            columnCount: context.groups.count)
        row.test = categoricalTest(table, rule: study.conventions.categoricalTest)
    }

    private func count(_ column: CategoricalValues, among patients: [Int]) -> [Int] {
        var counts = [Int](repeating: 0, count: column.levels.count)
        for patient in patients {
            if let code = column.codes[patient] { counts[code] += 1 }
        }
        return counts
    }

    private func fill(
        _ row: inout BaselineVariable, from numbers: [Double?], decimals: Int, in context: RowContext
    ) {
        row.summary =
            switch context.plan.continuous {
            case .median: .median
            case .range: .range
            case .mean: .mean
            }
        let known = context.columns.map { column in column.compactMap { numbers[$0] } }
        row.descriptions = known.map {
            describe($0, quantileType: study.conventions.quantileType, decimals: decimals)
        }
        row.known = known.map(\.count)
        guard context.plan.showsPValue, context.groups.count > 1 else { return }
        let byGroup = context.groups.map { group in group.patients.compactMap { numbers[$0] } }
        row.test = continuousTest(byGroup, rule: study.conventions.continuousTest)
    }

    private func fill(
        _ row: inout BaselineVariable, from responses: [[Int]?], levels: [CategoricalValues.Level],
        in context: RowContext
    ) {
        row.summary = .responses
        row.levels = levels.enumerated().map { index, level in
            BaselineVariable.Level(
                id: level.id, label: level.label,
                counts: context.columns.map { column in column.count { responses[$0]?.contains(index) ?? false } })
        }
        row.known = context.columns.map { column in column.count { responses[$0] != nil } }
    }
}
