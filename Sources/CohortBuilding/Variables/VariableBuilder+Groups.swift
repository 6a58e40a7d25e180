internal import Diagnostics
internal import StudyFiles

extension VariableBuilder {
    /// Joins the levels of a column or variable into groups.
    func grouped(
        _ variable: Variable, from name: Located<String>, into groups: [Variable.Group]
    ) -> VariableValues? {
        let codes = groups.flatMap { group in group.members.map { Variable.Code(raw: $0, level: group.name) } }
        let key = "variables.\(variable.name.value).groups"
        let order = variable.levels.isEmpty ? groups.compactMap(place) : variable.levels
        let coding = LevelCoding(codes: codes, levels: order, name: "members", key: key)
        var values: CategoricalValues
        switch names.meaning(of: name.value, insideDefinitionOf: variable.name.value) {
        case nil: return nil
        case .column(let column):
            values = CategoricalValues(column, of: rows, by: coding, reporter)
            warnOfAbsentMembers(codes, among: rows.differentTexts(column), of: name.value)
        case .variable(let source):
            guard let levels = levels(of: source, named: name) else { return nil }
            values = regrouped(levels, by: coding, variable, from: name)
            warnOfAbsentMembers(codes, among: levels.levels.map(\.id), of: name.value)
        }
        values.settle(
            reference: variable.reference, declared: order, of: "'\(variable.name.value)'", in: rows.table.path,
            reporter)
        return .categorical(values)
    }

    /// A group's name at the place of its first member.
    private func place(of group: Variable.Group) -> Located<String>? {
        group.members.first.map { $0.map { _ in group.name } }
    }

    private func levels(of source: Variable, named name: Located<String>) -> CategoricalValues? {
        switch values[source.name.value] {
        case nil: return nil
        case .categorical(let levels): return levels
        case .continuous, .multiResponse:
            reporter.report(
                Diagnostic(
                    .wrongType, at: name.location, "groups join levels, '\(name.value)' is not categorical",
                    help: ["make groups of numbers by 'cut:'"]))
            return nil
        }
    }

    private func regrouped(
        _ levels: CategoricalValues, by coding: LevelCoding, _ variable: Variable, from name: Located<String>
    ) -> CategoricalValues {
        let groupOfLevel = levels.levels.map { coding.code(of: $0.id) }
        for (level, group) in zip(levels.levels, groupOfLevel) where group == nil {
            reporter.report(
                Diagnostic(
                    .undeclaredLevel, at: variable.name.location,
                    "level '\(level.id)' of '\(name.value)' is in no group of '\(variable.name.value)'",
                    help: ["add it to a group in variables.\(variable.name.value).groups"]))
        }
        return CategoricalValues(
            levels: coding.levels.map { .init(id: $0, label: $0) },
            codes: LevelCodes(levels.codes.map { $0.flatMap { groupOfLevel[$0] } }), reference: 0)
    }

    private func warnOfAbsentMembers(_ codes: [Variable.Code], among texts: [String?], of name: String) {
        let known = distinctLevels(of: texts)
        let coding = LevelCoding(undeclared: known)
        for member in codes.map(\.raw) where coding.code(of: member.value) == nil {
            let help = known.count > 20 ? [] : nearNameHelp(for: member.value, among: known, kind: "levels")
            reporter.report(
                Diagnostic(
                    .absentLevel, severity: .warning, at: member.location,
                    "\(quoted(member.value)) doesn't occur in '\(name)'", help: help))
        }
    }
}
