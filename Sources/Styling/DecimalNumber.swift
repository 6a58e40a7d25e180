/// A number as decimal digits: the one place where Greenwood rounds.
///
/// A `Double` is taken at its shortest decimal representation, the one that reads back as the same `Double`, so that
/// 2.675 is 2.675 and not 2.67499999999999982236431605997495353221893310546875. Halves go away from zero: 0.125 is 0.13
/// at two decimals. C's `printf` and R's `round` look at the binary value and print 0.12.
struct DecimalNumber: Equatable, Sendable {
    /// Whether the number is below zero. Zero is never negative.
    private(set) var isNegative: Bool
    /// The significant digits as one number, without zeros at its end; 0 for zero.
    private var significand: UInt128
    /// How many digits of the significand stand behind the decimal mark; negative for zeros that follow it before the mark.
    private var scale: Int

    /// The number at its shortest decimal representation; nil for an infinity or what is not a number.
    init?(_ value: Double) {
        guard value.isFinite else { return nil }
        // It has 17 significant digits at most, and a zero behind the mark: `0.5`, `1e-07`, `6.02e+23`.
        var (significand, scale, isFraction): (UInt64, Int, Bool) = (0, 0, false)
        var (exponent, isExponent, isSmall) = (0, false, false)
        for character in value.magnitude.description.utf8 {
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = character - UInt8(ascii: "0")
                if isExponent {
                    exponent = exponent * 10 + Int(digit)
                } else {
                    significand = significand * 10 + UInt64(digit)
                    if isFraction { scale += 1 }
                }
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"): isExponent = true
            case UInt8(ascii: "-"): isSmall = true
            default: break
            }
        }
        self.init(
            isNegative: value < 0, significand: UInt128(significand), scale: scale + (isSmall ? exponent : -exponent))
    }

    /// An integer divided by a power of ten.
    init(_ integer: UInt128, shiftedBy decimals: Int = 0, isNegative: Bool = false) {
        self.init(isNegative: isNegative, significand: integer, scale: decimals)
    }

    private init(isNegative: Bool, significand: UInt128, scale: Int) {
        (self.isNegative, self.significand, self.scale) = (isNegative && significand != 0, significand, scale)
        if significand == 0 { self.scale = 0 }
        while self.significand != 0 {
            let (shorter, last) = Self.tenth(of: self.significand)
            guard last == 0 else { return }
            (self.significand, self.scale) = (shorter, self.scale - 1)
        }
    }

    /// How many decimals it takes to write the number exactly.
    var decimals: Int { max(0, scale) }

    /// Zeros between the decimal mark and the first other digit: 2 for 0.001.
    var leadingDecimalZeros: Int { max(0, scale - digitCount) }

    /// How many digits the significand has; none for zero.
    private var digitCount: Int {
        var (count, rest) = (0, significand)
        while rest != 0 { (count, rest) = (count + 1, Self.tenth(of: rest).shorter) }
        return count
    }

    /// A number without its last digit, and that. Nearly all are small enough for the processor's own division.
    private static func tenth(of number: UInt128) -> (shorter: UInt128, last: UInt8) {
        if let small = UInt64(exactly: number) {
            let (shorter, last) = small.quotientAndRemainder(dividingBy: 10)
            return (UInt128(shorter), UInt8(last))
        }
        let (shorter, last) = number.quotientAndRemainder(dividingBy: 10)
        return (shorter, UInt8(last))
    }

    /// The number a hundred times as large, exactly.
    var asPercentage: DecimalNumber {
        DecimalNumber(isNegative: isNegative, significand: significand, scale: scale - 2)
    }

    /// The nearest number with at most this many decimals; a half goes away from zero.
    func rounded(toDecimals decimals: Int) -> DecimalNumber {
        let dropped = scale - decimals
        guard dropped > 0 else { return self }
        // All digits and more; no significand that has 39 begins with 5.
        guard dropped < 39 else { return DecimalNumber(0) }
        let unit = (0..<dropped).reduce(1 as UInt128) { power, _ in power * 10 }
        let (kept, rest) = significand.quotientAndRemainder(dividingBy: unit)
        return DecimalNumber(
            isNegative: isNegative, significand: kept + (rest >= unit / 2 ? 1 : 0), scale: decimals)
    }

    /// The digits before the decimal mark (at least `0`) and exactly this many after it.
    func parts(decimals: Int) -> (whole: String, fraction: String) {
        let number = rounded(toDecimals: decimals)
        var rest = number.significand
        /// So many digits, the last of which stands so many places before the decimal mark.
        func digits(_ count: Int, before place: Int) -> String {
            String(unsafeUninitializedCapacity: count) { characters in
                for index in 0..<count {
                    var last: UInt8 = 0
                    if place + index >= -number.scale { (rest, last) = Self.tenth(of: rest) }
                    characters[count - 1 - index] = UInt8(ascii: "0") + last
                }
                return count
            }
        }
        let fraction = digits(max(decimals, 0), before: -max(decimals, 0))
        return (digits(max(number.digitCount - number.scale, 1), before: 0), fraction)
    }
}
