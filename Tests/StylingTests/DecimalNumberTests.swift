import Foundation
import Testing

@testable import Styling

@Suite("Rounding")
struct DecimalNumberTests {
    private static let plain = HouseStyle.plain

    @Test(
        "halves go away from zero on the shortest decimal representation",
        arguments: [
            (0.125, 2, "0.13"), (-0.125, 2, "−0.13"), (2.675, 2, "2.68"), (1.005, 2, "1.01"), (0.5, 0, "1"),
            (1.5, 0, "2"), (2.5, 0, "3"), (0.045, 2, "0.05"), (0.285, 2, "0.29"), (4.35, 1, "4.4"),
            (0.124_999, 2, "0.12"), (0.05, 1, "0.1"), (0.049_999, 1, "0.0"),
        ])
    func halves(value: Double, decimals: Int, text: String) {
        #expect(Self.plain.number(value, decimals: decimals) == text)
    }

    @Test(
        "carries, pads and shifts",
        arguments: [
            (9.995, 2, "10.00"), (99.96, 1, "100.0"), (0.999_5, 3, "1.000"), (12.6, 1, "12.6"), (12.6, 3, "12.600"),
            (71, 1, "71.0"), (1e-7, 3, "0.000"), (5e-7, 6, "0.000001"), (1.2e-5, 6, "0.000012"), (1e7, 0, "10,000,000"),
            (0.06, 1, "0.1"), (0.006, 1, "0.0"), (950, -2, "950"),
        ])
    func positions(value: Double, decimals: Int, text: String) {
        #expect(Self.plain.number(value, decimals: decimals) == text)
    }

    @Test("exponents of the shortest representation are read")
    func exponents() {
        #expect(DecimalNumber(1e22) == DecimalNumber(10_000_000_000_000_000_000_000))
        #expect(Self.plain.number(6.02e23, decimals: 0) == "602,000,000,000,000,000,000,000")
        #expect(Self.plain.number(Double.leastNonzeroMagnitude, decimals: 3) == "0.000")
        #expect(Self.plain.number(Double.greatestFiniteMagnitude, decimals: 0).hasPrefix("179,769,313,486,231,570,000"))
    }

    @Test("zero has no sign, however it came about", arguments: [-0.0, 0.0, -0.04, -1e-300])
    func negativeZero(value: Double) {
        #expect(Self.plain.number(value, decimals: 1) == "0.0")
    }

    @Test("what is no number is not estimable", arguments: [nil, Double.nan, .infinity, -.infinity])
    func notANumber(value: Double?) {
        #expect(Self.plain.number(value, decimals: 1) == "NE")
        #expect(Self.plain.percent(value) == "NE")
    }

    @Test("decimals that nobody can mean neither crash nor print without end")
    func absurdDecimals() {
        #expect(Self.plain.number(1.25, decimals: .max) == "1.250000000000000")
        #expect(Self.plain.number(1.25, decimals: .min) == "1")
        var style = HouseStyle.plain
        style.numbers.percentDecimals = .fixed(.max)
        #expect(style.percent(Int.max, of: 3).hasPrefix("307,445,734,561,825,860,233."))
    }

    /// The digits as a person rounds them: the shortest text, its point moved and its digits carried one by one.
    private static func roundedByHand(_ value: Double, decimals: Int) -> String {
        let text = value.magnitude.description
        let parts = text.split(separator: "e")
        let number = parts[0].split(separator: ".")
        var digits = (number[0] + (number.count > 1 ? number[1] : "")).compactMap(\.wholeNumberValue)
        var point = number[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        if point < 1 {
            digits = [Int](repeating: 0, count: 1 - point) + digits
            point = 1
        }
        digits += [Int](repeating: 0, count: max(0, point + decimals + 1 - digits.count))
        var kept = [0] + digits[..<(point + decimals)]
        if digits[point + decimals] >= 5 {
            var index = kept.count - 1
            while kept[index] == 9 {
                kept[index] = 0
                index -= 1
            }
            kept[index] += 1
        }
        let whole = kept[...point].map(String.init).joined()
        let shown = String(whole.drop { $0 == "0" })
        let fraction = kept[(point + 1)...].map(String.init).joined()
        let isZero = kept.allSatisfy { $0 == 0 }
        return (value < 0 && !isZero ? "−" : "") + (shown.isEmpty ? "0" : shown) + (decimals > 0 ? "." + fraction : "")
    }

    @Test("numbers of all sizes are rounded as by hand")
    func randomNumbers() {
        var generator = SystemRandomNumberGenerator()
        var style = Self.plain
        style.numbers.smallestGroupedLength = .max
        for _ in 0..<500 {
            let size = pow(10, Double.random(in: -12...11, using: &generator))
            let exact = Double.random(in: -10...10, using: &generator) * size
            let half = (exact * 1000).rounded() / 1000 + 0.0005
            // Greater numbers may stand for what is withheld.
            for value in [exact, half, exact.rounded(), 1 / exact] where abs(value) < 1e12 {
                let decimals = Int.random(in: 0...15, using: &generator)
                #expect(style.number(value, decimals: decimals) == Self.roundedByHand(value, decimals: decimals))
            }
        }
    }
}
