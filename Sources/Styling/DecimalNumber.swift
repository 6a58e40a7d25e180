/// A number as decimal digits: the one place where Greenwood rounds.
///
/// A `Double` is taken at its shortest decimal representation, the one that reads back as the same `Double`, so that
/// 2.675 is 2.675 and not 2.67499999999999982236431605997495353221893310546875. Halves go away from zero: 0.125 is 0.13
/// at two decimals. C's `printf` and R's `round` look at the binary value and print 0.12.
struct DecimalNumber: Equatable, Sendable {
    /// Whether the number is below zero. Zero is never negative.
    private(set) var isNegative: Bool
    /// The significant digits without zeros at either end; empty for zero.
    private(set) var digits: [UInt8]
    /// How many digits stand before the decimal mark; negative for zeros that follow it.
    private(set) var pointPosition: Int

    /// The number at its shortest decimal representation; nil for an infinity or what is not a number.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        var (digits, pointPosition, exponent): ([UInt8], Int?, Int) = ([], nil, 0)
        let text = Array(value.magnitude.description.utf8)
        for (index, character) in text.enumerated() {
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(character - UInt8(ascii: "0"))
            case UInt8(ascii: "."): pointPosition = digits.count
            default:  // The exponent, `e-07` or `e+22`, ends the text.
                exponent = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
                self.init(
                    isNegative: value < 0, digits: digits, pointPosition: (pointPosition ?? digits.count) + exponent)
                return
            }
        }
        self.init(isNegative: value < 0, digits: digits, pointPosition: pointPosition ?? digits.count)
    }

    /// An integer divided by a power of ten.
    init(_ integer: UInt128, shiftedBy decimals: Int = 0, isNegative: Bool = false) {
        let digits = integer.description.utf8.map { $0 - UInt8(ascii: "0") }
        self.init(isNegative: isNegative, digits: digits, pointPosition: digits.count - decimals)
    }

    private init(isNegative: Bool, digits: [UInt8], pointPosition: Int) {
        let leadingZeros = digits.prefix { $0 == 0 }.count
        var significant = Array(digits.dropFirst(leadingZeros))
        while significant.last == 0 { significant.removeLast() }
        self.digits = significant
        self.isNegative = isNegative && !significant.isEmpty
        self.pointPosition = significant.isEmpty ? 0 : pointPosition - leadingZeros
    }

    /// How many decimals it takes to write the number exactly.
    var decimals: Int { max(0, digits.count - pointPosition) }

    /// Zeros between the decimal mark and the first other digit: 2 for 0.001.
    var leadingDecimalZeros: Int { max(0, -pointPosition) }

    /// The number a hundred times as large, exactly.
    var asPercentage: DecimalNumber {
        DecimalNumber(isNegative: isNegative, digits: digits, pointPosition: pointPosition + 2)
    }

    /// The nearest number with at most this many decimals; a half goes away from zero.
    func rounded(toDecimals decimals: Int) -> DecimalNumber {
        let kept = pointPosition + decimals
        guard kept < digits.count else { return self }
        guard kept >= 0 else { return DecimalNumber(isNegative: false, digits: [], pointPosition: 0) }
        var result = [0] + digits[..<kept]
        if digits[kept] >= 5 {
            var index = kept
            while result[index] == 9 {
                result[index] = 0
                index -= 1
            }
            result[index] += 1
        }
        return DecimalNumber(isNegative: isNegative, digits: result, pointPosition: pointPosition + 1)
    }

    /// The digits before the decimal mark (at least `0`) and exactly this many after it.
    func parts(decimals: Int) -> (whole: String, fraction: String) {
        let number = rounded(toDecimals: decimals)
        func digit(_ index: Int) -> Character {
            let value = number.digits.indices.contains(index) ? number.digits[index] : 0
            return Character(Unicode.Scalar(UInt8(ascii: "0") + value))
        }
        let whole = String((0..<max(number.pointPosition, 0)).map(digit))
        let fraction = String((0..<max(decimals, 0)).map { digit(number.pointPosition + $0) })
        return (whole.isEmpty ? "0" : whole, fraction)
    }
}
