internal import Diagnostics

extension CSVFault {
    /// The message that says what is wrong, where, and how to mend it.
    func diagnostic(in bytes: UnsafeBufferPointer<UInt8>, file: String, delimiter: UInt8) -> Diagnostic {
        let location = place(of: offset, in: bytes, file: file, from: rowStart, onLine: rowLine)
        func message(_ summary: String, notes: [Diagnostic.Note] = [], help: String) -> Diagnostic {
            Diagnostic(.csvSyntax, at: location, summary, notes: notes, help: [help])
        }
        switch kind {
        case .unclosedQuote:
            return message(
                "quoted cell has no closing quote",
                help: "close the quote, or double a quote that belongs to the text: \"\"")
        case .textAfterQuote(let opening):
            let start = place(of: opening, in: bytes, file: file, from: rowStart, onLine: rowLine)
            return message(
                "closing quote must end the cell, text follows",
                notes: [.init("the cell begins here", at: start)],
                help: "double a quote that belongs to the text: \"\"; delete blanks after the closing quote")
        case .quoteInsideCell(let isAfterBlanks):
            return message(
                "quote stands inside a cell that doesn't begin with one",
                help: isAfterBlanks
                    ? "delete the blanks before the quote"
                    : "enclose the whole cell in quotes and double the quote inside: \"5\"\" tube\"")
        case .cellTooLong:
            return message(
                "cell is longer than \(CSVScanner.cellLimit) bytes",
                help: "look for a quote that is not closed")
        case .rowTooLong(let limit):
            return message(
                "row is longer than \(limit) bytes",
                help: "look for a quote that is not closed, and check its delimiter")
        case .tooManyColumns:
            return message(
                "header has more than \(CSVScanner.columnLimit) columns",
                help: "check that the file has one row a patient, and its delimiter")
        case .cellCount(let found, let expected):
            let mark = delimiter == UInt8(ascii: "\t") ? "tab" : String(UnicodeScalar(delimiter))
            let help =
                found > expected
                ? "enclose a cell that holds the delimiter '\(mark)' in quotes"
                : "give every row as many cells as the header, empty where missing"
            return message(
                "row has \(counted(found, "cell")), the header has \(expected)", help: help)
        }
    }
}
