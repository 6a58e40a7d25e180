import Results
import Testing

@testable import Styling

/// One p-value in the five styles; a style per column, so that a reader can compare them down the page.
private struct PValueCase: CustomTestStringConvertible {
    var p: Double?
    var threeDecimals, twoSignificant, nejm, jama: String
    var testDescription: String { p.map { "p = \($0)" } ?? "no p" }

    init(_ p: Double?, _ threeDecimals: String, _ twoSignificant: String, _ nejm: String, _ jama: String) {
        (self.p, self.threeDecimals, self.twoSignificant, self.nejm, self.jama) = (
            p, threeDecimals, twoSignificant, nejm, jama
        )
    }
}

private let cases = [
    // p, then as printed by: three-decimals, two-significant, nejm, jama
    PValueCase(0.0, "<0.001", "<0.0001", "<0.001", "<.001"),
    PValueCase(0.000_099, "<0.001", "<0.0001", "<0.001", "<.001"),
    PValueCase(0.000_1, "<0.001", "0.0001", "<0.001", "<.001"),
    PValueCase(0.000_15, "<0.001", "0.0002", "<0.001", "<.001"),
    PValueCase(0.000_49, "<0.001", "0.0005", "<0.001", "<.001"),
    PValueCase(0.000_5, "<0.001", "0.0005", "<0.001", "<.001"),
    PValueCase(0.000_999_9, "<0.001", "0.0010", "<0.001", "<.001"),
    PValueCase(0.001, "0.001", "0.0010", "0.001", ".001"),
    PValueCase(0.001_5, "0.002", "0.0015", "0.002", ".002"),
    PValueCase(0.008_14, "0.008", "0.0081", "0.008", ".008"),
    PValueCase(0.009_96, "0.010", "0.010", "0.010", ".010"),
    PValueCase(0.01, "0.010", "0.010", "0.01", ".01"),
    PValueCase(0.014_5, "0.015", "0.015", "0.01", ".01"),
    PValueCase(0.044_9, "0.045", "0.045", "0.04", ".04"),
    PValueCase(0.045, "0.045", "0.045", "0.045", ".045"),
    PValueCase(0.046, "0.046", "0.046", "0.046", ".046"),
    PValueCase(0.049_4, "0.049", "0.049", "0.049", ".049"),
    PValueCase(0.049_51, "0.0495", "0.0495", "0.0495", ".0495"),
    PValueCase(0.049_6, "0.0496", "0.0496", "0.0496", ".0496"),
    PValueCase(0.049_999, "0.049999", "0.049999", "0.049999", ".049999"),
    PValueCase(0.05, "0.050", "0.050", "0.05", ".05"),
    PValueCase(0.050_4, "0.0504", "0.0504", "0.0504", ".0504"),
    PValueCase(0.050_5, "0.051", "0.051", "0.051", ".051"),
    PValueCase(0.054, "0.054", "0.054", "0.054", ".054"),
    PValueCase(0.055, "0.055", "0.055", "0.06", ".06"),
    PValueCase(0.099_6, "0.100", "0.10", "0.10", ".10"),
    PValueCase(0.208_9, "0.209", "0.21", "0.21", ".21"),
    PValueCase(0.94, "0.940", "0.94", "0.94", ".94"),
    PValueCase(0.985, "0.985", "0.99", "0.99", ".99"),
    PValueCase(0.99, "0.990", "0.99", "0.99", ".99"),
    PValueCase(0.995, "0.995", ">0.99", ">0.99", ">.99"),
    PValueCase(0.999, "0.999", ">0.99", ">0.99", ">.99"),
    PValueCase(0.999_5, ">0.999", ">0.99", ">0.99", ">.99"),
    PValueCase(1.0, ">0.999", ">0.99", ">0.99", ">.99"),
    PValueCase(1.000_000_1, ">0.999", ">0.99", ">0.99", ">.99"),
    PValueCase(-1e-17, "<0.001", "<0.0001", "<0.001", "<.001"),
    PValueCase(nil, "–", "–", "–", "–"),
    PValueCase(.nan, "–", "–", "–", "–"),
]

@Suite("P-values")
struct PValueTests {
    private func style(_ name: String, trailingZeros: Bool? = nil) throws -> HouseStyle {
        try HouseStyle.named("plain", numbers: NumberPreferences(pValue: name, trailingZeros: trailingZeros))
    }

    @Test("boundaries in each style", arguments: cases)
    private func boundaries(of example: PValueCase) throws {
        #expect(try style("three-decimals").pValue(example.p) == example.threeDecimals)
        #expect(try style("two-significant").pValue(example.p) == example.twoSignificant)
        #expect(try style("lancet").pValue(example.p) == example.twoSignificant)
        #expect(try style("nejm").pValue(example.p) == example.nejm)
        #expect(try style("jama").pValue(example.p) == example.jama)
    }

    @Test("rounding never reaches or crosses 0.05", arguments: PValueStyle.all.map(\.name))
    func threshold(name: String) throws {
        let style = try style(name)
        for step in 4000...6000 where step != 5000 {
            let p = Double(step) / 100_000
            let printed = try #require(Double(style.pValue(p)))
            #expect((printed < 0.05) == (p < 0.05) && printed != 0.05, "\(p) prints as \(printed)")
        }
    }

    @Test("closer to 0.05 than any test computes is 0.05")
    func noise() throws {
        #expect(try style("three-decimals").pValue(0.05.nextUp) == "0.050")
        #expect(try style("three-decimals").pValue(0.05.nextDown) == "0.050")
    }

    @Test(
        "zeros at the end go where the study wants none",
        arguments: [
            (0.94, "0.94"), (0.5, "0.5"), (0.05, "0.05"), (0.1, "0.1"), (0.001, "0.001"), (0.0001, "<0.001"),
            (1, ">0.999"), (0.010, "0.01"),
        ])
    func withoutTrailingZeros(p: Double, text: String) throws {
        #expect(try style("three-decimals", trailingZeros: false).pValue(p) == text)
    }

    @Test("statements in each house's letters")
    func statements() {
        #expect(HouseStyle.plain.pStatement(0.0814) == "p = 0.081")
        #expect(HouseStyle.plain.pStatement(0.0001) == "p < 0.001")
        #expect(HouseStyle.plain.pStatement(1) == "p > 0.999")
        #expect(HouseStyle.plain.pStatement(nil) == "p = NE")
        #expect(HouseStyle.lancet.pStatement(0.008_14) == "p=0·0081")
        #expect(HouseStyle.lancet.pStatement(0.000_01) == "p<0·0001")
        #expect(HouseStyle.nejm.pStatement(0.008_14) == "P=0.008")
        #expect(HouseStyle.jama.pStatement(0.008_14) == "P = .008")
        #expect(HouseStyle.jama.pStatement(0.000_1) == "P < .001")
    }

    @Test("the level of significance is written as p-values are")
    func significance() {
        #expect(HouseStyle.plain.significanceStatement == "p < 0.05")
        #expect(HouseStyle.lancet.significanceStatement == "p<0·05")
        #expect(HouseStyle.nejm.significanceStatement == "P<0.05")
        #expect(HouseStyle.jama.significanceStatement == "P < .05")
        #expect(HouseStyle.jama.significanceLevel == ".05")
    }

    @Test("a log-rank p-value has the study's own style wherever it stands")
    func logRank() throws {
        let style = try HouseStyle.named(
            "frontiers", numbers: NumberPreferences(logRankPValue: "two-significant", trailingZeros: false))
        #expect(style.pValue(0.008_1, kind: .logRank) == "0.0081")
        #expect(style.pStatement(0.008_1, kind: .logRank) == "p = 0.0081")
        #expect(style.pValue(0.008_1, kind: .other) == "0.008")
        #expect(style.pStatement(0.008_1) == "p = 0.008")
        #expect(PValueKind(.stratifiedLogRank) == .logRank)
        #expect(PValueKind(.gehanBreslow) == .logRank && PValueKind(.taroneWare) == .logRank)
        #expect(PValueKind(.wald) == .other)
    }

    @Test("a log-rank p-value follows the study's style for all where it has none of its own")
    func logRankFollows() throws {
        let style = try HouseStyle.named("plain", numbers: NumberPreferences(pValue: "nejm"))
        #expect(style.pValue(0.0546, kind: .logRank) == "0.055")
        #expect(style.pValue(0.2, kind: .logRank) == "0.20")
    }
}
