internal import DataReading
internal import Diagnostics
internal import StudyFiles

/// Checks that every name of the study stands for something, each with a message at the name.
struct NameChecks {
    let study: Study
    let reporter: FaultReporter

    /// Checks the columns that the study names in one data file as its keys, and in a linked file all others too.
    func checkColumns(of table: DataTable) {
        let keys = [table.declaration.key, table.declaration.patient].compactMap { $0 }
        for name in keys + LinkedFileChecks(study: study, reporter: reporter).columns(of: table) {
            checkColumn(name, of: table)
        }
    }

    /// Checks the columns that a condition on the rows of a file names; false where one does not exist.
    func checkColumns(_ names: [Located<String>], of table: DataTable) -> Bool {
        for name in names { checkColumn(name, of: table) }
        return names.allSatisfy { table.column($0.value) != nil }
    }

    /// Checks the columns of endpoints that come from another file than the patients'.
    func checkSources(of endpoints: [Endpoint], among tables: [DataTable]) {
        for endpoint in endpoints {
            guard let table = tables.first(where: { $0.declaration.name.value == endpoint.file?.value }) else {
                continue
            }
            for name in endpoint.columns { checkColumn(name, of: table) }
        }
    }

    /// Checks every name that is looked up among the patients.
    func checkNames(_ names: StudyNames) {
        let patients = names.patients
        if let arms = study.arms { checkColumn(arms.column, of: patients) }
        for variable in study.variables {
            if case .column(let name) = variable.source { checkColumn(name, of: patients) }
            if case .checkboxes(let boxes) = variable.source {
                for box in boxes { checkColumn(box.column, of: patients) }
            }
            for name in variable.definingNames { check(name, in: names, insideDefinitionOf: variable.name.value) }
        }
        for name in study.endpoints.filter({ $0.file == nil }).flatMap(\.columns) { checkColumn(name, of: patients) }
        let conditions = study.exclusions.map(\.condition) + study.populations.compactMap(\.condition)
        for name in conditions.flatMap(\.names) + names.planVariables { check(name, in: names) }
    }

    private func checkColumn(_ name: Located<String>, of table: DataTable) {
        guard table.column(name.value) == nil else { return }
        reporter.report(
            Diagnostic(
                .unknownColumn, at: name.location, "column '\(name.value)' doesn't exist in '\(table.path)'",
                help: nearNameHelp(for: name.value, among: table.cells.header, kind: "columns")))
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

extension Endpoint {
    /// The columns that it names.
    var columns: [Located<String>] {
        switch source {
        case .dates(let start, let events, let competing, let censoring):
            [start] + events + competing + [censoring] + [entry].compactMap { $0 }
        case .columns(let time, _, let status, _):
            [time, status] + [entry].compactMap { $0 }
        }
    }
}
