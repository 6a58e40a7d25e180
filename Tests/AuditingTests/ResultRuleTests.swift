import Auditing
import ManuscriptReading
import Testing

@Suite struct ResultRuleTests {
    private let results = KnownResults(
        [
            KnownNumber(name: ["os", "hazard-ratio"], value: 0.4512, printed: "0.45"),
            KnownNumber(name: ["os", "hazard-ratio", "lower"], value: 0.2489, printed: "0.25"),
            KnownNumber(name: ["os", "hazard-ratio", "upper"], value: 0.8178, printed: "0.82"),
            KnownNumber(name: ["os", "log-rank", "p"], value: 0.00812, printed: "0.0081"),
            KnownNumber(name: ["response", "orr"], value: 20.0 / 29, printed: "69"),
            KnownNumber(name: ["os", "IO+T", "median"], value: 10.87, printed: "10.9"),
            KnownNumber(name: ["os", "RT+IO+T", "median"], value: 17.77, printed: "17.8"),
            KnownNumber(name: ["os", "IO+T", "events"], value: 33, printed: "33"),
            KnownNumber(name: ["os", "IO+T", "n"], value: 42, printed: "42"),
            KnownNumber(name: ["os", "IO+T", "follow-up"], value: 25.04, printed: "25.0"),
        ], names: ["Grade 3–4", "<60 years"])
    private let old = KnownResults([KnownNumber(name: ["os", "log-rank", "p"], value: 0.0121, printed: "0.012")])

    private func found(_ sentence: String, older: KnownResults? = nil) throws -> [Finding] {
        let text = "# Results\n\n\(sentence)\n"
        return try audit(readManuscript(Array(text.utf8), name: "a.md"), against: results, older: older)
    }

    @Test func notInResults() throws {
        #expect(try found("OS differed (HR 0.45, 95% CI 0.25–0.82; log-rank p = 0.0081; ORR 69.0%).").isEmpty)
        let wrong = try found("OS differed (HR 0.43, 95% CI 0.23–0.82).")
        #expect(wrong.map(\.rule) == [.notInResults])
        #expect(wrong.first?.certainty == .contradiction)
        #expect(wrong.first?.expected == "a result; the nearest is 0.45 (0.25 to 0.82), 'os.hazard-ratio'")
        #expect(try found("The ORR was 67.3%.").map(\.rule) == [.notInResults])
    }

    @Test func staleNumber() throws {
        let stale = try found("OS differed (log-rank p = 0.012).", older: old)
        #expect(stale.map(\.rule) == [.staleNumber])
        #expect(stale.first?.expected.contains("os.log-rank.p") ?? false)
        #expect(try found("OS differed (log-rank p = 0.012).").map(\.rule) == [.notInResults])
        #expect(try found("OS differed (log-rank p = 0.008).", older: old).isEmpty)
    }

    @Test func mediansWithoutLimits() throws {
        #expect(
            try found("The median OS was 10.9 months in the IO+T group and 17.8 months in the RT+IO+T group.").isEmpty)
        let wrong = try found("The median OS was 7.9 months.")
        #expect(wrong.map(\.rule) == [.notInResults])
        #expect(wrong.first?.printed == "median 7.9")
        #expect(wrong.first?.expected == "a result; the nearest median is 10.9, 'os.IO+T.median'")
    }

    @Test func aMedianIsHeldAgainstThatOfItsOwnGroup() throws {
        // Both are medians of the results, each of the other group.
        let text = """
            # Results

            Of 100 patients, 42 were treated with IO+T and 58 with RT+IO+T.
            The median OS was 17.8 months in the IO+T group.

            | | IO+T (n = 42) | RT+IO+T (n = 58) |
            |---|---|---|
            | Men | 20 | 30 |
            """
        let found = try audit(readManuscript(Array(text.utf8), name: "a.md"), against: results, older: nil)
        let median = try #require(found.first { $0.printed.hasPrefix("median") })
        #expect(median.certainty == .contradiction)
        #expect(median.expected.contains("10.9, 'os.IO+T.median'"))
    }

    @Test(arguments: [
        ("Of 42 patients, 12 died.", "12 died."), ("There were 34 deaths among 42 patients.", "34 deaths among"),
        ("The follow-up lasted 26.3 months.", "26.3 months."),
    ])
    func countsAndTimesOfSentences(_ sentence: String, _ printed: String) throws {
        let findings = try found(sentence)
        #expect(findings.map(\.printed) == [printed])
        #expect(findings.first?.certainty == .suspicious)
    }

    @Test func aCountOfAnOlderBundleIsStale() throws {
        let old = KnownResults([KnownNumber(name: ["os", "IO+T", "events"], value: 31, printed: "31")])
        #expect(try found("Of 42 patients, 31 died.", older: old).map(\.rule) == [.staleNumber])
    }

    @Test(arguments: [
        "Of 42 patients, 33 died after a follow-up of 25.0 months.", "Events of grade 3–4 are in Table 7.",
        "At 18 months patients below 60 years had 50 Gy in 25 fractions until 30 April 2025 [12, 13].",
    ])
    func numbersThatAreNoResultsAreLeftAlone(_ sentence: String) throws {
        #expect(try found(sentence).isEmpty)
    }

    @Test func aPercentageOfAKnownCountNeedsNoResultOfItsOwn() throws {
        func table(_ cell: String) -> String { "| | IO+T (n = 42) |\n|---|---|\n| Deaths, n (%) | \(cell) |" }
        #expect(try found(table("33 (78.6)")).isEmpty)
        #expect(try found(table("33 (80.6)")).map(\.rule) == [.notInResults])
        #expect(try found(table("32 (76.2)")).map(\.rule) == [.notInResults])
    }
}
