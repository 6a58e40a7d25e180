internal import Diagnostics
internal import Foundation

/// What is wrong with the form of a text, in its order, found part by part; with the table of the header where that can be read.
func formFaults(
    of text: any StreamedText, file: String, delimiter: UInt8, settings: StreamSettings
) throws -> (header: CellTable?, messages: [Diagnostic]) {
    let source = try text.source(from: 0)
    // The first part has all of a byte order mark.
    let size = max(3, settings.partSize)
    var (part, next) = (TextWindow(size: size), TextWindow(size: size))
    try part.refill(size, by: source.next)
    var isLast = part.text.count < size
    var start = (position: lengthOfByteOrderMark(part.text), line: 1)
    var (width, faults) = (0, 0)
    var header: CellTable?
    var messages: [Diagnostic] = []
    while true {
        let text = part.text
        func add(_ fault: CSVFault) {
            messages.append(fault.diagnostic(in: text, file: file, delimiter: delimiter))
        }
        var scanner = CSVScanner(
            text, from: start.position, onLine: start.line, width: width, delimiter: delimiter, faults: faults)
        let goesOn = scanner.scanFaults(isLast: isLast, add)
        if header == nil, scanner.width > 0 {
            header = CellTable(
                file: file, bytes: Array(text[..<scanner.next.position]), blocks: [scanner.block], width: scanner.width,
                isQuoted: true, isSound: false, places: .text)
        }
        guard goesOn, !isLast else { return (header, messages) }
        (width, faults) = (scanner.width, scanner.faults)
        let rest = UnsafeBufferPointer(rebasing: text[scanner.next.position...])
        if rest.count < text.count {
            try next.refill(size, by: source.next)
            isLast = next.text.count < size
            next.prepend(rest)
            swap(&part, &next)
        } else if text.count < settings.rowLimit {
            try part.grow(by: text.count, source.next)
            isLast = part.text.count < 2 * rest.count
        } else {
            add(try faultOfLongRow(scanner, in: text, source, settings))
            return (header, messages)
        }
        start = (0, scanner.next.line)
    }
}

/// What is wrong with a row that is longer than rows may be: most likely a quote that is not closed before the end of the file,
/// or long after.
private func faultOfLongRow(
    _ scanner: CSVScanner, in text: UnsafeBufferPointer<UInt8>, _ source: any TextSource, _ settings: StreamSettings
) throws -> CSVFault {
    let tooLong = CSVFault(
        kind: .rowTooLong(limit: settings.rowLimit), offset: scanner.next.position,
        rowStart: scanner.next.position, rowLine: scanner.next.line)
    guard var fault = scanner.openFault else { return tooLong }
    // How many cells it has in the end nobody knows.
    if case .cellCount = fault.kind { return tooLong }
    guard fault.kind == .unclosedQuote else { return fault }
    if text.count - fault.offset <= CSVScanner.cellLimit {
        return tooLong
    }
    if try closesQuote(after: text, from: source, partSize: settings.partSize) {
        fault.kind = .cellTooLong
    }
    return fault
}

/// Whether any quote comes behind a text that ends within quotes. The last byte of the text may be one of two.
private func closesQuote(
    after text: UnsafeBufferPointer<UInt8>, from source: any TextSource, partSize: Int
) throws -> Bool {
    let window = TextWindow(size: partSize)
    var quotes = text.reversed().prefix { $0 == quote }.count % 2
    while true {
        try window.refill(partSize, by: source.next)
        for byte in window.text {
            if byte == quote {
                quotes += 1
            } else if !quotes.isMultiple(of: 2) {
                return true
            } else {
                quotes = 0
            }
        }
        if window.text.count < partSize { return !quotes.isMultiple(of: 2) }
    }
}

/// The first fault of the letters of a text and its place, found part by part; nil where all is UTF-8.
func letterFault(
    of text: any StreamedText, file: String, settings: StreamSettings
) throws -> (fault: UTF8Fault, location: SourceLocation)? {
    var found: UTF8Fault?
    var place = PlaceCounter()
    try text.forEachPart(size: max(3, settings.partSize)) { part, offset in
        let fault = utf8Fault(in: UnsafeRawBufferPointer(part), range: 0..<part.count)
        let end =
            switch fault {
            case .invalid(let offset)?, .nul(let offset)?: offset
            case nil: part.count
            }
        let start = offset == 0 ? min(end, lengthOfByteOrderMark(part)) : 0
        place.add(UnsafeBufferPointer(rebasing: part[start..<end]))
        found = fault
        return fault == nil
    }
    return found.map { ($0, place.location(in: file)) }
}

/// The place of a byte of a text, found part by part.
func place(of offset: Int, in text: any StreamedText, partSize: Int) throws -> PlaceCounter {
    var place = PlaceCounter()
    try text.forEachPart(size: max(3, partSize)) { part, first in
        let end = min(part.count, offset - first)
        let start = first == 0 ? min(end, lengthOfByteOrderMark(part)) : 0
        place.add(UnsafeBufferPointer(rebasing: part[start..<end]))
        return first + part.count < offset
    }
    return place
}

/// Counts the lines and columns of a text that comes part by part; columns in Unicode scalars.
struct PlaceCounter {
    private var (line, column) = (1, 1)
    private var isAfterReturn = false

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        for byte in text {
            if byte == lineFeed || isAfterReturn { (line, column) = (line + 1, 1) }
            if byte == lineFeed {
                isAfterReturn = false
                continue
            }
            isAfterReturn = byte == carriageReturn
            if byte & 0xC0 != 0x80 { column += 1 }
        }
    }

    /// The place of the next byte, which is no line feed.
    func location(in file: String) -> SourceLocation {
        isAfterReturn
            ? SourceLocation(file: file, line: line + 1, column: 1)
            : SourceLocation(file: file, line: line, column: column)
    }
}
