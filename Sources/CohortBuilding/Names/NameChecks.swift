internal import Diagnostics
internal import StudyFiles

/// Checks that every name of the study stands for something, each with a message at the name.
struct NameChecks {
    let study: Study
    let reporter: FaultReporter

    /// Checks the columns that the study names in one data file.
    func checkKeys(of table: DataTable) {
        for name in [table.declaration.key, table.declaration.patient].compactMap({ $0 }) {
            checkColumn(name, of: table)
        }
    }

    /// Checks every name that is looked up among the patients.
    func checkNames(_ names: StudyNames) {
        let patients = names.patients
        if let arms = study.arms { checkColumn(arms.column, of: patients) }
        for variable in study.variables {
            if case .column(let name) = variable.source { checkColumn(name, of: patients) }
            for name in variable.definingNames { check(name, in: names, insideDefinitionOf: variable.name.value) }
        }
        for endpoint in study.endpoints {
            switch endpoint.source {
            case .dates(let start, let events, _, let censoring):
                for name in [start] + events + [censoring] { checkColumn(name, of: patients) }
            case .columns(let time, _, let status, _):
                for name in [time, status] { checkColumn(name, of: patients) }
            }
        }
        let conditions = study.exclusions.map(\.condition) + study.populations.compactMap(\.condition)
        for name in conditions.flatMap(\.names) + study.tableRows { check(name, in: names) }
        for name in study.groupings where !(name.value == StudyNames.arms && study.arms != nil) {
            check(name, in: names)
        }
    }

    private func checkColumn(_ name: Located<String>, of table: DataTable) {
        guard table.column(name.value) == nil else { return }
        reporter.report(
            Diagnostic(
                .unknownColumn, at: name.location, "column '\(name.value)' doesn't exist in '\(table.path)'",
                help: nearNameHelp(for: name.value, among: table.csv.header, kind: "columns")))
    }

    private func check(_ name: Located<String>, in names: StudyNames, insideDefinitionOf owner: String? = nil) {
        guard names.meaning(of: name.value, insideDefinitionOf: owner) == nil else { return }
        reporter.report(
            Diagnostic(
                .unknownName, at: name.location,
                "name '\(name.value)' is neither a variable nor a column of '\(names.patients.path)'",
                help: nearNameHelp(for: name.value, among: names.all)))
    }
}
