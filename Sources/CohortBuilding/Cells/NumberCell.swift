internal import Diagnostics

/// A number as a cell shows it: plain decimal (`12.50`) or scientific (`1.2e3`), and nothing else.
struct NumberCell: Equatable {
    /// The number.
    var value: Double
    /// Digits that the cell shows after the decimal point.
    var decimals: Int

    /// More digits than this after the point are noise of a conversion.
    static let mostDecimals = 15

    /// Reads a number; nil for thousands separators, decimal commas, words such as `inf`, and numbers too large.
    init?(_ text: String) {
        if let plain = Self.plain(text) {
            self = plain
            return
        }
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let whole = Self.dropDigits(&rest)
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = Self.dropDigits(&rest)
        }
        guard whole + fraction > 0 else { return nil }
        var exponent = 0
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            let digits = Substring(rest)
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
            guard Self.dropDigits(&rest) > 0, let power = Int(digits), abs(power) < 1000 else { return nil }
            exponent = power
        }
        guard rest.isEmpty, let value = Double(text), value.isFinite else { return nil }
        // -0 is 0.
        self.value = value == 0 ? 0 : value
        decimals = min(max(0, fraction - exponent), Self.mostDecimals)
    }

    /// The number of a short plain decimal, which most cells hold: up to 15 digits are a whole number that is exact, and
    /// the quotient of two exact numbers is rounded once, as the standard library would (Clinger, doi:10.1145/93548.93557).
    private static func plain(_ text: String) -> NumberCell? {
        var text = text
        return text.withUTF8 { bytes in
            var (place, isNegative) = (0, false)
            if bytes.first == UInt8(ascii: "-") { (place, isNegative) = (1, true) }
            var (whole, digits, decimals, hasPoint) = (0, 0, 0, false)
            while place < bytes.count {
                let byte = bytes[place]
                place += 1
                if byte == UInt8(ascii: "."), !hasPoint {
                    hasPoint = true
                    continue
                }
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                whole = whole * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
                if hasPoint { decimals += 1 }
                guard digits <= mostDecimals else { return nil }
            }
            guard digits > 0 else { return nil }
            let value = Double(isNegative ? -whole : whole) / powersOfTen[decimals]
            return NumberCell(value: value == 0 ? 0 : value, decimals: decimals)
        }
    }

    private init(value: Double, decimals: Int) {
        self.value = value
        self.decimals = decimals
    }

    private static let powersOfTen: [Double] = (0...15).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

    private static func dropDigits(_ text: inout Substring.UTF8View) -> Int {
        let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        text.removeFirst(digits)
        return digits
    }
}

/// How to mend a cell that should be a number; `missingKey` is where the study file names the missing codes, `decimalKey` where
/// it says what stands before decimals.
func helpForNumber(_ text: String, missingKey: String, decimalKey: String) -> String {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = parts.count > 1 && parts.dropFirst().allSatisfy { $0.prefix { $0 != "." }.count == 3 }
    let plain = text.filter { $0 != "," }
    let decimal = parts.count == 2 ? parts.joined(separator: ".") : ""
    let hasDecimalComma = NumberCell(decimal) != nil
    if isGrouped, NumberCell(plain) != nil {
        let other = hasDecimalComma ? ", or with a decimal point: \(decimal)" : ""
        return "write it without a thousands separator: \(plain)\(other)"
    }
    if hasDecimalComma {
        return "write it with a decimal point: \(decimal), or set \(decimalKey) to comma for the whole file"
    }
    if let number = withoutPercentSign(text) { return "write it without the percent sign: \(number)" }
    return "correct the cell, or add \(quoted(text)) to \(missingKey) if it stands for a missing value"
}

/// The number before a percent sign; nil where there is none.
private func withoutPercentSign(_ text: String) -> String? {
    guard text.hasSuffix("%") else { return nil }
    let number = String(text.dropLast().reversed().drop { $0 == " " || $0 == "\u{A0}" }.reversed())
    return NumberCell(number) == nil ? nil : number
}
