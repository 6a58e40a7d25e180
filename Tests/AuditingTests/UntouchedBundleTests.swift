import Auditing
import ManuscriptReading
import Testing

/// What a bundle prints by right, beside the slip that each rule is for.
@Suite struct UntouchedBundleTests {
    private func rules(_ text: String) throws -> [AuditRule] { try findings(text).map(\.rule) }

    @Test func deathOrRelapseIsNoOddsRatio() throws {
        // An incidence with a log-log interval lies off the middle of its limits, as an odds ratio would not.
        func table(_ row: String) -> String {
            """
            # Results

            Table 3. Outcomes.

            | Outcome | A (n = 160) | B (n = 150) |
            |---|---|---|
            | \(row), % (95% CI) | 50.9 (41.6–59.4) | 40.3 (31.7–48.6) |
            """
        }
        try expect(
            .intervalNotSymmetric, .suspicious, in: table("Death OR"), notIn: table("Death or relapse at 12 months"))
    }

    @Test func aSlopeBesideAContrastHasNoLeastError() throws {
        func text(_ name: String) -> String {
            """
            # Results

            | Sex | Total (n = 71) | A (n = 42) | B (n = 29) |
            |---|---|---|---|
            | Male | 59 (83.1) | 37 (88.1) | 22 (75.9) |

            OS differed by stage (HR of III against II 1.70 (95% CI 1.00–2.89)) and \(name) 1.02 (95% CI 1.00–1.03)).
            """
        }
        try expect(.intervalTooNarrow, .contradiction, in: text("sex (HR of women against men"), notIn: text("age (HR"))
    }

    @Test func fisherOfThreeLargeGroupsWithFewEvents() throws {
        // fisher.test(rbind(c(1, 4, 7), c(159, 146, 142)))$p.value is 0.0657; the other tests give 0.081 and 0.060.
        func table(_ p: String) -> String {
            """
            # Results

            Table 2. Events.

            | Event | A (n = 160) | B (n = 150) | C (n = 149) | p value |
            |---|---|---|---|---|
            | Rash | 1 (0.6) | 4 (2.7) | 7 (4.7) | \(p) |
            """
        }
        try expect(.pOfCounts, .suspicious, in: table("0.076"), notIn: table("0.066"))
    }

    @Test func sectionsOfOtherAnalysesPrintOtherNumbers() throws {
        func text(_ heading: String, _ rate: String = "28.9") -> String {
            """
            # Results

            ## Overall survival

            At 12 months, OS was 30.0%.

            ## \(heading)

            The OS rate at 12 months was \(rate)%.
            """
        }
        for other in [
            "Overall survival by stage", "Overall survival by age group", "Overall survival: Weighted patients",
            "Overall survival by arm: Matched patients",
        ] {
            try expect(.printedDifferently, .suspicious, in: text("Overall survival by arm"), notIn: text(other))
        }
    }

    @Test func levelsAgainstOneReferenceCoverAllTogether() throws {
        func table(_ middle: String) -> String {
            """
            # Results

            Table 3. Cox models.

            | Variable | HR (95% CI) | p | Multivariable HR (95% CI) | p |
            |---|---|---|---|---|
            | Age (years) | | 0.836 | – | – |
            | \u{A0}\(middle) vs <65 | 1.06 (0.88–1.28) | | | |
            | \u{A0}≥75 vs <65 | 1.01 (0.81–1.25) | | | |
            """
        }
        try expect(.categoryGap, .suspicious, in: table("65–<70"), notIn: table("65–<75"))
    }

    @Test func aNoteOnPatientsAtRiskPutsNoGroupsInOrder() throws {
        func table(_ heads: String) -> String {
            """
            # Results

            Table 2. Survival.

            | Outcome | \(heads) |
            |---|---|---|---|
            | Events | 1 | 0 | 1 |

            ᵃ Nobody was at risk at this time.
            """
        }
        try expect(.numbersAtRiskRise, .contradiction, in: table("0 | 6 | 12"), notIn: table("A | B | C"))
    }

    @Test func thePictureOfAMarkdownFileIsDescribedNotSaid() throws {
        let text = """
            # Results

            ![Curves. A, median 20.4 months, 30.1% at 12 months; median OS was 20.4 months, OS was 30.1% at 12 months.](k.svg)\\
            **Figure 1.** Survival.
            """
        #expect(try rules(text).isEmpty)
        let manuscript = try readManuscript(Array(text.utf8), name: "paper.md")
        #expect(!manuscript.passages.contains { $0.text.plain.contains("30.1%") })
        #expect(manuscript.passages.contains { $0.role == .figureCaption })
    }

    @Test func aMarkedHeadingIsOneAtAnyLength() throws {
        let long = "Survival by " + String(repeating: "long words ", count: 20)
        let manuscript = try readManuscript(Array("# Results\n\n## \(long)\n\nText.\n".utf8), name: "paper.md")
        #expect(manuscript.passages.contains { $0.role == .heading && $0.text.plain.contains("long words") })
    }

    // MARK: Against results

    private let results = KnownResults([
        KnownNumber(name: ["incidence", "death", "A", "n"], value: 315, printed: "315"),
        KnownNumber(name: ["incidence", "death", "A", "competing"], value: 13, printed: "13"),
        KnownNumber(name: ["os", "A", "rate", "12"], value: 0, printed: "0.0%"),
        KnownNumber(name: ["os", "all", "median"], value: 22.2, printed: "22.2"),
        KnownNumber(name: ["os", "stage", "II", "median"], value: 12.04, printed: "12.0"),
    ])

    private func against(_ text: String) throws -> [String] {
        try audit(readManuscript(Array("# Results\n\n\(text)\n".utf8), name: "a.md"), against: results, older: nil)
            .map(\.printed)
    }

    @Test func aCountOfItsOwnGroupHasThePercentageOfItsSize() throws {
        func table(_ cell: String) -> String {
            "| Outcome | A | B |\n|---|---|---|\n| Competing events, n (%) | \(cell) | |\n"
        }
        #expect(try against(table("13 (4.1)")).isEmpty)
        #expect(try against(table("13 (4.3)")) == ["13 (4.3)"])
    }

    @Test func nothingOfAHundredIsAPercentage() throws {
        #expect(try against("At 12 months, OS was 0.0% in the A group.").isEmpty)
        #expect(try against("At 12 months, OS was 0.2% in the A group.") == ["0.2%"])
    }

    @Test func aMedianOfAnotherGroupingIsHeldAgainstThose() throws {
        let sentence = "The median OS was 12.0 months."
        #expect(try against("## Overall survival by stage\n\n\(sentence)").isEmpty)
        #expect(try against("## Overall survival\n\n\(sentence)") == ["median 12.0"])
    }
}
