import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

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
        guard case .categorical(let values)? = context.values(of: name) else {
            sink.emit(
                Diagnostic(
                    .wrongType, at: plan.variable.location, "response '\(name)' must be categorical",
                    help: ["declare its levels: \(name): { levels: [CR, PR, SD, PD] }"]))
            return nil
        }
        guard let grouped = context.countable(by: plan.by, in: plan.population, reporting: sink) else { return nil }
        let counting = Counting(
            values: values, grouped: grouped, columns: grouped.columns(showsTotal: plan.showsTotal),
            plan: plan,
            context: context)
        let absent = absentMembers(of: plan, in: values, reporting: sink)
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
            population: grouped.population.id, grouping: grouped.grouping)
    }

    /// Members of rates that are no level of the response, each with a warning: they count nobody.
    private func absentMembers(
        of plan: ResponsePlan, in values: CategoricalValues, reporting sink: DiagnosticSink
    ) -> [String] {
        let levels = values.levels.map(\.id)
        var absent: [String] = []
        for member in plan.rates.flatMap(\.members) where !levels.contains(member.value) {
            guard !absent.contains(member.value) else { continue }
            absent.append(member.value)
            sink.emit(
                Diagnostic(
                    .absentLevel, severity: .warning, at: member.location,
                    "level '\(member.value)' of '\(plan.variable.value)' doesn't occur in the data",
                    notes: [.init("its rate counts nobody for it")],
                    help: NearestName.names(near: member.value, among: levels).map { "did you mean '\($0)'?" }))
        }
        return absent
    }
}

/// Counts the responses of some columns of patients.
private struct Counting {
    let values: CategoricalValues
    let grouped: GroupedPatients
    let columns: [PatientGroup]
    let plan: ResponsePlan
    let context: AnalysisContext

    private var conventions: Conventions { context.conventions }

    /// Patients whose response is known, by column.
    var known: [Int] { columns.map(known(in:)) }

    private func known(in group: PatientGroup) -> Int {
        context.patientCount(group.patients) { values.codes[$0] != nil }
    }

    private func count(_ codes: [Int], in group: PatientGroup) -> Int {
        context.patientCount(group.patients) { patient in
            values.codes[patient].map(codes.contains) ?? false
        }
    }

    func row(_ id: String, label: String, members: [String], codes: [Int]) -> ResponseTable.Row {
        let counts = columns.map { count(codes, in: $0) }
        return ResponseTable.Row(
            id: id, label: label, members: members, counts: counts,
            // Responders are among the patients with a response, so every one of these is a proportion.
            proportions: zip(counts, known).compactMap { count, known in
                (try? Proportion(events: count, total: known)).map {
                    estimateProportion($0, method: .clopperPearson, level: conventions.level)
                }
            },
            test: plan.showsPValue && grouped.isCompared ? test(of: grouped.groups, codes) : nil,
            differences: plan.showsDifferences && grouped.isCompared ? differences(codes) : [])
    }

    private func test(of groups: [PatientGroup], _ codes: [Int]) -> TestResult? {
        grouped.test(
            groups.map { count(codes, in: $0) }, of: groups.map(known(in:)), rule: conventions.categoricalTest)
    }

    private func differences(_ codes: [Int]) -> [GroupContrast] {
        let reference = grouped.groups[grouped.reference]
        return grouped.groups.enumerated().compactMap { index, group in
            guard index != grouped.reference,
                let own = try? Proportion(events: count(codes, in: group), total: known(in: group)),
                let other = try? Proportion(events: count(codes, in: reference), total: known(in: reference)),
                let test = test(of: [group, reference], codes)
            else { return nil }
            let estimate = differenceOfProportions(own, other, method: .newcombe, level: conventions.level)
            return GroupContrast(
                group: group.id, reference: reference.id, contrast: Contrast(estimate: estimate, test: test))
        }
    }
}
