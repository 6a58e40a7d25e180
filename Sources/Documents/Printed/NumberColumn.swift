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
        let characters = Array(run.text)
        var end = 0
        while end < characters.count, "<>−-+".contains(characters[end]) { end += 1 }
        let firstDigit = end
        while end < characters.count, isDigitOrGroupSeparator(characters, end) { end += 1 }
        let startsWithMark =
            end + 1 < characters.count && ".·".contains(characters[end]) && isDigit(characters[end + 1])
        guard end > firstDigit || startsWithMark else { return nil }
        return (String(characters[..<end]), String(characters[end...]))
    }

    /// Whether the first byte is that of a sign, a relation, a mark or a digit; most other texts end here.
    private static func mayBeginNumber(_ text: String) -> Bool {
        guard let byte = text.utf8.first else { return false }
        return byte >= 0x80 || "<>-+.0123456789".utf8.contains(byte)
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private static func isDigitOrGroupSeparator(_ characters: [Character], _ index: Int) -> Bool {
        if isDigit(characters[index]) { return true }
        return ",\u{202F}".contains(characters[index]) && index + 1 < characters.count && isDigit(characters[index + 1])
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
