import ManuscriptReading
import Testing

@Suite struct CellValueTests {
    private func number(_ text: String) throws -> PrintedNumber { try #require(PrintedNumber(text)) }

    @Test(arguments: [
        "0.43 (0.21–0.88)", "0.43 (0.21-0.88)", "0.43 (0.21 to 0.88)", "0.43 (0.21~0.88)", "0.43 (0.21,0.88)",
        "0.43 (0.21, 0.88)", "0.43 [0.21; 0.88]", "0.43 (95% CI: 0.21–0.88)", "0.43 (95%CI 0.21-0.88)",
        "0·43 (0·21–0·88)",
        "0.43 (95% CI, 0.21 to 0.88)*", ".43 (.21-.88)",
    ])
    func estimates(text: String) throws {
        guard case .estimate(let estimate) = CellValue(ManuscriptText(text).plain) else {
            Issue.record("\(text) is no estimate")
            return
        }
        #expect(estimate.value.value == 0.43)
        #expect(estimate.lower?.value == 0.21)
        #expect(estimate.upper?.value == 0.88)
    }

    @Test func negativeLimitsKeepTheirSigns() throws {
        guard case .estimate(let estimate) = CellValue(ManuscriptText("−0·8 (−7·8 to 6·3)").plain) else {
            Issue.record("no estimate")
            return
        }
        #expect(estimate.value.value == -0.8)
        #expect(estimate.lower?.value == -7.8)
    }

    @Test func limitsCanBeWithoutBound() throws {
        guard case .estimate(let estimate) = CellValue("0 (0-Inf)") else {
            Issue.record("no estimate")
            return
        }
        #expect(estimate.upper == nil)
    }

    @Test func sharesAndFractions() throws {
        #expect(CellValue("12 (28.6)") == .pair(try number("12"), try number("28.6"), isPercent: false))
        #expect(CellValue("12 (28.6%)") == .pair(try number("12"), try number("28.6"), isPercent: true))
        #expect(CellValue("28.6% (12)") == .pair(try number("12"), try number("28.6"), isPercent: true))
        #expect(CellValue("12/42 (28.6%)") == .fraction(12, 42, percent: try number("28.6")))
        #expect(CellValue("28.6 (12/42)") == .fraction(12, 42, percent: try number("28.6")))
        #expect(CellValue("54.3 ± 10.1") == .pair(try number("54.3"), try number("10.1"), isPercent: false))
    }

    @Test func labelsAreNoPValues() throws {
        #expect(CellValue("<60") == .text)
        #expect(CellValue("<0.001") == .pValue(PrintedPValue(.less, try number("0.001"))))
        #expect(CellValue("0.209ᵃ") == .number(try number("0.209")))
        #expect(CellValue("-") == .dash)
        #expect(CellValue("") == .empty)
        #expect(CellValue("P = .021") == .pValue(PrintedPValue(.equal, try number(".021"))))
    }

    @Test func aNumberStandsForAllThatIsPrintedLikeIt() throws {
        let printed = try number("0.05")
        #expect(printed.admits(0.0549))
        #expect(printed.admits(0.045))
        #expect(!printed.admits(0.0551))
        #expect(try number("72.48").agrees(with: number("72.5")))
        #expect(try !number("72.48").agrees(with: number("72.4")))
    }

    @Test func thresholdsOfPValues() throws {
        #expect(try #require(PrintedPValue("<0.05")).isBelow(0.05))
        #expect(try #require(PrintedPValue("0.049")).isBelow(0.05))
        #expect(try !#require(PrintedPValue("0.05")).isBelow(0.05))
        #expect(try #require(PrintedPValue(">0.05")).isAbove(0.05))
        #expect(PrintedPValue("1.2") == nil)
    }
}
