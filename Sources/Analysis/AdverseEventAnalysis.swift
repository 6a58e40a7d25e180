import CohortBuilding
import Diagnostics
import Results
import StudyFiles

/// Works out a table of adverse events by group.
struct AdverseEventAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The table's numbers; nil, with a message, where the file is not linked to patients, lacks a column or holds
    /// something other than grades, or where the groups cannot be formed.
    ///
    /// A patient counts once a term, at the worst grade. A term stands in the table if in one of its columns at least
    /// the smallest percentage have it at a grade of some severity.
    func table(for plan: AdverseEventPlan, reporting sink: DiagnosticSink) -> AdverseEventTable? {
        guard let grouped = context.countable(by: plan.by, in: plan.population, reporting: sink),
            let records = AdverseEventRecords(plan, in: context, reporting: sink)
        else { return nil }
        let worst = WorstGrades(records, among: grouped.population.patients, of: context.cohort.count)
        let columns = grouped.columns(showsTotal: plan.showsTotal, labels: context.study.labels)
        let counting = Counting(
            plan: plan, grouped: grouped, columns: columns, rule: context.conventions.categoricalTest)
        let occurring = worst.terms.filter { term in
            counting.isInAnySeverity(worst.grades(of: term)).contains(true)
        }
        let chosen =
            plan.terms.isEmpty ? byFrequency(occurring, worst, counting) : listed(plan, records, reporting: sink)
        let rows = chosen.filter { counting.isFrequent(worst.grades(of: $0)) }.map { term in
            counting.row(term, label: term, isAll: false, worst.grades(of: term))
        }
        let all = plan.all.map { counting.row("all", label: $0, isAll: true, worst.overall) }
        return AdverseEventTable(
            columns: columns.map { BaselineTable.Column(id: $0.id, label: $0.label, n: $0.patients.count) },
            severities: plan.severities, rows: (all.map { [$0] } ?? []) + rows,
            termsLeftOut: occurring.count { term in !rows.contains { $0.id == term } },
            incompleteRecords: worst.incomplete, showsPValue: plan.showsPValue && grouped.isCompared,
            source: plan.source.value, population: grouped.population.id, grouping: grouped.grouping)
    }

    /// The most frequent terms in everyone first, equally frequent ones in alphabetical order.
    private func byFrequency(_ terms: [String], _ worst: WorstGrades, _ counting: Counting) -> [String] {
        let counted = terms.map { term in
            (term: term, patients: counting.isInAnySeverity(worst.grades(of: term)).count { $0 })
        }
        return counted.sorted { ($1.patients, $0.term) < ($0.patients, $1.term) }.map(\.term)
    }

    /// The terms that the study lists; one that the data lack is kept with a count of 0, and a warning.
    private func listed(
        _ plan: AdverseEventPlan, _ records: AdverseEventRecords, reporting sink: DiagnosticSink
    ) -> [String] {
        let found = Set(records.rows.compactMap(\.term))
        for term in plan.terms where !found.contains(term.value) {
            sink.emit(
                Diagnostic(
                    .absentLevel, severity: .warning, at: term.location,
                    "term '\(term.value)' doesn't occur in '\(plan.source.value)'",
                    notes: [.init("it is kept with a count of 0")],
                    help: NearestName.names(near: term.value, among: found.sorted()).map { "did you mean '\($0)'?" }))
        }
        var terms: [String] = []
        for term in plan.terms where !terms.contains(term.value) { terms.append(term.value) }
        return terms
    }
}

/// Each patient's worst grade, by term and of any term.
private struct WorstGrades {
    /// The terms in alphabetical order.
    private(set) var terms: [String] = []
    private var byTerm: [String: [Int?]] = [:]
    private let none: [Int?]
    /// The worst grade of each patient of the cohort; nil for a patient without any event.
    private(set) var overall: [Int?]
    /// Rows of these patients without a term or a grade.
    private(set) var incomplete = 0

    init(_ records: AdverseEventRecords, among patients: [Int], of count: Int) {
        none = [Int?](repeating: nil, count: count)
        let members = Set(patients)
        overall = none
        for row in records.rows where members.contains(row.patient) {
            guard let term = row.term, let grade = row.grade else {
                incomplete += 1
                continue
            }
            byTerm[term, default: none][row.patient] = max(grade, byTerm[term]?[row.patient] ?? grade)
            overall[row.patient] = max(grade, overall[row.patient] ?? grade)
        }
        terms = byTerm.keys.sorted()
    }

    /// The worst grade of each patient of the cohort; nil for a patient without the term.
    func grades(of term: String) -> [Int?] { byTerm[term] ?? none }
}

/// Counts the patients of some columns by their worst grade.
private struct Counting {
    let plan: AdverseEventPlan
    let grouped: GroupedPatients
    let columns: [PatientGroup]
    let rule: CategoricalTestRule

    /// For each patient whether the worst grade is in some severity of the table.
    func isInAnySeverity(_ worst: [Int?]) -> [Bool] {
        worst.map { grade in
            grade.map { grade in plan.severities.contains { $0.contains(grade) } } ?? false
        }
    }

    /// Whether enough patients of some column have a term.
    func isFrequent(_ worst: [Int?]) -> Bool {
        guard plan.minimumPercent > 0 else { return true }
        let isCounted = isInAnySeverity(worst)
        return columns.contains { column in
            let count = column.patients.count { isCounted[$0] }
            return count > 0 && Double(count) * 100 >= plan.minimumPercent * Double(column.patients.count)
        }
    }

    func row(_ id: String, label: String, isAll: Bool, _ worst: [Int?]) -> AdverseEventTable.Row {
        func count(_ severity: AdverseEventTable.Severity, in group: PatientGroup) -> Int {
            group.patients.count { patient in worst[patient].map(severity.contains) ?? false }
        }
        return AdverseEventTable.Row(
            id: id, label: label, isAll: isAll,
            counts: plan.severities.map { severity in columns.map { count(severity, in: $0) } },
            tests: plan.severities.map { severity in
                let counts = grouped.groups.map { count(severity, in: $0) }
                guard plan.showsPValue, grouped.isCompared, counts.contains(where: { $0 > 0 }) else { return nil }
                return grouped.test(counts, of: grouped.groups.map(\.patients.count), rule: rule)
            })
    }
}

extension AdverseEventTable.Severity {
    fileprivate func contains(_ grade: Int) -> Bool {
        grade >= lowest && highest.map { grade <= $0 } ?? true
    }
}
