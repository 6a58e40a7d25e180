import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

extension GroupedPatients {
    /// The columns of a table that counts patients: everyone first where that is asked for or there are no groups, then
    /// the groups.
    func columns(showsTotal: Bool, labels: DefaultLabels) -> [PatientGroup] {
        guard grouping != nil else {
            return [PatientGroup(id: "total", label: labels.total, patients: population.patients)]
        }
        let total = PatientGroup(id: "total", label: labels.total, patients: population.patients)
        return (showsTotal ? [total] : []) + groups
    }

    /// Whether there are groups to compare.
    var isCompared: Bool { grouping != nil && groups.count > 1 }

    /// Compares how many of each group have something.
    ///
    /// - Parameters:
    ///   - counts: Patients of each group who have it.
    ///   - totals: Patients of each group.
    ///   - rule: How the test is chosen.
    /// - Returns: The test of the table of two rows; nil where a count exceeds its total.
    func test(_ counts: [Int], of totals: [Int], rule: CategoricalTestRule) -> TestResult? {
        let table = try? ContingencyTable([counts, zip(totals, counts).map { $0 - $1 }])
        return table.map { categoricalTest($0, rule: rule) }
    }
}

extension AnalysisContext {
    /// Whether each patient of a population counts once, with a message where they are weighted.
    func isCountable(_ population: Located<String>?, reporting sink: DiagnosticSink) -> Bool {
        guard self.population(population).weights != nil else { return true }
        sink.emit(
            Diagnostic(
                .wrongType, at: population?.location,
                "population '\(population?.value ?? "")' is weighted, and this table counts patients",
                help: ["name a population that is made by 'where' or 'match'"]))
        return false
    }

    /// Divides a population for a table that counts patients; nil, with a message, where the population is weighted, as
    /// a patient with a weight is not one patient, or where the variable cannot group.
    func countable(
        by variable: Located<String>?, in population: Located<String>?, reporting sink: DiagnosticSink
    ) -> GroupedPatients? {
        guard isCountable(population, reporting: sink) else { return nil }
        return grouped(by: variable, in: population, reporting: sink)
    }
}
