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
    let whole = UInt(scaled.magnitude) / unit
    var fraction = UInt(scaled.magnitude) % unit
    var place: UInt = 1
    while whole / place >= 10 { place *= 10 }
    repeat {
        output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: whole / place % 10))
        place /= 10
    } while place > 0
    guard fraction > 0 else { return }
    output.append(UInt8(ascii: "."))
    while fraction > 0 {
        unit /= 10
        output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: fraction / unit))
        fraction %= unit
    }
}
