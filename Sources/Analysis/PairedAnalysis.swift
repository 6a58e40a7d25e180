import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Works out a table of categorical variables that were measured twice in the same patients.
struct PairedAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The table's numbers; nil, with messages, where a variable has no levels or the groups cannot be formed.
    ///
    /// Each pair rests on the patients of whom both values are known; the others are counted. A level of more than two that
    /// neither measurement has in the population is left out, as it would only add degrees of freedom.
    func table(for plan: PairedPlan, reporting sink: DiagnosticSink) -> PairedTable? {
        let pairs = plan.pairs.map { measurements(of: $0, reporting: sink) }
        guard context.isCountable(plan.population, reporting: sink),
            let grouped = plan.isUndivided
                ? context.undivided(context.population(plan.population))
                : context.grouped(by: plan.by, in: plan.population, reporting: sink)
        else { return nil }
        let found = pairs.compactMap(\.self)
        guard found.count == pairs.count else { return nil }
        let columns = grouped.columns(showsTotal: plan.showsTotal, labels: context.study.labels)
        return PairedTable(
            columns: columns.map {
                BaselineTable.Column(id: $0.id, label: $0.label, n: context.patientCount($0.patients))
            },
            rows: found.map { row(of: $0, in: columns, population: grouped.population.patients, plan) },
            names: plan.names, rule: plan.rule, exactBelow: plan.exactBelow, showsPValue: plan.showsPValue,
            showsDifferences: plan.showsDifferences, population: grouped.population.id, grouping: grouped.grouping)
    }

    // MARK: Variables

    /// A pair's levels, and each patient's two values as indices into them.
    private struct Measurements {
        var pair: PairedPlan.Pair
        var label: String
        var levels: [PairedTable.Level]
        var before: [Int?]
        var after: [Int?]

        /// The values of a patient of whom both are known.
        func values(of patient: Int) -> (before: Int, after: Int)? {
            guard let first = before[patient], let second = after[patient] else { return nil }
            return (first, second)
        }
    }

    private func measurements(of pair: PairedPlan.Pair, reporting sink: DiagnosticSink) -> Measurements? {
        let example = #"["no", "yes"]"#
        let before = context.categorical(pair.before, as: "measurement", levels: example, reporting: sink)
        let after = context.categorical(pair.after, as: "measurement", levels: example, reporting: sink)
        guard let before, let after else { return nil }
        var levels = before.levels
        let isCommon = after.levels.contains { level in levels.contains { $0.id == level.id } }
        guard isCommon || before.levels.isEmpty || after.levels.isEmpty else {
            sink.emit(
                Diagnostic(
                    .wrongType, at: pair.after.location,
                    "'\(pair.after.value)' has no level of '\(pair.before.value)', with which it is compared",
                    notes: [
                        .init("levels of '\(pair.before.value)': \(before.levels.map(\.id).joined(separator: ", "))"),
                        .init("levels of '\(pair.after.value)': \(after.levels.map(\.id).joined(separator: ", "))"),
                    ],
                    help: ["declare the same levels for both variables"]))
            return nil
        }
        levels += after.levels.filter { level in !levels.contains { $0.id == level.id } }
        let places = after.levels.map { level in levels.firstIndex { $0.id == level.id } }
        let union = CategoricalValues(levels: levels, codes: [], reference: 0)
        _ = union.absentLevels(
            among: pair.event, of: pair.before.value, note: "no patient has the event by it", reporting: sink)
        return dichotomised(
            Measurements(
                pair: pair, label: pair.label ?? context.label(of: pair.before.value),
                levels: levels.map { PairedTable.Level(id: $0.id, label: $0.label, members: [$0.id]) },
                before: Array(before.codes), after: after.codes.map { $0.flatMap { places[$0] } }))
    }

    /// The pair with the event's levels as the second of two.
    private func dichotomised(_ values: Measurements) -> Measurements {
        let event = values.pair.event.map(\.value)
        guard !event.isEmpty else { return values }
        func joined(_ levels: [PairedTable.Level]) -> PairedTable.Level {
            PairedTable.Level(
                id: levels.map(\.id).joined(separator: " + "), label: levels.map(\.label).joined(separator: " + "),
                members: levels.flatMap(\.members))
        }
        func isEvent(_ code: Int?) -> Int? { code.map { event.contains(values.levels[$0].id) ? 1 : 0 } }
        let having = values.levels.filter { event.contains($0.id) }
        var result = values
        result.levels = [
            joined(values.levels.filter { !event.contains($0.id) }),
            having.isEmpty
                ? PairedTable.Level(
                    id: event.joined(separator: " + "), label: event.joined(separator: " + "), members: event)
                : joined(having),
        ]
        result.before = values.before.map(isEvent)
        result.after = values.after.map(isEvent)
        return result
    }

    // MARK: Numbers

    private func row(
        of values: Measurements, in columns: [PatientGroup], population: [Int], _ plan: PairedPlan
    ) -> PairedTable.Row {
        var kept = Array(values.levels.indices)
        if kept.count > 2 {
            var occurs = Set<Int>()
            for patient in population {
                if let (before, after) = values.values(of: patient) { occurs.formUnion([before, after]) }
            }
            kept = kept.filter(occurs.contains)
        }
        return PairedTable.Row(
            before: values.pair.before.value, after: values.pair.after.value, label: values.label,
            levels: kept.map { values.levels[$0] },
            cells: columns.map { cell(of: values, kept, among: $0.patients, plan) })
    }

    private func cell(
        of values: Measurements, _ kept: [Int], among patients: [Int], _ plan: PairedPlan
    ) -> PairedTable.Cell {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: kept.count), count: kept.count)
        var place = [Int?](repeating: nil, count: values.levels.count)
        for (index, level) in kept.enumerated() { place[level] = index }
        for patient in patients {
            guard let (before, after) = values.values(of: patient), let row = place[before], let column = place[after]
            else { continue }
            counts[row][column] += context.patientCount([patient])
        }
        let known = counts.joined().reduce(0, +)
        return PairedTable.Cell(
            known: known, missing: context.patientCount(patients) - known, counts: counts,
            changes: kept.indices.map { change(of: values.levels[kept[$0]].id, at: $0, counts) },
            test: test(counts, plan))
    }

    private func change(of level: String, at place: Int, _ counts: [[Int]]) -> PairedTable.Change {
        let before = counts[place].reduce(0, +)
        let after = counts.map { $0[place] }.reduce(0, +)
        let both = counts[place][place]
        let all = counts.joined().reduce(0, +)
        let pairs = PairedAnswers(
            both: both, onlyFirst: before - both, onlySecond: after - both, neither: all - before - after + both)
        return PairedTable.Change(
            level: level, before: before, after: after, onlyBefore: before - both, onlyAfter: after - both,
            difference: differenceOfPairedProportions(pairs, method: .newcombe, level: context.conventions.level))
    }

    private func test(_ counts: [[Int]], _ plan: PairedPlan) -> TestResult {
        let method: McNemarMethod =
            switch plan.rule {
            case .exact: .exact
            case .corrected: .corrected
            case .uncorrected: .plain
            case .exactOrCorrected: discordant(counts) < plan.exactBelow ? .exact : .corrected
            }
        guard let table = try? ContingencyTable(counts) else {
            return TestResult(
                method: .mcNemarExact, statistic: nil, pValue: nil, n: 0, equalsInR: "",
                notes: [ResultNote(.noPatients)])
        }
        return mcNemarTest(table, method: method)
    }

    private func discordant(_ counts: [[Int]]) -> Int {
        counts.indices.map { row in counts[row].indices.filter { $0 != row }.map { counts[row][$0] }.reduce(0, +) }
            .reduce(0, +)
    }
}
