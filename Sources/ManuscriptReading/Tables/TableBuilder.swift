/// Tells heads, headings of blocks, labels and values of a raw table apart.
struct TableBuilder {
    private var grid: [[RawTable.Cell]]
    private let raw: RawTable

    init(_ raw: RawTable) {
        self.raw = raw
        grid = Self.expanded(raw.rows)
    }

    /// The table; nil where there are not two columns and a row of values.
    func table() -> ManuscriptTable? {
        let width = grid.map(\.count).max() ?? 0
        guard width >= 2, width <= 60 else { return nil }
        let heads = headRowCount()
        guard heads < grid.count else { return nil }
        let body = grid[heads...].map { padded($0, to: width) }
        let labelColumns = self.labelColumns(of: Array(body), width: width)
        let columns = (labelColumns..<width).map { column in
            ManuscriptTable.Column(heads: headPath(of: column, headRows: heads))
        }
        var table = ManuscriptTable(
            label: "", caption: ManuscriptText(""), columns: columns, rows: [], notes: [], place: raw.place,
            isGuessed: raw.isGuessed)
        table.rows = rows(Array(body), labelColumns: labelColumns)
        guard table.rows.contains(where: { $0.cells.contains { $0.value.isData } }) else { return nil }
        return table
    }

    /// Cells that span columns or rows repeated where they reach.
    private static func expanded(_ rows: [[RawTable.Cell]]) -> [[RawTable.Cell]] {
        var result: [[RawTable.Cell]] = []
        var carried: [Int: (cell: RawTable.Cell, left: Int)] = [:]
        for row in rows {
            var line: [RawTable.Cell] = []
            var source = row.makeIterator()
            var next = source.next()
            while line.count < 200 {
                if let above = carried[line.count] {
                    carried[line.count] = above.left > 1 ? (above.cell, above.left - 1) : nil
                    line.append(above.cell)
                } else if let cell = next {
                    for index in 0..<min(max(1, cell.columnSpan), 60) {
                        var copy = cell
                        // A head repeats its words over all that it spans; a value stands once.
                        if index > 0, CellValue(ManuscriptText(cell.text).plain).isData { copy.text = "" }
                        if cell.rowSpan > 1 {
                            var below = copy
                            if !cell.isHead { below.text = "" }
                            carried[line.count] = (below, min(cell.rowSpan, 500) - 1)
                        }
                        line.append(copy)
                    }
                    next = source.next()
                } else {
                    break
                }
            }
            result.append(line)
        }
        return result
    }

    private func padded(_ row: [RawTable.Cell], to width: Int) -> [RawTable.Cell] {
        row + Array(repeating: RawTable.Cell(text: "", place: row.first?.place ?? raw.place), count: width - row.count)
    }

    private func headRowCount() -> Int {
        if let stated = raw.headRows, stated > 0 {
            // A file can call one row a head where the paper has two.
            return stated + extraHeads(after: stated)
        }
        let marked = grid.prefix { row in
            row.allSatisfy { $0.isHead || $0.text.isEmpty } && !row.isEmpty
                && (row.count < 2 || Set(row.map(\.text)).count > 1)
        }.count
        if marked > 0, marked < grid.count { return marked + extraHeads(after: marked) }
        let first = grid.firstIndex { row in
            row.dropFirst().contains { Self.isBodyValue($0.text) }
        }
        guard var first, first > 0 else { return grid.count > 1 ? 1 : 0 }
        // The heading of the first block stands above its first values.
        while first > 1, grid[first - 1].dropFirst().allSatisfy({ $0.text.trimmed.isEmpty }) { first -= 1 }
        return first
    }

    /// Rows right below the heads without any value, such as `Any grade | Grade 3–4`.
    private func extraHeads(after count: Int) -> Int {
        var extra = 0
        while count + extra < grid.count - 1, extra < 3 {
            let row = grid[count + extra]
            let filled = row.dropFirst().filter { !$0.text.trimmed.isEmpty }
            guard filled.count >= 2, Set(filled.map(\.text)).count > 1,
                filled.allSatisfy({ CellValue(ManuscriptText($0.text).plain) == .text })
            else { break }
            extra += 1
        }
        return extra
    }

    private static func isBodyValue(_ text: String) -> Bool {
        let plain = ManuscriptText(text).plain
        return CellValue(plain).isData && !plain.lowercased().hasPrefix("n ")
    }

    private func labelColumns(of body: [[RawTable.Cell]], width: Int) -> Int {
        guard width > 2 else { return 1 }
        let second = body.map { ManuscriptText($0[1].text).plain }.filter { !$0.isEmpty }
        let words = second.filter { CellValue($0) == .text || isLevel($0) }
        let firstIsSparse = body.filter { $0[0].text.trimmed.isEmpty }.count * 4 >= body.count
        return firstIsSparse && !second.isEmpty && words.count * 10 >= second.count * 9 ? 2 : 1
    }

    private func isLevel(_ text: String) -> Bool { text.first.map { "<>≤≥".contains($0) } ?? false }

    private func headPath(of column: Int, headRows: Int) -> [String] {
        var path: [String] = []
        for (level, row) in grid.prefix(headRows).enumerated() where row.indices.contains(column) {
            var text = row[column].text.replacing("**", with: "").trimmed
            // A head that spans columns stands in the first of them, where the file cannot say so.
            if text.isEmpty, level + 1 < headRows, column > 1,
                grid[(level + 1)..<headRows].contains(where: {
                    $0.indices.contains(column) && !$0[column].text.trimmed.isEmpty
                })
            {
                text = row[1..<column].last { !$0.text.trimmed.isEmpty }?.text.replacing("**", with: "").trimmed ?? ""
            }
            if !text.isEmpty, path.last != text { path.append(text) }
        }
        return path
    }

    private func rows(_ body: [[RawTable.Cell]], labelColumns: Int) -> [ManuscriptTable.Row] {
        let usesIndents = body.contains { $0[0].isIndented }
        var block = ""
        // Where a heading has the p-value of its levels, a row with its own is no level.
        var tested: Set<Int> = []
        return body.enumerated().compactMap { index, cells in
            let values = cells.dropFirst(labelColumns).map {
                ManuscriptTable.Cell(ManuscriptText($0.text), place: $0.place)
            }
            let first = ManuscriptText(cells[0].text.replacing("*", with: ""))
            var label = first
            if labelColumns == 2 {
                let second = ManuscriptText(cells[1].text.replacing("*", with: ""))
                if !first.printed.isEmpty { block = second.printed.isEmpty ? "" : first.printed }
                label = second.printed.isEmpty ? first : second
            }
            let spanning = values.allSatisfy { $0.text.plain == first.plain }
            // Of a variable that is in no multivariable model, a dash stands beside the p-value of its levels.
            let hasLevels =
                usesIndents && !cells[0].isIndented && body.indices.contains(index + 1)
                && body[index + 1][0].isIndented
            let isTested = hasLevels && values.contains { $0.value.isData }
            let filled =
                spanning ? [] : values.filter { $0.value != .empty && !(isTested && $0.value == .dash) }
            if first.printed.isEmpty && filled.isEmpty && label.printed.isEmpty { return nil }
            let isHeading =
                labelColumns == 1 && !first.printed.isEmpty && filled.allSatisfy { Self.isAside($0.value) }
                && filled.count * 2 <= max(1, values.count)
            var row = ManuscriptTable.Row(
                label: label, block: block, isHeading: isHeading, cells: spanning ? [] : values, place: cells[0].place)
            if spanning { row.cells = values.map { ManuscriptTable.Cell(ManuscriptText(""), place: $0.place) } }
            if isHeading {
                row.block = ""
                block = Self.heading(first.printed)
                tested = Set(values.indices.filter { values[$0].value.isData })
            } else if labelColumns == 1, !usesIndents, !tested.isEmpty,
                tested.allSatisfy({ values.indices.contains($0) && Self.isAside(values[$0].value) }),
                values.allSatisfy({ $0.value != .empty })
            {
                row.block = ""
                block = ""
                tested = []
            } else if usesIndents, !cells[0].isIndented, labelColumns == 1 {
                row.block = ""
                block = ""
            }
            return row
        }
    }

    /// What can stand beside the heading of a block: its p-value, a standardised difference.
    private static func isAside(_ value: CellValue) -> Bool {
        switch value {
        case .pValue: true
        case .number(let number): number.decimals >= 2 || number.value == 0 || number.value == 1
        default: false
        }
    }

    private static func heading(_ text: String) -> String {
        text.hasSuffix(":") ? String(text.dropLast()) : text
    }
}
