import Results

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// How far a result agrees with a published value.
public enum Agreement: String, CaseIterable, Sendable {
    /// Every printed digit is equal.
    case exact
    /// Within the margin of the value's kind.
    case close
    /// Beyond it, or the result does not exist.
    case off
    /// The result is not told under `privacy`, so that nothing can be compared.
    case withheld
}

/// A number of a published value, with the decimals that were printed, or a bound such as `<0.001`.
struct PrintedNumber: Equatable {
    var value: Double
    var decimals: Int
    var isUpperBound: Bool
    /// Where its digits stand in the printed text.
    var range: Range<String.Index>

    /// The numbers of a text in order. A dash between numbers is a range's, so that none is negative.
    static func numbers(in text: String) -> [PrintedNumber] {
        var numbers: [PrintedNumber] = []
        let bytes = text.utf8
        var index = text.startIndex
        while let first = bytes[index...].firstIndex(where: isDigit) {
            var end = first
            var decimals: Int?
            while end < text.endIndex {
                if isDigit(bytes[end]) {
                    decimals = decimals.map { $0 + 1 }
                } else if bytes[end] == UInt8(ascii: "."), decimals == nil,
                    bytes[bytes.index(after: end)...].first.map(isDigit) ?? false
                {
                    decimals = 0
                } else {
                    break
                }
                end = bytes.index(after: end)
            }
            let isBound = text[..<first].last { !$0.isWhitespace } == "<"
            numbers.append(
                PrintedNumber(
                    value: Double(text[first..<end]) ?? 0, decimals: decimals ?? 0, isUpperBound: isBound,
                    range: first..<end))
            index = end
        }
        return numbers
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// Compares computed numbers, already rounded to the printed decimals, with the printed ones.
///
/// Equal digits are exact. Close means: of a ratio, the estimate within 5% on the log scale (15% below 0.2) and each limit
/// within 10% of the interval that the printed digits stand for; of a p-value, within 0.005 or a tenth of it, or below
/// twice a printed bound; of a time, within half a unit; of a percentage, within 2 points. Counts are exact or off.
func agreement(_ computed: [Double], _ printed: [PrintedNumber], kind: PublishedValue.Kind) -> Agreement {
    guard computed.count == printed.count, !computed.isEmpty else { return .off }
    let pairs = zip(computed, printed)
    if pairs.allSatisfy({ $1.isUpperBound ? $0 < $1.value : abs($0 - $1.value) < 1e-9 }) { return .exact }
    let isClose =
        switch kind {
        case .count, .remark: false
        case .time: pairs.allSatisfy { abs($0 - $1.value) <= 0.5 + 1e-9 }
        case .percent: pairs.allSatisfy { abs($0 - $1.value) <= 2 + 1e-9 }
        case .pValue:
            pairs.allSatisfy { computed, printed in
                printed.isUpperBound
                    ? computed < 2 * printed.value
                    : abs(computed - printed.value) <= max(0.005, 0.1 * printed.value) + 1e-9
            }
        case .ratio:
            isCloseRatio(computed[0], printed[0]) && pairs.dropFirst().allSatisfy { isCloseLimit($0, $1) }
        }
    return isClose ? .close : .off
}

private func isCloseRatio(_ computed: Double, _ printed: PrintedNumber) -> Bool {
    guard computed > 0, printed.value > 0 else { return false }
    return abs(log(computed / printed.value)) <= (printed.value < 0.2 ? 0.15 : 0.05)
}

private func isCloseLimit(_ computed: Double, _ printed: PrintedNumber) -> Bool {
    guard computed > 0 else { return false }
    let half = pow(10, -Double(printed.decimals)) / 2
    let (lower, upper) = (max(printed.value - half, half * 0.4), printed.value + half)
    if computed < lower { return log(lower / computed) <= 0.1 }
    if computed > upper { return log(computed / upper) <= 0.1 }
    return true
}
