internal import Foundation

/// A number as the text of a cell: with up to 15 significant digits, which is all that Excel, SPSS and SAS show of one.
///
/// The 16th and 17th digit of a binary number are mostly the remainder of a conversion: 0.30000000000000004 for 0.3.
func numberText(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    let shortest = number.description
    let digits = shortest.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    return digits.count > 15 && number.isFinite ? String(format: "%.15g", number) : shortest
}
