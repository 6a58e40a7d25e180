import Auditing
import ManuscriptReading
import Testing

@Suite struct ResultRuleTests {
    private let results = KnownResults([
        KnownNumber(name: ["os", "hazard-ratio"], value: 0.4512, printed: "0.45"),
        KnownNumber(name: ["os", "hazard-ratio", "lower"], value: 0.2489, printed: "0.25"),
        KnownNumber(name: ["os", "hazard-ratio", "upper"], value: 0.8178, printed: "0.82"),
        KnownNumber(name: ["os", "log-rank", "p"], value: 0.00812, printed: "0.0081"),
        KnownNumber(name: ["response", "orr"], value: 20.0 / 29, printed: "69"),
    ])
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
}
