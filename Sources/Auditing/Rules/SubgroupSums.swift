internal import ManuscriptReading

private let overallWord = Pattern(#"^(?:overall|all(?: patients)?|total|entire cohort|whole)\b"#)
private let missingWord = Pattern(#"missing|unknown|not (?:available|assessed|evaluable|known|reported|done)|^NA$"#)

/// Patients and events of subgroups that do not add up to those of all patients, or of the column's head.
func subgroupSums(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table -> [Finding] in
        guard let whole = table.rows.first(where: { overallWord.matches($0.label.plain) && $0.block.isEmpty }) else {
            return []
        }
        let variables = blocks(of: table).filter { block in
            block.rows.count >= 2 && !block.rows.contains { missingWord.matches($0.label.plain) }
                && !block.rows.contains { overallWord.matches($0.label.plain) }
        }
        var told: Set<String> = []
        return table.columns.indices.flatMap { column in
            sums(of: variables, against: whole, column, table, paper, &told)
        }
    }
}

private struct Tally {
    var events: Int?
    var patients: Int?

    init?(_ cell: ManuscriptTable.Cell, isPatients: Bool) {
        switch cell.value {
        case .fraction(let events, let patients, _): (self.events, self.patients) = (events, patients)
        case .number(let number):
            guard let count = number.count else { return nil }
            if isPatients { patients = count } else { events = count }
        case .pair(let number, let percent, _):
            guard let count = number.count, percent.value <= 100 else { return nil }
            if isPatients { patients = count } else { events = count }
        default: return nil
        }
    }
}

private let patientsHead = Pattern(#"^(?:n|no\.?|patients?|number(?: of patients)?|n\s*\(%\)|no\. of patients)$"#)
private let countHead = Pattern(#"\bevents?\b|\bdeaths?\b|\bn\b|\bpatients\b|\bno\.?"#)

private func sums(
    of variables: [(name: String, rows: [ManuscriptTable.Row])], against whole: ManuscriptTable.Row, _ column: Int,
    _ table: ManuscriptTable, _ paper: Paper, _ told: inout Set<String>
) -> [Finding] {
    let head = ManuscriptText(table.columns[column].heads.last ?? "").plain
    guard whole.cells.indices.contains(column), !paper.isPColumn(table.columns[column]) else { return [] }
    let isPatients = patientsHead.matches(head.trimmed)
    guard let all = Tally(whole.cells[column], isPatients: isPatients) else { return [] }
    // A number alone is a count only where the head says so.
    if case .fraction = whole.cells[column].value {} else if !countHead.matches(head) { return [] }
    let tallies = variables.compactMap { variable -> (name: String, rows: [ManuscriptTable.Row], parts: [Tally])? in
        let parts = variable.rows.compactMap { row in
            row.cells.indices.contains(column) ? Tally(row.cells[column], isPatients: isPatients) : nil
        }
        return parts.count == variable.rows.count ? (variable.name, variable.rows, parts) : nil
    }
    func total(_ parts: [Tally], _ kind: KeyPath<Tally, Int?>) -> Int? {
        let values = parts.compactMap { $0[keyPath: kind] }
        return values.count == parts.count ? values.reduce(0, +) : nil
    }
    func finding(
        _ item: (name: String, rows: [ManuscriptTable.Row], parts: [Tally]), _ sum: Int, _ expected: Int,
        _ what: String,
        _ certainty: Finding.Certainty
    ) -> Finding {
        Finding(
            rule: .subgroupsDoNotAddUp, certainty: certainty,
            place: paper.place(table, row: item.rows[0], column: column),
            printed: item.rows.map { "\($0.label.printed) \($0.cells[column].text.printed)" }.joined(separator: ", "),
            expected:
                "\(what) of '\(item.name)' that add up to \(expected), as in the row '\(whole.name)'; they add up to \(sum)",
            settle: "the counts, and whether some patients are in no subgroup")
    }
    let complete = tallies.filter { total($0.parts, \.patients) == all.patients }.count
    var result: [Finding] = []
    for item in tallies {
        var isWhole = all.patients == nil
        if let patients = all.patients, let sum = total(item.parts, \.patients) {
            isWhole = sum == patients
            if sum > patients {
                result.append(finding(item, sum, patients, "patients", .contradiction))
            } else if sum < patients, !saysMissing(item.name, table, paper), !told.contains(item.name) {
                told.insert(item.name)
                // Values can be missing without a word, but hardly in one variable of many.
                result.append(finding(item, sum, patients, "patients", complete >= 2 ? .suspicious : .cannotTell))
            }
        }
        if let events = all.events, let sum = total(item.parts, \.events), sum != events, isWhole || sum > events,
            !(all.patients == nil && sum < events && missingWord.matches(table.words))
        {
            let isSure = all.patients != nil || sum > events
            result.append(finding(item, sum, events, "events", isSure ? .contradiction : .suspicious))
        }
    }
    return result
}

/// Whether a note, or a sentence about the variable, says that values are missing.
private func saysMissing(_ variable: String, _ table: ManuscriptTable, _ paper: Paper) -> Bool {
    if missingWord.matches(table.words) { return true }
    let name = ManuscriptText(variable).plain.lowercased()
    return paper.sentences.contains { missingWord.matches($0.plain) && $0.plain.lowercased().contains(name) }
}
