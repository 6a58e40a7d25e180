import Auditing
import Testing

/// Tables of subgroups, rows and labels that contradict each other, and the words about them.
@Suite struct SubgroupRuleTests {
    private func subgroups(
        all: String = "40/42", young: String = "20/21", old: String = "20/21", note: String = ""
    ) -> String {
        """
        # Results

        Table 4. Subgroup analysis of PFS, RT+IO+T versus IO+T.

        | Subgroup | IO+T events/n | RT+IO+T events/n | HR (95% CI) |
        |---|---|---|---|
        | All patients | \(all) | 23/29 | 0.35 (0.20–0.60) |
        | Age | | | |
        | <60 | \(young) | 12/14 | 0.35 (0.16–0.78) |
        | ≥60 | \(old) | 11/15 | 0.34 (0.15–0.75) |

        \(note)
        """
    }

    @Test func subgroupsDoNotAddUp() throws {
        #expect(try findings(subgroups()).isEmpty)
        try expect(.subgroupsDoNotAddUp, .contradiction, in: subgroups(old: "20/22"), notIn: subgroups())
        try expect(.subgroupsDoNotAddUp, .contradiction, in: subgroups(old: "18/21"), notIn: subgroups())
        try expect(
            .subgroupsDoNotAddUp, .cannotTell, in: subgroups(old: "18/19"),
            notIn: subgroups(old: "18/19", note: "Notes: age was missing for two patients."))
    }

    @Test func aSentenceSaysWhoIsMissing() throws {
        let text = subgroups(old: "18/19") + "\n\nThe age of two patients was not available.\n"
        #expect(try findings(text).isEmpty)
    }

    // MARK: Rows

    private func events(_ rows: String) -> String {
        """
        # Results

        Table 5. Adverse events.

        | Adverse event | IO+T (n = 42) any grade | IO+T (n = 42) grade 3–4 | RT+IO+T (n = 29) any grade | RT+IO+T (n = 29) grade 3–4 | p any grade | p grade 3–4 |
        |---|---|---|---|---|---|---|
        | Thrombocytopenia | 13 (31.0) | 1 (2.4) | 22 (75.9) | 7 (24.1) | <0.001 | 0.007 |
        \(rows)
        """
    }
    private let anorexia = "| Anorexia | 23 (54.8) | 0 (0.0) | 17 (58.6) | 0 (0.0) | 0.747 | – |"

    @Test func columnsOfGradesAreToldApart() throws {
        let anemia = "| Anemia | 9 (21.4) | 3 (7.1) | 12 (41.4) | 6 (20.7) | 0.070 | 0.146 |"
        #expect(try findings(events(anorexia + "\n" + anemia)).isEmpty)
        try expect(
            .pOfCounts, .suspicious, in: events(anemia.replacing("0.070", with: "0.007")), notIn: events(anemia))
    }

    @Test func stableDiseaseIsACount() throws {
        func text(_ p: String) -> String {
            "# Results\n\nTable 2. Response.\n\n| Response | IO+T (n = 42) | RT+IO+T (n = 29) | p value |\n|---|---|---|---|\n| PR | 15 (35.7) | 20 (69.0) | 0.006 |\n| SD | 9 (21.4) | 6 (20.7) | \(p) |\n| PD | 18 (42.9) | 3 (10.3) | 0.003 |\n"
        }
        try expect(.pOfCounts, .suspicious, in: text("0.490"), notIn: text("0.940"))
    }

    @Test func pWhereNobodyIsCounted() throws {
        try expect(
            .pWithEmptyCell, .contradiction, in: events(anorexia.replacing("| – |", with: "| 0.512 |")),
            notIn: events(anorexia.replacing("| – |", with: "| 1.000 |")))
        try expect(
            .pWithEmptyCell, .suspicious, in: events(anorexia.replacing("| 17 (58.6) |", with: "| – |")),
            notIn: events(anorexia))
    }

    @Test func repeatedRowUnderAnotherLabel() throws {
        func text(_ fatigue: String) -> String { events(anorexia + "\n| Fatigue | \(fatigue) |") }
        try expect(
            .repeatedRow, .suspicious, in: text("23 (54.8) | 0 (0.0) | 17 (58.6) | 0 (0.0) | 0.747 | –"),
            notIn: text("19 (45.2) | 0 (0.0) | 15 (51.7) | 0 (0.0) | 0.591 | –"))
        let few = "6 (14.3) | 0 (0.0) | 5 (17.2) | 0 (0.0) | 0.750 | – |"
        let alike = try findings(events("| Rash | \(few)\n| Fever | \(few)"))
        #expect(!alike.contains { $0.rule == .repeatedRow })
        let rare = "2 (4.8) | 0 (0.0) | 1 (3.4) | 0 (0.0) | 1.000 | – |"
        #expect(try findings(events("| Rash | \(rare)\n| Fever | \(rare)")).isEmpty, "small counts are alike by chance")
    }

    @Test func aPercentageAboveOneHundred() throws {
        let row = "| Any event | 40 (95.2) | 12 (28.6) | 29 (100.0) | 18 (62.1) | 0.510 | 0.005 |"
        try expect(
            .percentOfCount, .contradiction, in: events(row.replacing("(100.0)", with: "(110.0)")), notIn: events(row))
    }

    // MARK: Levels

    private func levels(_ low: String, _ high: String) -> String {
        "# Results\n\nTable 1. Patients.\n\n| Characteristic | IO+T (n = 42) | RT+IO+T (n = 29) |\n|---|---|---|\n| **Age (years)** | | |\n| \(low) | 21 (50.0) | 14 (48.3) |\n| \(high) | 21 (50.0) | 15 (51.7) |\n"
    }

    @Test(arguments: [("<55", "≥60"), ("<60", ">60"), ("≤60", "≥60"), ("<60", "≥61"), ("<65", "≥60")])
    func categoryGap(low: String, high: String) throws {
        try expect(.categoryGap, .suspicious, in: levels(low, high), notIn: levels("<60", "≥60"))
    }

    @Test(arguments: [("≤60", ">60"), ("≤60", "≥61"), ("<1.5", "≥1.5"), ("1–2", "3–4"), ("≤ 1.5", "> 1.5")])
    func levelsWithoutAGap(low: String, high: String) throws {
        #expect(try !findings(levels(low, high)).contains { $0.rule == .categoryGap })
    }

    // MARK: Labels

    private func cox(_ label: String, _ ratio: String = "0.35 (0.20–0.60)") -> String {
        """
        # Results

        The median PFS was 12.6 months in the RT+IO+T group and 4.6 months in the IO+T group.

        Table 1. Patients.

        | Characteristic | IO+T (n = 42) | RT+IO+T (n = 29) |
        |---|---|---|
        | Treatment group: second line | 10 (23.8) | 19 (65.5) |

        Table 3. Cox model of PFS.

        | Variable | HR (95% CI) | p |
        |---|---|---|
        | Treatment group: \(label) | \(ratio) | <0.001 |
        """
    }

    @Test func aLabelAgainstTheMedians() throws {
        try expect(
            .labelAgainstDirection, .suspicious, in: cox("IO+T vs RT+IO+T"), notIn: cox("RT+IO+T vs IO+T"))
        #expect(try findings(cox("IO+T vs RT+IO+T", "2.86 (1.67–5.00)")).isEmpty)
    }

    @Test func oneRatioForBothOrders() throws {
        func text(_ levels: String) -> String {
            "# Results\n\nAge was prognostic of OS (\(levels): HR 0.61, 95% CI 0.35–0.99).\n\nTable 3. Cox model of OS.\n\n| Variable | HR (95% CI) |\n|---|---|\n| Age: ≥60 vs <60 years | 0.61 (0.35–0.99) |\n| Sex: male vs female | 1.10 (0.49–2.47) |\n"
        }
        try expect(
            .labelAgainstDirection, .contradiction, in: text("<60 vs ≥60 years"), notIn: text("≥60 vs <60 years"))
    }

    @Test func aLikelihoodRatioTestIsNotSoFar() throws {
        func text(_ p: String) -> String {
            "# Results\n\nTable 3. Cox model of OS; p values are from likelihood-ratio tests.\n\n| Variable | HR (95% CI) | p |\n|---|---|---|\n| ECOG: 1 vs 0 | 3.10 (1.21–7.96) | \(p) |\n"
        }
        try expect(.intervalAgainstP, .suspicious, in: text("0.070"), notIn: text("0.007"))
    }
}
