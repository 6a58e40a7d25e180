import Auditing
import Testing

/// Each rule finds what is planted, and is silent where the same text is right.
@Suite struct EstimateRuleTests {
    private func results(_ sentence: String) -> String { "# Results\n\n\(sentence)\n" }
    private func cox(_ rows: String, note: String = "") -> String {
        """
        # Results

        Table 5. Cox regression of OS.

        | Variable | HR (95% CI) | p |
        |---|---|---|
        \(rows)

        \(note)
        """
    }

    @Test func estimateOutsideInterval() throws {
        try expect(
            .estimateOutsideInterval, .contradiction, in: results("The HR was 0.43 (95% CI 0.51–0.88)."),
            notIn: results("The HR was 0.43 (95% CI 0.21–0.88)."))
    }

    @Test(arguments: [
        "HR 0.43 (95% CI 0.51-0.88)", "HR = 0.43, 95% CI: 0.51–0.88", "HR=0.43; 95%CI 0.51 to 0.88",
        "hazard ratio of 0.43 [95% confidence interval: 0.51, 0.88]", "HR 0.43 (0.51–0.88; P = .021)",
        "HR: 0.43 (95% CI: 0.51~0.88, p<0.05)", "odds ratio .43 (95% CI .51 to .88)",
    ])
    func estimatesAreReadAsPapersWriteThem(text: String) throws {
        #expect(try findings(results("We found \(text).")).contains { $0.rule == .estimateOutsideInterval })
    }

    @Test func limitsInAColumnOfTheirOwn() throws {
        func text(_ ratio: String) -> String {
            "# Results\n\nTable 5. Cox regression of OS.\n\n| Variable | HR | 95% CI | p |\n|---|---|---|---|\n| BCLC (C vs B) | \(ratio) | 1.20–4.72 | 0.013 |\n"
        }
        try expect(.estimateOutsideInterval, .contradiction, in: text("0.38"), notIn: text("2.38"))
        try expect(.intervalNotSymmetric, .contradiction, in: text("3.38"), notIn: text("2.38"))
    }

    @Test func intervalNotSymmetric() throws {
        try expect(
            .intervalNotSymmetric, .contradiction, in: results("The HR was 0.75 (95% CI 0.21–0.88)."),
            notIn: results("The HR was 0.43 (95% CI 0.21–0.88)."))
    }

    @Test func profileIntervalsNeedNotBeSymmetric() throws {
        let text =
            "# Methods\n\nIntervals are of the profile likelihood.\n\n" + results("The HR was 0.75 (95% CI 0.21–0.88).")
        #expect(try !findings(text).contains { $0.rule == .intervalNotSymmetric })
    }

    /// √(0.99 · 5.71) = 2.38; Wald's z = 0.867/0.447 = 1.94, p = 0.053.
    @Test func intervalAgainstP() throws {
        try expect(
            .intervalAgainstP, .suspicious, in: cox("| BCLC (C vs B) | 2.38 (0.99–5.71) | 0.032 |"),
            notIn: cox("| BCLC (C vs B) | 2.38 (0.99–5.71) | 0.053 |"))
        try expect(
            .intervalAgainstP, .contradiction, in: cox("| BCLC (C vs B) | 2.38 (1.20–4.72) | 0.300 |"),
            notIn: cox("| BCLC (C vs B) | 2.38 (1.20–4.72) | 0.013 |"))
    }

    @Test func aNamedLikelihoodRatioTestExplainsP() throws {
        let text = cox("| BCLC (C vs B) | 2.38 (0.99–5.71) | 0.032 |", note: "p values: likelihood-ratio test.")
        #expect(try !findings(text).contains { $0.rule == .intervalAgainstP })
    }

    @Test func pForInteractionIsNoPOfTheRatio() throws {
        let text = results("The HR was 0.32 (95% CI 0.13–0.78) in older patients (p for interaction = 0.28).")
        #expect(try findings(text).isEmpty)
    }

    @Test func pOfAnotherTest() throws {
        let rows = "| BCLC (C vs B) | 2.38 (0.99–5.71) | 0.032 |\n| ECOG (1 vs 0) | 1.89 (0.97–3.66) | 0.045 |"
        let wald = "| BCLC (C vs B) | 2.38 (0.99–5.71) | 0.053 |\n| ECOG (1 vs 0) | 1.89 (0.97–3.66) | 0.060 |"
        try expect(.pOfAnotherTest, .cannotTell, in: cox(rows), notIn: cox(wald))
    }

    @Test func intervalTooNarrow() throws {
        func text(_ interval: String) -> String {
            """
            # Results

            Table 1. Baseline characteristics.

            | Sex | Total (n = 71) | A (n = 42) | B (n = 29) |
            |---|---|---|---|
            | Male | 59 (83.1) | 37 (88.1) | 22 (75.9) |
            | Female | 12 (16.9) | 5 (11.9) | 7 (24.1) |

            The HR of B versus A for OS was 0.43 (95% CI \(interval)).
            """
        }
        // 4/se² with se = ln(0.56/0.33)/3.92 = 0.135 is 220 events.
        try expect(.intervalTooNarrow, .contradiction, in: text("0.33–0.56"), notIn: text("0.21–0.88"))
    }

    @Test func unboundedEstimate() throws {
        try expect(
            .unboundedEstimate, .suspicious, in: results("In stage B the HR was 0 (0–Inf)."),
            notIn: results("In stage B the HR was not estimable."))
    }

    @Test func copiedEstimate() throws {
        try expect(
            .copiedEstimate, .suspicious,
            in: results("In stage C the PFS HR was 0.33 (95% CI 0.17–0.66). The OS HR was 0.33 (95% CI 0.17–0.66)."),
            notIn: results("In stage C the PFS HR was 0.32 (95% CI 0.18–0.58). The OS HR was 0.33 (95% CI 0.17–0.66)."))
    }

    @Test func interactionAgainstSubgroups() throws {
        func text(_ p: String) -> String {
            results(
                "The PFS HR was 0.35 (95% CI 0.16–0.78) in women and 0.34 (95% CI 0.16–0.72) in men (p for interaction = \(p))."
            )
        }
        try expect(.interactionAgainstSubgroups, .suspicious, in: text("0.013"), notIn: text("0.97"))
    }

    @Test func subgroupsAgainstWhole() throws {
        func text(_ all: String) -> String {
            """
            # Results

            Table 6. Subgroups, HR for OS.

            | Subgroup | HR (95% CI) | p for interaction |
            |---|---|---|
            | All patients | \(all) | |
            | **Sex** | | 0.74 |
            | Women | 0.45 (0.28–0.72) | |
            | Men | 0.40 (0.25–0.64) | |
            """
        }
        try expect(.subgroupsAgainstWhole, .suspicious, in: text("0.90 (0.70–1.15)"), notIn: text("0.42 (0.30–0.59)"))
    }

    @Test func labelAgainstDirection() throws {
        try expect(
            .labelAgainstDirection, .suspicious,
            in: cox("| Tumor diameter (<10 vs ≥10 cm) | 2.10 (1.08–4.08) | 0.029 |"),
            notIn: cox("| Tumor diameter (≥10 vs <10 cm) | 2.10 (1.08–4.08) | 0.029 |"))
    }
}
