extension Drafting {
    /// How many different whole numbers still look like codes.
    private static let mostCodes = 6
    /// The highest number that still looks like a code.
    private static let highestCode = 20.0
    /// How many different texts still look like levels.
    private static let mostLevels = 12

    /// The characteristics of the patients, from the columns that are left.
    mutating func findVariables() {
        let outcomes = draft.endpoints.isEmpty ? [] : free.filter(tellsOutcome)
        if !outcomes.isEmpty {
            taken.formUnion(outcomes.map(\.name))
            let names = outcomes.map { "'\($0.name)'" }.joined(separator: ", ")
            draft.checks.append(
                "\(names): \(outcomes.count == 1 ? "it tells" : "they tell") how patients ended, so no table or model "
                    + "of characteristics has \(outcomes.count == 1 ? "it" : "them").")
        }
        for column in free {
            guard let kind = kind(of: column) else { continue }
            taken.insert(column.name)
            draft.variables.append(
                .init(
                    column: column.name, label: column.ownLabel ?? column.words.label(of: column.name),
                    unit: column.words.unit, kind: kind))
            if case .levels(let levels) = kind, isResponse(levels) { draft.response = column.name }
        }
        let coded = draft.variables.filter { variable in
            guard case .levels(let levels) = variable.kind else { return false }
            return levels.allSatisfy { Double($0) != nil }
        }
        if !coded.isEmpty {
            let names = coded.map { "'\($0.column)'" }.joined(separator: ", ")
            draft.checks.append("\(names): numbers were taken as levels; say with 'codes' what they stand for.")
        }
    }

    private func kind(of column: ColumnProfile) -> StudyDraft.DraftedVariable.Kind? {
        let values = column.distinct
        let isNumbering = column.isNumeric && column.says(["id", "key", "nr", "no", "number"])
        guard values.count > 1, !isNumbering else { return nil }
        switch column.form {
        case .empty, .dates, .foreignDates: return nil
        case .numbers(_, let highest, let areWhole):
            let isSex = column.says(["sex", "gender"])
            if Set(values.compactMap(Double.init)) == [0, 1], values.count == 2, !isSex { return .yesNo }
            let areCodes = areWhole && values.count <= Self.mostCodes && highest <= Self.highestCode
            return areCodes && column.known > values.count ? .levels(values) : .continuous
        case .texts:
            for separator in [";", "|"] where values.contains(where: { $0.contains(separator) }) {
                return .several(separator: separator)
            }
            guard values.count <= Self.mostLevels, values.count < max(2, column.known) else { return nil }
            return .levels(ordered(values))
        }
    }

    /// Levels in the order in which people read them: No before Yes, responses from the best, else as they sort.
    private func ordered(_ levels: [String]) -> [String] {
        let usual = ["no", "yes", "low", "medium", "moderate", "high", "cr", "pr", "sd", "pd", "ne"]
        let ranks = levels.map { usual.firstIndex(of: $0.lowercased()) }
        guard !ranks.contains(nil) else { return levels }
        return zip(levels, ranks).sorted { ($0.1 ?? 0) < ($1.1 ?? 0) }.map(\.0)
    }

    private func isResponse(_ levels: [String]) -> Bool {
        let known: Set = ["CR", "PR", "SD", "PD", "NE"]
        return levels.count > 1 && Set(levels).isSubset(of: known) && levels.contains { ["CR", "PR"].contains($0) }
    }
}
