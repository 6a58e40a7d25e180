/// A coordinate as text: so many decimals at most, no zeros at the end, a point for the decimal mark, no exponent.
///
/// Independent of the locale. What is not finite, or too large for any page, becomes 0.
public func decimalText(_ value: Double, decimals: Int) -> String {
    let unit = (0..<decimals).reduce(1) { power, _ in power * 10 }
    let scaled = (value * Double(unit)).rounded()
    guard scaled.magnitude < 1e15 else { return "0" }
    let integer = Int(scaled)
    let (whole, fraction) = (integer.magnitude / UInt(unit), integer.magnitude % UInt(unit))
    let sign = integer < 0 ? "-" : ""
    guard fraction > 0 else { return "\(sign)\(whole)" }
    var digits = String(fraction)
    digits = String(repeating: "0", count: decimals - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
}
