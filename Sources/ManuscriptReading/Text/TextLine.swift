/// A line of a text file, and where it stands.
struct TextLine {
    var text: String
    var place: Place

    var trimmed: String { text.trimmed }
    var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

    /// The lines of a text; form feeds begin pages.
    static func lines(of text: String) -> [TextLine] {
        var result: [TextLine] = []
        let pages = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
            separator: "\u{C}", omittingEmptySubsequences: false)
        var number = 1
        for (page, content) in pages.enumerated() {
            let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
            for line in lines {
                result.append(
                    TextLine(text: String(line), place: Place(page: pages.count > 1 ? page + 1 : nil, line: number)))
                number += 1
            }
            // A form feed does not end a line.
            if page + 1 < pages.count { number -= 1 }
        }
        return result
    }

    /// The cells of a line with bars; nil where it has none.
    var barCells: [String]? {
        let bare = trimmed
        guard bare.contains("|") else { return nil }
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in bare {
            if character == "|" && !isEscaped {
                cells.append(cell)
                cell = ""
            } else {
                if isEscaped && character != "|" { cell.append("\\") }
                if character == "\\" && !isEscaped {
                    isEscaped = true
                    continue
                }
                cell.append(character)
            }
            isEscaped = false
        }
        cells.append(cell)
        if bare.hasPrefix("|") { cells.removeFirst() }
        if bare.hasSuffix("|") && !cells.isEmpty { cells.removeLast() }
        return cells.count >= 2 && (bare.hasPrefix("|") || cells.count >= 3) ? cells : nil
    }

    /// Whether the line is the rule below the heads of a Markdown table.
    var isBarRule: Bool {
        guard let cells = barCells else { return false }
        return cells.allSatisfy { cell in
            let bare = cell.trimmed
            return bare.contains("-") && bare.allSatisfy { "-: ".contains($0) }
        }
    }

    /// The cells of a line with tabs; nil where it has none.
    var tabCells: [String]? {
        guard text.contains("\t") else { return nil }
        let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return cells.filter { !$0.trimmed.isEmpty }.count >= 1 && cells.count >= 2 ? cells : nil
    }

    /// Pieces of a line that two or more spaces separate, with their columns.
    var pieces: [(text: String, range: Range<Int>)] {
        var result: [(text: String, range: Range<Int>)] = []
        var (start, current, spaces) = (0, "", 0)
        for (column, character) in text.enumerated() {
            if character == " " || character == "\u{A0}" {
                spaces += 1
                continue
            }
            if spaces >= 2 || current.isEmpty {
                if !current.isEmpty { result.append((current, start..<(column - spaces))) }
                (start, current) = (column, "")
            } else if spaces == 1 {
                current.append(" ")
            }
            spaces = 0
            current.append(character)
        }
        if !current.isEmpty { result.append((current, start..<(start + current.count))) }
        return result
    }
}
