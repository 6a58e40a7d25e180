import Tables

/// Sets the cells of a column of numbers so that units stand under units while the column as a whole is centred.
///
/// HTML has no decimal alignment. Each cell is cut behind its first whole number, `21| (50.0)` and `0|.886`; the two
/// halves get boxes as wide as the widest of the column, in half widths of a digit, which tabular figures make exact.
/// Cutting with boxes rather than padding with spaces leaves the text clean for copying.
struct NumberColumn {
    /// The widest box that the stylesheet has a class for, in half digits.
    static let widestBox = 60

    private var leadingWidth = 0
    private var trailingWidth = 0

    /// Measures a column.
    init(_ cells: [Table.Cell]) {
        for cell in cells {
            guard let halves = Self.halves(cell.text) else { continue }
            leadingWidth = max(leadingWidth, Self.width(halves.leading))
            trailingWidth = max(trailingWidth, Self.width(halves.trailing))
        }
    }

    /// Writes the cell's text as HTML; what does not begin with a number is left whole.
    func write(_ text: RichText, to html: inout TextBuffer) {
        guard let halves = Self.halves(text), max(leadingWidth, trailingWidth) <= Self.widestBox else {
            return html += text.html
        }
        Self.writeBox("<span class=\"l w", leadingWidth, halves.leading, to: &html)
        Self.writeBox("<span class=\"r w", trailingWidth, halves.trailing, to: &html)
    }

    private static func writeBox(_ start: String, _ width: Int, _ text: Substring, to html: inout TextBuffer) {
        guard width > 0 else { return }
        html += start
        html += width
        html.add("\">", escapedForHTML(String(text)), "</span>")
    }

    /// A cell cut behind its first whole number, with the sign or relation before it; nil where it begins otherwise.
    static func halves(_ text: RichText) -> (leading: Substring, trailing: Substring)? {
        guard text.runs.count == 1, let run = text.runs.first, run.styles.isEmpty, mayBeginNumber(run.text) else {
            return nil
        }
        let scalars = run.text.unicodeScalars
        func holds(_ isWanted: (Unicode.Scalar) -> Bool, at index: String.Index) -> Bool {
            index < scalars.endIndex && isWanted(scalars[index])
        }
        var end = scalars.startIndex
        while holds(isSign, at: end) { end = scalars.index(after: end) }
        let start = end
        while true {
            let digit = holds(isGroupSeparator, at: end) ? scalars.index(after: end) : end
            guard holds(isDigit, at: digit) else { break }
            end = scalars.index(after: digit)
        }
        let startsWithMark = holds(isDecimalMark, at: end) && holds(isDigit, at: scalars.index(after: end))
        guard end > start || startsWithMark else { return nil }
        return (run.text[..<end], run.text[end...])
    }

    /// Whether the first byte is that of a sign, a relation, a mark or a digit; most other texts end here.
    private static func mayBeginNumber(_ text: String) -> Bool {
        guard let byte = text.utf8.first else { return false }
        return byte >= 0x80 || "<>-+.0123456789".utf8.contains(byte)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    private static func isGroupSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "\u{202F}" }
    private static func isDecimalMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "·" }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", "−", "-", "+": true
        default: false
        }
    }

    /// About how wide text is, in half digits.
    private static func width(_ text: Substring) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            switch scalar {
            case " ", ".", ",", "·", ":", ";", "(", ")", "'", "\u{202F}": width + 1
            case "%", "A"..."Z": width + 3
            default: width + (scalar.value >= 0x2E80 ? 4 : 2)
            }
        }
    }
}
