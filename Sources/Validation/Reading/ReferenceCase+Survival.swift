internal import Results
internal import SurvivalStatistics

/// The arguments that cases of survival analysis share.
extension ReferenceCase {
    /// The confidence level; 95% where the case gives none.
    var level: Double {
        for key in ["level", "conf_level", "conf.level", "conf.int"] {
            if let level = arguments[key].number, level > 0, level < 1 { return level }
        }
        return 0.95
    }

    /// The text of an argument that must be there.
    func name(_ key: String) throws(NotApplicable) -> String {
        guard let name = arguments[key].text else { throw NotApplicable("the case has no argument '\(key)'") }
        return name
    }

    /// Reading a kind's data: those of the case itself or of the file, with the case's filter applied.
    func table(_ file: ReferenceTable) throws(NotApplicable) -> ReferenceTable {
        let own = arguments["data"].isPresent ? ReferenceTable(arguments["data"]) : file
        return try own.filtered(arguments["filter"])
    }

    /// Which rows have the event; nil is missing.
    func status(in table: ReferenceTable) throws(NotApplicable) -> [Status?] {
        let column = try table.column(try name("event"))
        let wanted = arguments["event_value"].isPresent ? arguments["event_value"].elements : [.number(1)]
        return column.texts.indices.map { row in
            guard let text = column.texts[row] else { return nil }
            let isEvent = wanted.contains { value in
                value.text == text || value.number.map { $0 == column.numbers[row] } == true
                    || value.isTrue
                        && column.numbers[row] == 1
            }
            return isEvent ? .event : .censored
        }
    }

    /// The sample of the rows in which every column that is used is known, and those rows.
    func sample(
        _ file: ReferenceTable, also names: [String] = []
    ) throws -> (sample: SurvivalSample, table: ReferenceTable) {
        let time = try name("time")
        let event = try name("event")
        let (start, weights) = (arguments["start"].text, arguments["weights"].text)
        var rows = try table(file).complete([time, event] + [start, weights].compactMap { $0 } + names)
        // `Surv` makes records without any length missing.
        if let start {
            let (from, to) = (try rows.numbers(start), try rows.numbers(time))
            rows = rows.selecting((0..<rows.count).filter { from[$0] < to[$0] })
        }
        let sample = try SurvivalSample(
            time: rows.numbers(time), status: try status(in: rows).map { $0 ?? .censored },
            entry: try start.map(rows.numbers), weights: try weights.map(rows.numbers), unit: .days)
        return (sample, rows)
    }

    /// Each row's position among R's labels such as `sex=Male` or `sex=Male, rx=1`; all rows are in the only group where
    /// nothing divides them.
    func codes(_ labels: [ReferenceValue], of names: [String], in table: ReferenceTable) throws -> [Int?] {
        // R gives a group that is the only one no label of its own.
        guard !names.isEmpty, labels.count > 1 || labels.first?.text != "All" else {
            return (0..<table.count).map { _ in 0 }
        }
        func plain(_ text: String) -> String { text.filter { $0 != " " } }
        var positions: [String: Int] = [:]
        for (index, label) in labels.enumerated() { positions[plain(label.text ?? "")] = index }
        let columns = try names.map { try table.column($0) }
        return (0..<table.count).map { row in
            let values = columns.map { ReferenceValue.text($0.texts[row] ?? "").text ?? "" }
            let written = columns.map { ReferenceValue.number($0.numbers[row]).text ?? "" }
            for parts in [values, written] {
                let full = zip(names, parts).map { "\($0)=\($1)" }.joined(separator: ",")
                if let index = positions[plain(full)] ?? positions[plain(parts.joined(separator: ","))] { return index }
            }
            return nil
        }
    }

    /// One code for each combination of the values of some columns, in ascending order; −1 where one is missing.
    func combinedCodes(_ names: [String], in table: ReferenceTable) throws -> [Int] {
        var codes = [Int](repeating: 0, count: table.count)
        for name in names {
            let levels = arguments["factors"][name].texts
            let given = levels.isEmpty ? try labelledLevels(of: name, in: table, isOnly: names.count == 1) : levels
            for (row, code) in try table.codes(name, levels: given).enumerated() {
                codes[row] = codes[row] < 0 || code < 0 ? -1 : codes[row] * given.count + code
            }
        }
        return codes
    }

    /// The levels of strata in the order of R's labels of the baseline hazard, where it has them.
    private func labelledLevels(of name: String, in table: ReferenceTable, isOnly: Bool) throws -> [String] {
        let known = try table.levels(name)
        var seen: Set<String> = []
        let labels = result["basehaz"]["strata"].texts.map { label in
            label.hasPrefix("\(name)=") ? String(label.dropFirst(name.count + 1)) : label
        }.filter { seen.insert($0).inserted }
        let extra = known.filter { !seen.contains($0) }
        return isOnly && seen.isSubset(of: known) ? labels + extra : known
    }
}
