import Results
import Testing

@Suite("Continuous rows of a table one")
struct ContinuousRowTests {
    @Test("median and quartiles keep the data's decimals")
    func median() {
        let table = BaselineFixture(rows: [
            .continuous(
                "Age", unit: "years", .median,
                [
                    .of(n: 71, median: 60, quartiles: (52, 67)), .of(n: 42, median: 59, quartiles: (51, 66)),
                    .of(n: 29, median: 61, quartiles: (54, 68)),
                ], test: .of(.mannWhitney, p: 0.2412))
        ]).table()
        #expect(table.texts(0) == ["Age (years), median (IQR)", "60 (52–67)", "59 (51–66)", "61 (54–68)", "0.241"])
        #expect(
            table.notes == [
                "IQR, interquartile range, given as the first and third quartile (R's quantile type 7).",
                "p values: Mann–Whitney test with continuity correction.",
            ])
    }

    @Test("where a quartile falls between two values of the data, the whole row has one more decimal")
    func betweenValues() {
        let table = BaselineFixture(
            rows: [
                .continuous(
                    "Age", unit: nil, .median,
                    [
                        .of(n: 4, median: 58.5, quartiles: (52, 67)), .of(n: 2, median: 59, quartiles: (51.25, 66)),
                        .of(n: 2, median: 61, quartiles: (54, 68.75)),
                    ])
            ], showsPValue: false
        ).table()
        #expect(table.texts(0) == ["Age, median (IQR)", "58.5 (52.0–67.0)", "59.0 (51.3–66.0)", "61.0 (54.0–68.8)"])
    }

    @Test("range, with one decimal in the data")
    func range() {
        let table = BaselineFixture(
            rows: [
                .continuous(
                    "BED10", unit: "Gy", .range, [.of(n: 29, median: 60, range: (43.2, 96), decimals: 1)])
            ], showsPValue: false
        ).table()
        #expect(table.texts(0) == ["BED10 (Gy), median (range)", "60.0 (43.2–96.0)", "–", "–"])
        #expect(table.notes == [])
    }

    @Test("mean and standard deviation have one decimal more than the data; one value has no spread")
    func mean() {
        let table = BaselineFixture(
            rows: [
                .continuous(
                    "Change", unit: nil, .mean,
                    [.of(n: 5, mean: -1.25, sd: 2.05), .of(n: 1, mean: 3), .of(n: 0)])
            ], showsPValue: false
        ).table()
        #expect(table.texts(0) == ["Change, mean (SD)", "−1.3 (2.1)", "3.0 (NE)", "–"])
        #expect(table.notes == ["SD, standard deviation; NE, not estimable."])
    }

    @Test("a minus sign in a range takes the dash away")
    func negative() {
        let table = BaselineFixture(
            rows: [.continuous("Change", unit: nil, .range, [.of(n: 9, median: -1, range: (-4, 2))])],
            showsPValue: false
        ).table()
        #expect(table.texts(0)[1] == "−1 (−4 to 2)")
    }
}
