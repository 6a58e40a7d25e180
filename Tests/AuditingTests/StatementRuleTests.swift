import Auditing
import Testing

/// Statements of abstract, results and discussion against each other.
@Suite struct StatementRuleTests {
    private let tables = """

        Table 1. Baseline characteristics.

        | Characteristic | Total (n = 71) | IO+T (n = 42) | RT+IO+T (n = 29) | p |
        |---|---|---|---|---|
        | **Age (years)** | | | | 0.886 |
        | <60 | 35 (49.3) | 21 (50.0) | 14 (48.3) | |
        | ≥60 | 36 (50.7) | 21 (50.0) | 15 (51.7) | |
        | **Treatment line** | | | | <0.001 |
        | First | 42 (59.2) | 32 (76.2) | 10 (34.5) | |
        | Later | 29 (40.8) | 10 (23.8) | 19 (65.5) | |

        """
    private func paper(_ results: String, abstract: String = "", discussion: String = "") -> String {
        "# Abstract\n\n\(abstract)\n\n# Results\n\n\(results)\n\(tables)\n# Discussion\n\n\(discussion)\n"
    }
    private let medians =
        "The median PFS was 12.6 months in the RT+IO+T group and 4.6 months in the IO+T group. The median OS was 17.8 months in the RT+IO+T group and 10.9 months in the IO+T group. "

    @Test func endpointsOutOfOrder() throws {
        try expect(
            .endpointsOutOfOrder, .contradiction, in: paper(medians.replacing("17.8", with: "11.8")),
            notIn: paper(medians))
    }

    @Test func ratesOfAListRise() throws {
        func text(_ rates: String) -> String {
            paper(
                "The 6- and 12-month PFS rates were \(rates) in the RT+IO+T group and 41.2% and 20.3% in the IO+T group."
            )
        }
        try expect(.landmarksRise, .contradiction, in: text("50.8% and 71.9%"), notIn: text("71.9% and 50.8%"))
        func one(_ rates: String) -> String { paper("The 6-month and 12-month OS rates were \(rates), respectively.") }
        try expect(.landmarksRise, .contradiction, in: one("80.1% and 85.2%"), notIn: one("85.2% and 80.1%"))
    }

    @Test func ratesTimeByTimeNeedNotFall() throws {
        let text = "The 6- and 12-month PFS rates were 41.2% vs 71.9% and 20.3% vs 50.8% for IO+T and RT+IO+T."
        #expect(try !findings(paper(text)).contains { $0.rule == .landmarksRise })
    }

    @Test func pBesideALabel() throws {
        func text(_ p: String) -> String { paper("There was no significant difference in age (p = \(p)).") }
        try expect(.textAgainstTable, .contradiction, in: text("0.866"), notIn: text("0.886"))
        #expect(try findings(paper("In multivariable analysis age (p = 0.312) was not prognostic.")).isEmpty)
    }

    @Test func aRatioOfTheAbstract() throws {
        func text(_ ratio: String) -> String {
            paper("For OS the HR was 0.45 (95% CI 0.25–0.82; p = 0.008).", abstract: "For OS the HR was \(ratio).")
        }
        let right = text("0.45 (95% CI 0.25–0.82; p = 0.008)")
        try expect(.printedDifferently, .suspicious, in: text("0.46 (95% CI 0.26–0.82; p = 0.009)"), notIn: right)
        try expect(.printedDifferently, .suspicious, in: text("0.45 (95% CI 0.25–0.82; p = 0.018)"), notIn: right)
        #expect(try findings(text("0.30 (95% CI 0.10–0.90; p = 0.032)")).isEmpty, "another model")
    }

    @Test func aPairOfTheDiscussion() throws {
        func text(_ pair: String) -> String { paper(medians, discussion: "RT+IO+T prolonged OS (\(pair) months).") }
        try expect(.printedDifferently, .suspicious, in: text("18.7 vs 10.9"), notIn: text("17.8 vs 10.9"))
        #expect(try findings(text("24.0 vs 19.2")).isEmpty, "another study's")
        #expect(try findings(paper(medians, discussion: "In a trial, OS was 17.8 vs 12.2 months.")).isEmpty)
    }

    @Test func respectivelyCarriesTheGroups() throws {
        func text(_ os: String) -> String {
            paper(
                medians,
                abstract:
                    "Median PFS was 12.6 months with RT+IO+T and 4.6 months with IO+T. Median OS was \(os) months and 10.9 months, respectively."
            )
        }
        try expect(.printedDifferently, .suspicious, in: text("18.7"), notIn: text("17.8"))
    }

    @Test func groupSizeDiffers() throws {
        func text(_ a: Int, _ b: Int) -> String {
            paper("", abstract: "We reviewed 71 patients: \(a) received IO+T and \(b) received RT+IO+T.")
        }
        try expect(.groupSizeDiffers, .suspicious, in: text(43, 28), notIn: text(42, 29))
        let allocated = "As allocated, 38 received IO+T and 27 received RT+IO+T."
        #expect(try findings(paper(allocated)).isEmpty)
        func pairs(_ n: Int) -> String { paper("Matching gave 18 pairs (\(n) with RT+IO+T and 18 with IO+T).") }
        try expect(.groupSizeDiffers, .contradiction, in: pairs(19), notIn: pairs(18))
    }

    @Test func anImpossiblePercentageOfAPair() throws {
        func text(_ percent: String) -> String {
            paper("", abstract: "Severe events occurred in 62.1% and \(percent)% of patients (p = 0.005).")
        }
        try expect(.impossiblePercent, .suspicious, in: text("26.8"), notIn: text("28.6"))
    }

    // MARK: Claims

    @Test(arguments: [
        ("There was no significant difference in sex (p = 0.61) or stage (p < 0.001).", "p < 0.001", "p = 0.42"),
        ("RT had significantly more anemia (p = 0.01) and rash (p = 0.07).", "p = 0.07", "p = 0.03"),
        ("Stage was comparable between the groups (p = 0.007).", "p = 0.007", "p = 0.07"),
        ("The effect was consistent across age (p = 0.003 for interaction).", "p = 0.003", "p = 0.30"),
    ])
    func claimAgainstP(text: String, wrong: String, right: String) throws {
        let found = try findings(paper(text))
        #expect(found.map(\.rule) == [.claimAgainstP], "\(found)")
        #expect(try findings(paper(text.replacing(wrong, with: right))).isEmpty)
    }

    @Test(arguments: [
        "There was no significant difference in sex (p = 0.61) except for stage (p < 0.001).",
        "There was no significant difference in sex (p = 0.61), but stage differed (p < 0.001).",
        "Comparable to other studies, anemia was more frequent (p = 0.002).",
    ])
    func exceptionsAreNoContradiction(text: String) throws { #expect(try findings(paper(text)).isEmpty) }

    @Test func lessFrequentThanTheNumbersSay() throws {
        func text(_ word: String) -> String {
            paper("Lymphopenia was \(word) frequent with RT+IO+T (96.6% vs 52.4%, p < 0.001).")
        }
        try expect(.claimAgainstNumbers, .suspicious, in: text("less"), notIn: text("more"))
    }

    @Test func shorterBesideARatioBelowOne() throws {
        func text(_ word: String) -> String {
            paper("RT+IO+T was independently associated with \(word) PFS (HR 0.40, 95% CI 0.22–0.73; p = 0.003).")
        }
        try expect(.claimAgainstNumbers, .suspicious, in: text("shorter"), notIn: text("longer"))
        let turned = "IO+T was associated with shorter PFS (HR for RT+IO+T vs IO+T 0.40, 95% CI 0.22–0.73; p = 0.003)."
        #expect(try findings(paper(turned)).isEmpty)
    }

    @Test func shorterAgainstTheMedians() throws {
        func text(_ word: String) -> String { paper(medians, discussion: "RT+IO+T was associated with \(word) OS.") }
        try expect(.claimAgainstNumbers, .suspicious, in: text("shorter"), notIn: text("longer"))
    }

    // MARK: Text in lines

    @Test func sentencesAreReadOverLinesBesideAWideTable() throws {
        func text(_ limit: String) -> String {
            let wide = String(repeating: " ", count: 40)
            let rows = ["Any event", "Anorexia", "Fatigue"].map { "\($0)\(wide)23 (54.8)\(wide)17 (58.6)\(wide)0.747" }
            let prose = """
                The patients were followed until the end of April, and all of them were seen at least once a quarter
                by the same team. In the matched patients the median PFS was 9.1 months (95% CI
                \(limit)–16.1) in the first group, and the curves crossed no more than once in the whole of the time,
                which is why the test of proportional hazards was of interest to us, and why we say what it gave us
                in a table of its own below, with the numbers of patients who were still at risk at all of the times.
                """
            return "Results\n\n\(prose)\n\nTable 5. Adverse events.\n\n" + rows.joined(separator: "\n")
                + "\n\n\(prose)\n"
        }
        try expect(.estimateOutsideInterval, .contradiction, in: text("14.8"), notIn: text("4.8"))
    }
}
