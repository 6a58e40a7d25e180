/// Reads plain text and Markdown: headings, paragraphs, captions, and tables in any of the forms that text takes.
struct TextReader {
    private let lines: [TextLine]
    private var index = 0
    private var outline = Outline()
    private var manuscript = Manuscript()
    /// How often a table without a layout was looked for below the pending caption.
    private var flowsTried = 0
    private var pendingCaption: (label: String, words: String, line: Int)?
    private let isWrapped: Bool

    init(_ text: String) {
        lines = TextLine.lines(of: text)
        // The rows of a table that is laid out with spaces say nothing of how sentences are broken.
        let lengths = lines.filter { $0.pieces.count < 3 }.map(\.text.utf16.count).filter { $0 >= 45 }
        isWrapped = lengths.count >= 8 && lengths.filter { $0 > 140 }.count * 20 < lengths.count
    }

    mutating func read() -> Manuscript {
        while index < lines.count {
            let line = lines[index]
            if line.isBlank {
                index += 1
            } else if readBars() || readTabs() || readColumns() {
                continue
            } else if let caption = Outline.caption(line.text) {
                readCaption(caption)
            } else if Outline.isHeading(line.trimmed) {
                let heading = Outline.bareHeading(line.trimmed)
                outline.enter(heading)
                add(heading, role: .heading, at: index)
                pendingCaption = nil
                index += 1
            } else if !readFlow() {
                readParagraph()
            }
        }
        return manuscript
    }

    // MARK: Passages

    private mutating func add(_ text: String, role: Passage.Role, at first: Int, starts: [Passage.LineStart] = []) {
        manuscript.passages.append(
            Passage(
                ManuscriptText(text), part: outline.part, role: role, heading: outline.heading,
                place: lines[first].place, lineStarts: starts))
    }

    private mutating func readCaption(_ caption: (label: String, isTable: Bool, words: String)) {
        let first = index
        var (text, starts) = joined(until: { line in caption.words.isEmpty ? false : Self.startsCell(line) })
        if let again = Outline.caption(text) { text = again.words } else { text = caption.words }
        starts.removeAll { $0.offset > text.utf16.count }
        // "Table 1" alone on its line: the next line is its caption.
        if text.isEmpty, caption.isTable, let next = nextFilled(), Self.readsAsCaption(lines[next].trimmed) {
            index = next
            (text, starts) = joined(until: Self.startsCell)
        }
        add(
            text.isEmpty ? caption.label : "\(caption.label). \(text)",
            role: caption.isTable ? .tableCaption : .figureCaption, at: first)
        if caption.isTable {
            if attachToLastTable(caption.label, text, captionLine: first) { return }
            pendingCaption = (caption.label, text, first)
            flowsTried = 0
        } else {
            pendingCaption = nil
        }
    }

    /// A caption can stand below its table.
    private mutating func attachToLastTable(_ label: String, _ words: String, captionLine: Int) -> Bool {
        guard let last = manuscript.tables.last, last.label.isEmpty, manuscript.passages.count >= 2,
            let tableLine = last.rows.last?.place.line, let line = lines[captionLine].place.line, line - tableLine <= 3,
            !nextIsTable()
        else { return false }
        manuscript.tables[manuscript.tables.count - 1].label = label
        manuscript.tables[manuscript.tables.count - 1].caption = ManuscriptText(words)
        return true
    }

    private func nextIsTable() -> Bool {
        guard let next = nextFilled() else { return false }
        return lines[next].barCells != nil || lines[next].tabCells != nil
    }

    private func nextFilled() -> Int? {
        lines[index...].prefix(4).firstIndex { !$0.isBlank }
    }

    private static func readsAsCaption(_ line: String) -> Bool {
        line.split(separator: " ").count >= 3 && !line.contains("|") && !line.contains("\t")
            && !CellValue(ManuscriptText(line).plain).isData && TextLine(text: line, place: Place()).pieces.count == 1
    }

    private static func startsCell(_ line: TextLine) -> Bool {
        line.barCells != nil || line.tabCells != nil || line.pieces.count >= 3 || line.trimmed.utf16.count < 45
    }

    private mutating func readParagraph() {
        let first = index
        let (text, starts) = joined(until: { _ in false })
        if Outline.isNote(text), isBelowTable(first) {
            manuscript.tables[manuscript.tables.count - 1].notes.append(ManuscriptText(text))
            add(text, role: .note, at: first, starts: starts)
        } else if !text.hasPrefix("![") {
            // The words of a Markdown picture describe it to those who do not see it; they are no sentences of the paper.
            add(text, role: .paragraph, at: first, starts: starts)
        }
    }

    private func isBelowTable(_ line: Int) -> Bool {
        guard let last = manuscript.tables.last, let row = last.rows.last,
            let end = ([row.place] + row.cells.map(\.place)).compactMap(\.line).max(),
            let here = lines[line].place.line, here > end
        else { return false }
        let between = lines[..<line].reversed().prefix { ($0.place.line ?? 0) > end }.filter { !$0.isBlank }
        let notes = Set(last.notes.map(\.printed))
        return between.allSatisfy { line in
            notes.contains { $0.contains(ManuscriptText(line.text).printed) }
                || Outline.caption(line.text)?.isTable == true
        }
    }

    /// The lines of a paragraph as one text.
    private mutating func joined(until stops: (TextLine) -> Bool) -> (String, [Passage.LineStart]) {
        var text = lines[index].trimmed
        var starts = [Passage.LineStart(offset: 0, place: lines[index].place)]
        index += 1
        while isWrapped, index < lines.count, text.utf16.count < 100_000 {
            let line = lines[index]
            let before = lines[index - 1].trimmed
            if line.isBlank || before.utf16.count < 40 || stops(line) || Outline.isHeading(line.trimmed)
                || Outline.caption(line.text) != nil || line.barCells != nil || line.tabCells != nil
                || line.pieces.count >= 3 || before.hasSuffix("\\")
            {
                break
            }
            starts.append(.init(offset: ManuscriptText(text).printed.utf16.count + 1, place: line.place))
            text += " " + line.trimmed
            index += 1
        }
        return (text.hasSuffix("\\") ? String(text.dropLast()) : text, starts)
    }

    // MARK: Tables

    private mutating func add(_ raw: RawTable) -> Bool {
        guard var table = TableBuilder(raw).table() else { return false }
        if let caption = pendingCaption {
            table.label = caption.label
            table.caption = ManuscriptText(caption.words)
            pendingCaption = nil
        }
        manuscript.tables.append(table)
        return true
    }

    /// Rows with bars between the cells.
    private mutating func readBars() -> Bool {
        guard lines[index].barCells != nil else { return false }
        var end = index
        while end < lines.count, lines[end].barCells != nil { end += 1 }
        let block = lines[index..<end]
        guard block.count >= 2 else { return false }
        let rule = block.firstIndex(where: \.isBarRule).map { $0 - block.startIndex }
        let rows = block.filter { !$0.isBarRule }.map { line in
            (line.barCells ?? []).map { text in
                RawTable.Cell(
                    text: text, place: line.place,
                    isIndented: text.dropFirst().first == "\u{A0}" || text.hasPrefix("   ") || text.contains("&nbsp;")
                        || text.trimmed.isEmpty ? true : Self.hasIndent(text))
            }
        }
        let place = lines[index].place
        index = end
        _ = add(RawTable(rows: rows, place: place, headRows: rule.flatMap { $0 > 0 ? $0 : nil }))
        return true
    }

    private static func hasIndent(_ text: String) -> Bool {
        let lead = text.prefix { $0.isWhitespace }
        return lead.contains { $0 != " " }
    }

    /// Rows with tabs between the cells.
    private mutating func readTabs() -> Bool {
        guard lines[index].tabCells != nil else { return false }
        var (end, tabbed) = (index, 0)
        while end < lines.count {
            let line = lines[end]
            if line.tabCells != nil {
                tabbed += 1
            } else if line.isBlank || line.trimmed.utf16.count > 60 || end + 1 >= lines.count
                || lines[end + 1].tabCells == nil || Outline.caption(line.text) != nil
            {
                break
            }
            end += 1
        }
        guard tabbed >= 2 else { return false }
        let rows = lines[index..<end].map { line in
            (line.tabCells ?? [line.text]).map {
                RawTable.Cell(text: $0, place: line.place, isIndented: Self.hasIndent($0) || $0.hasPrefix("  "))
            }
        }
        let place = lines[index].place
        let start = index
        index = end
        if !add(RawTable(rows: rows, place: place)) {
            index = start
            return false
        }
        return true
    }

    /// Rows whose cells stand below each other.
    private mutating func readColumns() -> Bool {
        guard lines[index].pieces.count >= 3 || (pendingCaption != nil && lines[index].pieces.count >= 2),
            let (raw, end) = ColumnReader(lines: lines, from: index).read()
        else { return false }
        return take(raw, to: end)
    }

    /// Takes the lines before `end` as a table; where it is none, the reader stays where it was.
    private mutating func take(_ raw: RawTable, to end: Int) -> Bool {
        let start = index
        index = end
        if !add(raw) {
            index = start
            return false
        }
        return true
    }

    /// The cells of a captioned table in a row, or one a line, where a converter has lost the layout.
    private mutating func readFlow() -> Bool {
        guard pendingCaption != nil, flowsTried < 3 else { return false }
        flowsTried += 1
        guard let (raw, end) = FlowReader(lines: lines, from: index).read() else { return false }
        return take(raw, to: end)
    }
}
