internal import Foundation
internal import Mathematics

/// Where pieces of a text begin and end, each of whole rows; empty where no row ends in it for certain.
///
/// A row ends at a line feed that is in no quotes, or, where the text has none, at a carriage return. The quotes before a place
/// say whether it is in some: a doubled quote leaves their number as even or odd as it was. The last part of a text ends with
/// it.
func piecesOfWholeRows(in text: UnsafeBufferPointer<UInt8>, isLast: Bool, count: Int) -> [Range<Int>] {
    guard let base = text.baseAddress, !text.isEmpty else { return [] }
    nonisolated(unsafe) let bytes = base
    let bounds = (0...count).map { text.count * $0 / count }
    let hasQuotes = memchr(base, Int32(quote), text.count) != nil
    let isOdd =
        hasQuotes
        ? concurrentMap(count) { piece in
            hasOddQuotes(UnsafeBufferPointer(rebasing: text[bounds[piece]..<bounds[piece + 1]]))
        }
        : bounds.dropLast().map { _ in false }
    var isInside = false
    var starts = [0]
    for piece in 1..<max(1, count) {
        isInside = isInside != isOdd[piece - 1]
        var (position, isQuoted) = (bounds[piece], isInside)
        while position < text.count, isQuoted || position == 0 || bytes[position - 1] != lineFeed {
            if bytes[position] == quote { isQuoted.toggle() }
            position += 1
        }
        if position < text.count, position > starts[starts.count - 1] { starts.append(position) }
    }
    let isOpen = isOdd.reduce(false) { $0 != $1 }
    guard let end = isLast ? text.count : endOfLastRow(in: text, isQuoted: isOpen) else { return [] }
    starts.removeAll { $0 >= end }
    return zip(starts, starts.dropFirst() + [end]).map { $0..<$1 }
}

private func hasOddQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var quotes = 0
    for byte in text where byte == quote { quotes += 1 }
    return !quotes.isMultiple(of: 2)
}

/// Behind the last line feed, or else carriage return, that is in no quotes; `isQuoted` says it of the end.
private func endOfLastRow(in text: UnsafeBufferPointer<UInt8>, isQuoted: Bool) -> Int? {
    var isInside = isQuoted
    var lastReturn: Int?
    for position in text.indices.reversed() {
        let byte = text[position]
        if byte == quote {
            isInside.toggle()
        } else if !isInside {
            if byte == lineFeed { return position + 1 }
            // A line feed may follow the last byte.
            if byte == carriageReturn, lastReturn == nil, position + 1 < text.count { lastReturn = position + 1 }
        }
    }
    return lastReturn
}
