import CohortBuilding
import Diagnostics
import Results
import StudyFiles

/// Works out a table of best responses by group, with the rates that are made of them.
struct ResponseAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The table's numbers; nil, with a message, where the response has no levels or its groups cannot be formed.
    ///
    /// Percentages are of the patients whose response is known; the others are counted. A level that nobody in the
    /// table has is left out and named; a rate is kept, as its being 0 says something.
    func table(for plan: ResponsePlan, reporting sink: DiagnosticSink) -> ResponseTable? {
        let name = plan.variable.value
        guard
            let values = context.categorical(plan.variable, as: "response", levels: "[CR, PR, SD, PD]", reporting: sink)
        else { return nil }
        guard let grouped = context.countable(by: plan.by, in: plan.population, reporting: sink) else { return nil }
        guard let strata = context.factors(plan.strata, as: "stratifying", reporting: sink) else { return nil }
        let counting = ResponseCounting(
            context: context, values: values, grouped: grouped,
            columns: grouped.columns(showsTotal: plan.showsTotal, labels: context.study.labels), plan: plan,
            strata: strata.isEmpty
                ? nil : context.stratumCodes(of: Array(values.codes.indices), by: strata))
        let absent = values.absentLevels(
            among: plan.rates.flatMap(\.members), of: name, note: "its rate counts nobody for it", reporting: sink)
        let levels = values.levels.indices.map { index in
            counting.row(values.levels[index].id, label: values.levels[index].label, members: [], codes: [index])
        }
        let rates = plan.rates.map { rate in
            let members = rate.members.map(\.value)
            let codes = values.levels.indices.filter { members.contains(values.levels[$0].id) }
            return counting.row(rate.name.value, label: rate.name.value, members: members, codes: codes)
        }
        let isEmpty = { (row: ResponseTable.Row) in row.counts.allSatisfy { $0 == 0 } }
        return ResponseTable(
            variable: name, label: context.label(of: name),
            columns: counting.columns.map {
                BaselineTable.Column(id: $0.id, label: $0.label, n: context.patientCount($0.patients))
            },
            rows: levels.filter { !isEmpty($0) } + rates,
            emptyLevels: absent + levels.filter(isEmpty).map(\.label), known: counting.known,
            missing: zip(counting.columns, counting.known).map { context.patientCount($0.patients) - $1 },
            showsIntervals: plan.showsIntervals, showsPValue: plan.showsPValue && grouped.isCompared,
            ratio: plan.ratio, strata: strata.map(\.label), population: grouped.population.id,
            grouping: grouped.grouping)
    }

}

extension AnalysisContext {
    /// The values of a variable that must have levels; nil, with a message, where it has none.
    func categorical(
        _ name: Located<String>, as role: String, levels example: String, reporting sink: DiagnosticSink
    ) -> CategoricalValues? {
        if case .categorical(let values)? = values(of: name.value) { return values }
        sink.emit(
            Diagnostic(
                .wrongType, at: name.location, "\(role) '\(name.value)' must be categorical",
                help: ["declare its levels: \(name.value): { levels: \(example) }"]))
        return nil
    }
}

extension CategoricalValues {
    /// Names that are none of the levels, each with a warning: they count nobody.
    func absentLevels(
        among names: [Located<String>], of variable: String, note: String, reporting sink: DiagnosticSink
    ) -> [String] {
        let known = levels.map(\.id)
        var absent: [String] = []
        for name in names where !known.contains(name.value) && !absent.contains(name.value) {
            absent.append(name.value)
            sink.emit(
                Diagnostic(
                    .absentLevel, severity: .warning, at: name.location,
                    "level '\(name.value)' of '\(variable)' doesn't occur in the data", notes: [.init(note)],
                    help: NearestName.names(near: name.value, among: known).map { "did you mean '\($0)'?" }))
        }
        return absent
    }
}
