/// A coordinate as text: so many decimals at most, no zeros at the end, a point for the decimal mark, no exponent.
///
/// Independent of the locale. What is not finite, or too large for any page, becomes 0.
public func decimalText(_ value: Double, decimals: Int) -> String {
    var text: [UInt8] = []
    appendDecimal(value, decimals: decimals, to: &text)
    return String(decoding: text, as: UTF8.self)
}

/// Appends a coordinate as ``decimalText(_:decimals:)`` has it. A picture holds tens of thousands of them: digits go
/// straight to their place, without a string for each.
public func appendDecimal(_ value: Double, decimals: Int, to output: inout [UInt8]) {
    var unit: UInt = 1
    for _ in 0..<decimals { unit *= 10 }
    let scaled = (value * Double(unit)).rounded()
    guard scaled.magnitude < 1e15 else { return output.append(UInt8(ascii: "0")) }
    if scaled < 0 { output.append(UInt8(ascii: "-")) }
    // From the last digit to the first, a zero before the decimal mark at least.
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    let mark = digits.count - decimals
    var (start, rest) = (digits.count, UInt(scaled.magnitude))
    while rest > 0 || start >= mark {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
    }
    var end = digits.count
    while end > mark, digits[end - 1] == UInt8(ascii: "0") { end -= 1 }
    for index in start..<end {
        if index == mark { output.append(UInt8(ascii: ".")) }
        output.append(digits[index])
    }
}
