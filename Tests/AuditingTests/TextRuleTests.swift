import Auditing
import Testing

@Suite struct TextRuleTests {
    private let tables = """

        Table 1. Baseline characteristics.

        | Characteristic | Total (n = 71) | IO+T (n = 42) | RT+IO+T (n = 29) | p |
        |---|---|---|---|---|
        | **Extrahepatic metastasis** | | | | 0.756 |
        | No | 45 (63.4) | 26 (61.9) | 19 (65.5) | |
        | Yes | 26 (36.6) | 16 (38.1) | 10 (34.5) | |
        | **Treatment line** | | | | <0.001 |
        | First | 42 (59.2) | 32 (76.2) | 10 (34.5) | |
        | Later | 29 (40.8) | 10 (23.8) | 19 (65.5) | |

        Table 4. Adverse events of grade 3–4.

        | Event | IO+T (n = 42) | RT+IO+T (n = 29) | p |
        |---|---|---|---|
        | Lymphopenia | 8 (19.0) | 18 (62.1) | <0.001 |
        | Thrombocytopenia | 1 (2.4) | 7 (24.1) | 0.007 |

        """
    private func paper(_ results: String, discussion: String = "", methods: String = "") -> String {
        "# Methods\n\n\(methods)\n\n# Results\n\n\(results)\n\(tables)\n# Discussion\n\n\(discussion)\n"
    }

    @Test func theTablesAreRight() throws {
        #expect(try findings(paper("There were 71 patients.")).isEmpty)
    }

    // MARK: Survival

    @Test func medianAgainstLandmark() throws {
        func text(_ median: String) -> String {
            paper(
                "The median PFS was \(median) months in the RT+IO+T group. The 6-month PFS rate was 72.4% in the RT+IO+T group."
            )
        }
        try expect(.medianAgainstLandmark, .contradiction, in: text("4.6"), notIn: text("12.6"))
    }

    @Test func limitAgainstLandmark() throws {
        func text(_ limit: String) -> String {
            paper(
                "The median PFS was 12.6 months (95% CI \(limit)–17.3) in the RT+IO+T group. The 6-month PFS rate was 72.4% in the RT+IO+T group."
            )
        }
        try expect(.limitAgainstLandmark, .suspicious, in: text("5.4"), notIn: text("6.4"))
    }

    @Test func landmarksRise() throws {
        func text(_ a: String, _ b: String) -> String {
            paper("At 6 months, PFS was \(a)% in the RT+IO+T group. At 12 months, PFS was \(b)% in the RT+IO+T group.")
        }
        try expect(.landmarksRise, .contradiction, in: text("51.7", "72.4"), notIn: text("72.4", "51.7"))
    }

    private func rates(_ first: String, _ second: String) -> String {
        paper("The 6- and 12-month PFS rates were \(first) in the RT+IO+T group and \(second) in the IO+T group.")
    }

    @Test func landmarksArePlainFractions() throws {
        try expect(
            .landmarksArePlainFractions, .suspicious, in: rates("72.4% and 51.7%", "40.5% and 19.0%"),
            notIn: rates("71.8% and 50.3%", "41.3% and 20.2%"))
    }

    @Test func aLoneRateThatIsNoFraction() throws {
        func text(_ rate: String) -> String {
            paper(
                "The 6-, 12- and 24-month OS rates were 89.7%, \(rate)% and 17.2% in the RT+IO+T group and 76.2%, 50.0% and 9.5% in the IO+T group."
            )
        }
        try expect(.impossiblePercent, .suspicious, in: text("72.48"), notIn: text("72.4"))
    }

    @Test func subgroupMedians() throws {
        func text(_ all: String) -> String {
            paper(
                "The median PFS was \(all) months in the RT+IO+T group and 4.6 months in the IO+T group. Within the RT+IO+T group, the median PFS was 11.4 months for liver lesions and 7.4 months for thrombi."
            )
        }
        try expect(.subgroupMedians, .suspicious, in: text("12.6"), notIn: text("10.6"))
    }

    @Test func rangeOrInterval() throws {
        func text(_ word: String) -> String {
            paper(
                "The median PFS was 12.6 months (95% CI 5.4–17.3) in the RT+IO+T group.",
                discussion: "The median PFS was 12.6 months (\(word) 5.4–17.3) with RT+IO+T.")
        }
        try expect(.rangeOrInterval, .contradiction, in: text("range"), notIn: text("95% CI"))
        #expect(try findings(paper("The median dose was 50 Gy (range 36–60 Gy).")).isEmpty)
    }

    @Test func endpointDefinition() throws {
        func text(_ event: String) -> String {
            paper("", methods: "PFS was defined as the time from the start of treatment to \(event) or last follow-up.")
        }
        try expect(
            .endpointDefinition, .suspicious, in: text("radiological progression"), notIn: text("progression, death"))
    }

    // MARK: The text against itself

    @Test func printedDifferently() throws {
        func text(_ p: String) -> String {
            paper(
                "The median OS was 17.8 months in the RT+IO+T group and 10.9 months in the IO+T group (log-rank p = 0.0081).",
                discussion:
                    "The median OS was 17.8 months in the RT+IO+T group and 10.9 months in the IO+T group (log-rank p = \(p))."
            )
        }
        try expect(.printedDifferently, .suspicious, in: text("0.009"), notIn: text("0.008"))
    }

    @Test func textAgainstTable() throws {
        func percent(_ value: String) -> String {
            paper("", discussion: "Lymphopenia (62.1% vs. \(value)%, p < 0.001) was frequent.")
        }
        try expect(.textAgainstTable, .contradiction, in: percent("18.6"), notIn: percent("19.0"))
        func p(_ value: String) -> String {
            paper("", discussion: "Thrombocytopenia (24.1% vs. 2.4%, p \(value)) was frequent.")
        }
        try expect(.textAgainstTable, .contradiction, in: p("< 0.001"), notIn: p("= 0.007"))
        func count(_ value: String) -> String {
            paper("In the RT+IO+T group, \(value) patients had extrahepatic metastases.")
        }
        try expect(.textAgainstTable, .suspicious, in: count("seven"), notIn: count("ten"))
    }

    @Test func claimAgainstP() throws {
        try expect(
            .claimAgainstP, .contradiction, in: paper("The groups differed significantly in age (p = 0.31)."),
            notIn: paper("The groups did not differ significantly in age (p = 0.31)."))
        try expect(
            .claimAgainstP, .contradiction, in: paper("There was no significant difference in age (p = 0.003)."),
            notIn: paper("There was a significant difference in age (p = 0.003)."))
    }

    @Test func aThresholdIsNoClaim() throws {
        #expect(try findings(paper("Values of p > 0.05 were considered not significant.")).isEmpty)
    }

    @Test func claimAgainstNumbers() throws {
        func text(_ numbers: String) -> String {
            paper("PFS was longer in the RT+IO+T group than in the IO+T group (\(numbers) months).")
        }
        try expect(.claimAgainstNumbers, .suspicious, in: text("4.6 vs 12.6"), notIn: text("12.6 vs 4.6"))
    }

    @Test func balanceClaim() throws {
        func text(_ names: String) -> String {
            paper("", discussion: "Baseline characteristics were balanced between the groups except for \(names).")
        }
        try expect(.balanceClaim, .contradiction, in: text("BCLC stage"), notIn: text("BCLC stage and treatment line"))
    }

    @Test func variableNotDescribed() throws {
        func text(_ variable: String) -> String {
            paper(
                "Table 5. Cox regression.\n\n| Variable | HR (95% CI) |\n|---|---|\n| Extrahepatic metastasis (yes vs no) | 1.67 (0.98–2.84) |\n| Treatment line (later vs first) | 0.57 (0.34–0.96) |\n| \(variable) | 1.22 (0.66–2.24) |\n"
            )
        }
        try expect(
            .variableNotDescribed, .cannotTell, in: text("HBV infection (yes vs no)"),
            notIn: text("Metastasis, any (yes vs no)"))
    }

    @Test func groupNameVaries() throws {
        let often = "RT+IO+T was given first. RT+IO+T was given again. RT+IO+T was well tolerated. "
        try expect(
            .groupNameVaries, .suspicious, in: paper(often + "RT+l0+T is effective."),
            notIn: paper(often + "RT+IO+T is effective."))
    }

    @Test func anAbbreviationNamesARow() throws {
        func text(_ rate: String) -> String {
            """
            # Results

            The ORR was \(rate)% in the RT+IO+T group and 35.7% in the IO+T group.

            Table 2. Response.

            | Response | IO+T (n = 42) | RT+IO+T (n = 29) | p |
            |---|---|---|---|
            | ORR | 15 (35.7) | 20 (69.0) | 0.006 |
            | DCR | 24 (57.1) | 26 (89.7) | 0.003 |
            """
        }
        try expect(.textAgainstTable, .contradiction, in: text("67.2"), notIn: text("69.0"))
    }

    @Test func screenedPatientsAreLeftOutOrKept() throws {
        func text(_ out: Int) -> String {
            "# Results\n\nOf 118 patients screened, \(out) were excluded and 71 were analysed.\n"
        }
        try expect(.columnsDoNotAddUp, .suspicious, in: text(45), notIn: text(47))
    }
}
