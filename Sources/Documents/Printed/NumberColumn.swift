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

    /// The cell's text as HTML; what does not begin with a number is left whole.
    func html(_ text: RichText) -> String {
        guard let halves = Self.halves(text), max(leadingWidth, trailingWidth) <= Self.widestBox else {
            return text.html
        }
        return Self.box("l", leadingWidth, halves.leading) + Self.box("r", trailingWidth, halves.trailing)
    }

    private static func box(_ side: String, _ width: Int, _ text: String) -> String {
        width == 0 ? "" : "<span class=\"\(side) w\(width)\">\(escapedForHTML(text))</span>"
    }

    /// A cell cut behind its first whole number, with the sign or relation before it; nil where it begins otherwise.
    static func halves(_ text: RichText) -> (leading: String, trailing: String)? {
        guard text.runs.count == 1, let run = text.runs.first, run.styles.isEmpty, mayBeginNumber(run.text) else {
            return nil
        }
        let scalars = run.text.unicodeScalars
        var end = scalars.startIndex
        while end < scalars.endIndex, isSign(scalars[end]) { end = scalars.index(after: end) }
        let firstDigit = end
        while end < scalars.endIndex {
            let next = scalars.index(after: end)
            let isSeparator = scalars[end] == "," || scalars[end] == "\u{202F}"
            guard isDigit(scalars[end]) || isSeparator && startsWithDigit(scalars[next...]) else { break }
            end = next
        }
        let startsWithMark =
            end < scalars.endIndex && (scalars[end] == "." || scalars[end] == "·")
            && startsWithDigit(scalars[scalars.index(after: end)...])
        guard end > firstDigit || startsWithMark else { return nil }
        return (String(run.text[..<end]), String(run.text[end...]))
    }

    /// Whether the first byte is that of a sign, a relation, a mark or a digit; most other texts end here.
    private static func mayBeginNumber(_ text: String) -> Bool {
        guard let byte = text.utf8.first else { return false }
        return byte >= 0x80 || "<>-+.0123456789".utf8.contains(byte)
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", "−", "-", "+": true
        default: false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func startsWithDigit(_ scalars: Substring.UnicodeScalarView) -> Bool {
        scalars.first.map(isDigit) ?? false
    }

    /// About how wide text is, in half digits.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            switch scalar {
            case " ", ".", ",", "·", ":", ";", "(", ")", "'", "\u{202F}": width + 1
            case "%", "A"..."Z": width + 3
            default: width + (scalar.value >= 0x2E80 ? 4 : 2)
            }
        }
    }
}
