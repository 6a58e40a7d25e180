import Auditing
import Testing

@Suite struct CountRuleTests {
    /// Two groups of 42 and 29 patients with their total.
    private func baseline(_ rows: String, note: String = "") -> String {
        """
        # Methods

        Categorical variables were compared by the chi-square test or Fisher's exact test.

        # Results

        Table 1. Baseline characteristics.

        | Characteristic | Total (n = 71) | IO+T (n = 42) | RT+IO+T (n = 29) | p |
        |---|---|---|---|---|
        \(rows)

        \(note)
        """
    }
    private let gender =
        "| **Gender** | | | | 0.209 |\n| Female | 12 (16.9) | 5 (11.9) | 7 (24.1) | |\n| Male | 59 (83.1) | 37 (88.1) | 22 (75.9) | |"

    @Test func aTableThatIsRightHasNoFinding() throws {
        #expect(try findings(baseline(gender)).isEmpty)
    }

    /// A row with its own p-value behind levels whose heading has one is no level of them.
    @Test func aRowOfItsOwnBehindLevels() throws {
        let ascites = "| Ascites | 26 (36.6) | 16 (38.1) | 10 (34.5) | 0.756 |"
        #expect(try findings(baseline(gender + "\n" + ascites)).isEmpty)
        let wrong = ascites.replacing("0.756", with: "0.076")
        let found = try findings(baseline(gender + "\n" + wrong))
        #expect(found.map(\.place.row) == ["Ascites"])
    }

    @Test func percentOfCount() throws {
        let wrong = gender.replacing("5 (11.9)", with: "5 (12.9)")
        try expect(.percentOfCount, .contradiction, in: baseline(wrong), notIn: baseline(gender))
        try expect(
            .percentOfCount, .contradiction, in: "# Results\n\nA response was seen in 20/29 (67.0%) patients.",
            notIn: "# Results\n\nA response was seen in 20/29 (69.0%) patients.")
    }

    @Test func percentOfOtherTotal() throws {
        func text(_ note: String) -> String {
            """
            # Results

            Table 2. Radiotherapy.

            | Parameter, n (%) | n = 29 |
            |---|---|
            | **Site** | |
            | Thrombus | 11 (31.4) |
            | Liver | 18 (51.4) |
            | Bone | 6 (17.1) |

            \(note)
            """
        }
        try expect(
            .percentOfOtherTotal, .suspicious, in: text(""),
            notIn: text("Percentages are of 35 entries, since a patient can have several."))
    }

    @Test func impossiblePercent() throws {
        func text(_ percent: String) -> String {
            baseline(gender) + "\n\nFever was seen in 7 (\(percent)%) patients.\n"
        }
        // 7 of 27 is 25.93 and 7 of 28 is 25.00; 25.3 is none.
        try expect(.impossiblePercent, .contradiction, in: text("25.3"), notIn: text("24.1"))
    }

    @Test func impossibleMean() throws {
        func text(_ mean: String) -> String {
            "# Results\n\nTable 1. Patients.\n\n| | A (n = 12) | B (n = 11) |\n|---|---|---|\n| Age, years, mean (SD) | \(mean) (8.10) | 51.00 (7.30) |\n"
        }
        try expect(.impossibleMean, .cannotTell, in: text("54.35"), notIn: text("54.33"))
    }

    @Test func levelsDoNotAddUp() throws {
        let wrong = gender.replacing("37 (88.1)", with: "36 (85.7)").replacing("59 (83.1)", with: "58 (81.7)")
        try expect(.levelsDoNotAddUp, .contradiction, in: baseline(wrong), notIn: baseline(gender))
    }

    @Test func columnsDoNotAddUp() throws {
        let wrong = gender.replacing("12 (16.9)", with: "13 (18.3)")
        try expect(.columnsDoNotAddUp, .contradiction, in: baseline(wrong), notIn: baseline(gender))
    }

    @Test func groupSizeDiffers() throws {
        func text(_ n: Int) -> String {
            baseline(gender)
                + "\n\nTable 3. Response.\n\n| | IO+T (n = \(n)) | RT+IO+T (n = 29) |\n|---|---|---|\n| PR | 15 (35.7) | 20 (69.0) |\n"
        }
        try expect(.groupSizeDiffers, .suspicious, in: text(41), notIn: text(42))
    }

    /// Pearson's χ² of 5 and 37 against 7 and 22 is 1.83, p = 0.176; Fisher's p = 0.209.
    @Test func pOfCounts() throws {
        try expect(
            .pOfCounts, .contradiction, in: baseline(gender.replacing("0.209", with: "0.021")), notIn: baseline(gender))
        #expect(try findings(baseline(gender.replacing("0.209", with: "0.176"))).isEmpty, "Pearson's")
        let text =
            baseline(gender) + "\n\nThe ORR was 69.0% in the RT+IO+T group and 35.7% in the IO+T group (p = 0.060).\n"
        try expect(.pOfCounts, .contradiction, in: text, notIn: text.replacing("0.060", with: "0.006"))
    }

    /// Fisher's p of three levels is 0.144; two thousand random tables can give 0.149.
    @Test func monteCarloIsNamed() throws {
        let rows =
            "| **Previous therapy** | | | | 0.149 |\n| No | 41 (57.7) | 27 (64.3) | 14 (48.3) | |\n| TACE | 20 (28.2) | 8 (19.0) | 12 (41.4) | |\n| HAIC | 10 (14.1) | 7 (16.7) | 3 (10.3) | |"
        let found = try findings(baseline(rows))
        #expect(found.map(\.rule) == [.pOfCounts])
        #expect(found.first?.expected.contains("Monte Carlo") ?? false)
        #expect(try findings(baseline(rows.replacing("0.149", with: "0.144"))).isEmpty)
    }

    @Test func pOfZero() throws {
        try expect(
            .pOfZero, .contradiction, in: "# Results\n\nThey differed (p = 0.000).",
            notIn: "# Results\n\nThey differed (p < 0.001).")
    }

    @Test func pWithEmptyCell() throws {
        let rash = "| Rash | 2 (2.8) | 2 (4.8) | | 0.51 |"
        try expect(
            .pWithEmptyCell, .suspicious, in: baseline(gender + "\n" + rash),
            notIn: baseline(gender + "\n" + rash.replacing("| |", with: "| 0 (0) |")))
    }

    @Test func repeatedRow() throws {
        let row = "| Lymph nodes | 10 (14.1) | 7 (16.7) | 3 (10.3) | |"
        try expect(.repeatedRow, .suspicious, in: baseline(row + "\n" + row), notIn: baseline(row))
    }

    @Test func gradesOutOfOrder() throws {
        func text(_ any: String, _ high: String) -> String {
            "# Results\n\nTable 4. Adverse events.\n\n| Event | Any grade, n (%) | Grade 3–4, n (%) |\n|---|---|---|\n| Nausea | 4 (9.5) | 1 (2.4) |\n| Anemia | \(any) | \(high) |\n"
        }
        try expect(
            .gradesOutOfOrder, .contradiction, in: text("3 (7.1)", "5 (11.9)"), notIn: text("5 (11.9)", "3 (7.1)"))
    }

    @Test func responsesDoNotAddUp() throws {
        func text(_ orr: String) -> String {
            "# Results\n\nTable 3. Response.\n\n| Response | IO+T (n = 42) |\n|---|---|\n| PR | 15 (35.7) |\n| SD | 9 (21.4) |\n| PD | 18 (42.9) |\n| ORR | \(orr) |\n| DCR | 24 (57.1) |\n"
        }
        try expect(.responsesDoNotAddUp, .contradiction, in: text("16 (38.1)"), notIn: text("15 (35.7)"))
    }

    @Test func categoryGap() throws {
        func rows(_ level: String) -> String {
            "| **AFP** | | | | 0.195 |\n| <400 | 40 (56.3) | 21 (50.0) | 19 (65.5) | |\n| \(level) | 31 (43.7) | 21 (50.0) | 10 (34.5) | |"
        }
        try expect(.categoryGap, .suspicious, in: baseline(rows("≥400~1000")), notIn: baseline(rows("≥400")))
    }

    @Test func numbersAtRiskRise() throws {
        func text(_ third: Int) -> String {
            "# Results\n\nTable 7. Numbers at risk.\n\n| Months | 0 | 6 | 12 | 18 |\n|---|---|---|---|---|\n| IO+T | 42 | 25 | \(third) | 3 |\n"
        }
        try expect(.numbersAtRiskRise, .contradiction, in: text(27), notIn: text(17))
    }
}
