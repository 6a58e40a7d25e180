import Results
import Testing

/// Results made to exhaust the reader are unreadable, nothing worse.
@Suite struct ResultsLimitTests {
    @Test(arguments: ["[", "{\"a\":", "{\"schemaVersion\":1,\"study\":["]) func `deep nesting`(opening: String) {
        let bytes = Array(String(repeating: opening, count: 200_000).utf8)
        #expect(throws: ResultsReadingError.self) { try StudyResults(decodingJSON: bytes) }
        #expect(throws: ResultsReadingError.self) { try StudyResults.decodingEarlier(json: bytes) }
    }

    @Test(arguments: ["1e999", "123456789012345678901234567890", "-1", "\"1\"", "null", "{}"])
    func `a version that is none`(version: String) {
        let bytes = Array("{\"schemaVersion\": \(version)}".utf8)
        #expect(throws: ResultsReadingError.self) { try StudyResults(decodingJSON: bytes) }
    }
}
