internal import Diagnostics

/// Where the cells of a table stand on their sheet.
struct SheetPlaces: Sendable {
    let sheet: String
    /// The row of each line of the table, from 1, the header's first.
    let rows: [Int]
    /// The column of each column of the table, from 0.
    let columns: [Int]

    func location(in file: String, line: Int, column: Int) -> SourceLocation {
        Self.location(in: file, sheet: sheet, row: rows[line], column: columns[column])
    }

    static func location(in file: String, sheet: String, row: Int, column: Int) -> SourceLocation {
        let isPlain = sheet.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        let shown = quoted(sheet).dropFirst().dropLast()
        let name =
            isPlain
            ? String(shown)
            : "'\(shown.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
        return SourceLocation(
            file: file, line: row, column: column + 1, cell: "\(name)!\(columnLetters(column))\(row)")
    }
}

/// The letters of a column, from 0: A, Z, AA.
func columnLetters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    repeat {
        letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
        rest = rest / 26 - 1
    } while rest >= 0
    return letters
}

/// Row, from 1, and column, from 0, of a cell's name such as `C5`; nil where it is none that a sheet has.
func cellPosition(_ name: some StringProtocol) -> (row: Int, column: Int)? {
    var (row, column, hasDigits) = (0, 0, false)
    for byte in name.utf8 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z") where !hasDigits:
            column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            hasDigits = true
            row = row * 10 + Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "$"): continue
        default: return nil
        }
        guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    return row > 0 && column > 0 ? (row, column - 1) : nil
}
