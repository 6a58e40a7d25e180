internal import Diagnostics
internal import StudyFiles

/// Warns of cells that can be read but hardly mean what they say: codes for missing values among numbers, days yet to come
/// or far from the others.
///
/// One message tells of a column, at the first of its doubtful cells.
struct PlausibilityChecks {
    let names: StudyNames
    /// The patients who remain after the exclusions.
    let rows: PatientRows
    /// The files that endpoints may come from, beside the patients'.
    let tables: [DataTable]
    /// The day after which nothing can have been recorded; nil where it is not known.
    let today: CalendarDay?
    let reporter: FaultReporter

    /// Checks the columns that the variables and endpoints are made of.
    func check(_ variables: [String: VariableValues], _ endpoints: [String: EndpointValues]) {
        checkNumbers(of: variables)
        var checked: Set<String> = []
        for endpoint in names.study.endpoints {
            let file = endpoint.file?.value
            guard let table = file == nil ? rows.table : tables.first(where: { $0.declaration.name.value == file })
            else { continue }
            let rows = file == nil ? self.rows : PatientRows(table: table, rows: Array(0..<table.rowCount))
            switch endpoint.source {
            case .columns(let time, _, _, _):
                let known = file == nil ? endpoints[endpoint.name.value]?.time.numbers : nil
                if let column = table.column(time.value), let times = known ?? rows.plainNumbers(column)?.values.numbers
                {
                    warnOfCodes(in: times, of: column, rows)
                }
                if let column = endpoint.entry.flatMap({ table.column($0.value) }),
                    let entries = rows.plainNumbers(column)?.values.numbers
                {
                    warnOfCodes(in: entries, of: column, rows)
                }
            case .dates(let start, let events, let competing, let contact):
                for name in [start] + events + competing + [contact] + [endpoint.entry].compactMap({ $0 }) {
                    guard let column = table.column(name.value),
                        checked.insert("\(table.path)\n\(name.value)").inserted
                    else { continue }
                    checkDays(of: column, rows, cutoff: (endpoint.cutoff ?? names.study.cutoff)?.value)
                }
            }
        }
    }

    // MARK: Numbers

    private func checkNumbers(of variables: [String: VariableValues]) {
        var checked: Set<Int> = []
        func check(_ name: String, of owner: String?, known values: VariableValues? = nil) {
            guard case .column(let column)? = names.meaning(of: name, insideDefinitionOf: owner),
                checked.insert(column.index).inserted
            else { return }
            switch values {
            case .continuous(let numbers, _): warnOfCodes(in: numbers.numbers, of: column, rows)
            case .categorical, .multiResponse: break
            case nil: rows.plainNumbers(column).map { warnOfCodes(in: $0.values.numbers, of: column, rows) }
            }
        }
        for variable in names.study.variables {
            if case .column(let name) = variable.source, let values = variables[variable.name.value] {
                check(name.value, of: name.value, known: values)
            }
            guard !variable.joinsLevels else { continue }
            for name in variable.definingNames { check(name.value, of: variable.name.value) }
        }
        for name in names.undeclaredVariables { check(name.value, of: nil, known: variables[name.value]) }
        for name in names.study.populations.compactMap(\.condition).flatMap(\.names) { check(name.value, of: nil) }
    }

    private func warnOfCodes(in numbers: [Double], of column: DataColumn, _ rows: PatientRows) {
        let likely = LikelyCodes(in: numbers)
        guard !likely.codes.isEmpty, let others = likely.others else { return }
        let found = doubtfulCells(of: column, rows) { likely.codes.contains(numbers[$0]) }
        guard let first = found.first else { return }
        func shown(_ number: Double) -> String {
            numbers.firstIndex(of: number).flatMap { column[rows.rows[$0]] } ?? ""
        }
        let codes = column.table.declaration.missingCodes + found.map(\.text)
        reporter.report(
            Diagnostic(
                .likelyMissingCode, severity: .warning, at: column.location(first.row),
                "'\(column.name)' has numbers that look like codes for missing values: \(inWords(found))",
                notes: [.init("the other numbers are \(shown(others.lowerBound)) to \(shown(others.upperBound))")],
                help: [
                    "if no value was meant, set \(column.table.missingKey) to "
                        + "[\(codes.map(quoted).joined(separator: ", "))], for all columns of the file"
                ]))
    }

    // MARK: Days

    private func checkDays(of column: DataColumn, _ rows: PatientRows, cutoff: CalendarDay?) {
        // Where the different days leave no doubt, nobody asks which patient has which.
        let different = rows.differentTexts(column).compactMap { $0.flatMap { DateCell($0).day } }
        guard let first = different.min(), let latest = different.max(),
            today.map({ latest > $0 }) ?? false || latest.daysSinceEpoch - first.daysSinceEpoch > NearDays.widestGap
        else { return }
        let days = rows.mapped(column) { $0.flatMap { DateCell($0).day } }
        if let today {
            // Days after a cut-off have messages of their own.
            let future = doubtfulCells(of: column, rows) { index in
                days[index].map { day in day > today && cutoff.map { day <= $0 } ?? true } ?? false
            }
            warn(of: future, in: column, "are yet to come", note: "no day after \(today.iso) can have been recorded")
        }
        let last = [cutoff, today].compactMap(\.self).min()
        let counted = days.lazy.compactMap(\.self).filter { day in last.map { day <= $0 } ?? true }
        guard let near = NearDays(of: counted.map(\.daysSinceEpoch)).range else { return }
        let far = doubtfulCells(of: column, rows) { index in
            guard let day = days[index], last.map({ day <= $0 }) ?? true else { return false }
            return !near.contains(day.daysSinceEpoch)
        }
        let others = counted.filter { near.contains($0.daysSinceEpoch) }
        let span = others.min().flatMap { first in others.max().map { "\(first.iso) to \($0.iso)" } } ?? ""
        warn(of: far, in: column, "are far from all others", note: "the other days are \(span)")
    }

    private func warn(of cells: [DoubtfulCell], in column: DataColumn, _ what: String, note: String) {
        guard let first = cells.first else { return }
        reporter.report(
            Diagnostic(
                .implausibleDate, severity: .warning, at: column.location(first.row),
                "'\(column.name)' has days that \(what): \(inWords(cells))",
                notes: [.init(note)],
                help: [
                    cells.count == 1
                        ? "correct the date, or add \(quoted(first.text)) to \(column.table.missingKey) if it stands for a "
                            + "missing value" : "correct the dates"
                ]))
    }

    // MARK: Words

    /// A text that stands in doubtful cells.
    private struct DoubtfulCell {
        let text: String
        /// The first row where it stands.
        let row: Int
        var patients: Int
    }

    /// The different texts of the doubtful cells, as the file writes them, in its order.
    private func doubtfulCells(
        of column: DataColumn, _ rows: PatientRows, where isDoubtful: (Int) -> Bool
    ) -> [DoubtfulCell] {
        var (cells, places): ([DoubtfulCell], [String: Int]) = ([], [:])
        let frequencies = column.table.frequencies
        for index in rows.rows.indices where isDoubtful(index) {
            let row = rows.rows[index]
            let text = column.table.text(row: row, column: column.index)
            if let place = places[text] {
                cells[place].patients += frequencies?[row] ?? 1
            } else {
                places[text] = cells.count
                cells.append(DoubtfulCell(text: text, row: row, patients: frequencies?[row] ?? 1))
            }
        }
        return cells
    }

    private func inWords(_ cells: [DoubtfulCell]) -> String {
        let limit = 4
        let shown = cells.prefix(limit).map { "\(quoted($0.text)) (\(counted($0.patients, "patient")))" }
            .joined(separator: ", ")
        return cells.count > limit ? "\(shown) and \(cells.count - limit) more" : shown
    }
}

extension Variable {
    /// Whether it is made of levels, which every table shows.
    fileprivate var joinsLevels: Bool {
        if case .groups = source { true } else { false }
    }
}
