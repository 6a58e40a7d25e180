import Results
import Styling

extension BaselineLayout {
    /// All notes; to be asked for after the rows. Those given stand behind what the cells hold.
    mutating func footnotes(_ notes: [String] = []) -> [Table.Footnote] {
        if parts.flatMap(\.rows).contains(where: { $0.summary == .mean }) { writer.uses(.standardDeviation) }
        return writer.footnotes(contents + ungrouped + notes + differences + usualTest.notes(writer))
    }

    private var contents: [String] {
        let rows = parts.flatMap(\.rows)
        let categorical = rows.filter { $0.summary == .levels || $0.summary == .responses }
        var notes: [String] = []
        if !categorical.isEmpty {
            let someAreMissing = categorical.contains { $0.summary == .levels && $0.missing.contains { $0 != 0 } }
            notes.append(
                words.cellContents(
                    onlyCounts: categorical.count == rows.count,
                    percentagesOf: someAreMissing ? parts.first?.denominator : nil))
        }
        let quartiles = rows.filter { $0.summary == .median }
        if !quartiles.isEmpty {
            let areAllWeighted = quartiles.allSatisfy { $0.knownWeights != nil }
            notes.append(words.quartiles(type: areAllWeighted ? nil : writer.conventions.quantileType))
        }
        if rows.contains(where: { $0.knownWeights != nil }) {
            notes.append(words.weightedValues(isAll: rows.allSatisfy { $0.knownWeights != nil }))
        }
        return notes
    }

    /// How many patients of a total are in none of the groups beside it.
    private var ungrouped: [String] {
        var notes: [String] = []
        for part in parts {
            let (total, groups) = PatientColumns(columns: part.columns).divided(part.columns.map(\.n))
            guard let total, !groups.isEmpty, !part.columns.contains(where: \.n.isWithheld) else { continue }
            let rest = total - groups.map(\.n).reduce(0, +)
            guard rest > 0 else { continue }
            let label = part.columns.first { $0.id == PatientColumns.totalColumn }?.label ?? ""
            let note = words.ungroupedPatients(rest, in: label, isTreatment: part.grouping == "arm")
            if !notes.contains(note) { notes.append(note) }
        }
        return notes
    }

    private var differences: [String] {
        guard let part = parts.first(where: \.showsDifference) else { return [] }
        let groups = PatientColumns(columns: part.columns).groups
        return [words.standardizedDifferences(of: groups.last?.label, and: groups.first?.label)]
    }
}
