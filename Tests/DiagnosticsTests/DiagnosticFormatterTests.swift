import TestSupport
import Testing

@testable import Diagnostics

@Suite struct DiagnosticFormatterTests {
    @Test func aMessageSaysWhatWhereAndHow() {
        let sink = DiagnosticSink()
        sink.emit(
            Diagnostic(
                .unknownColumn, at: SourceLocation(file: "study.yaml", line: 2, column: 11, length: 8),
                "column 'os_mnths' doesn't exist in 'cohort.csv'",
                notes: [.init("the header is here", at: SourceLocation(file: "cohort.csv", line: 1, column: 1))],
                help: ["did you mean 'os_months'?"]))
        expectMessages(
            sink, quoting: ["study.yaml": "os:\n    time: os_mnths\n"],
            equal: """
                study.yaml:2:11: error: column 'os_mnths' doesn't exist in 'cohort.csv' [unknown-column]
                    2 |     time: os_mnths
                      |           ^^^^^^^^
                   note: the header is here (cohort.csv:1:1)
                   help: did you mean 'os_months'?
                """)
    }

    @Test func linesMayEndInCarriageReturnAndLineFeed() {
        let sink = DiagnosticSink()
        sink.emit(Diagnostic(.unknownKey, at: SourceLocation(file: "s.yaml", line: 2, column: 1), "key 'b' is unknown"))
        expectMessages(
            sink, quoting: ["s.yaml": "a: 1\r\nb: 2\r\n"],
            equal: """
                s.yaml:2:1: error: key 'b' is unknown [unknown-key]
                    2 | b: 2
                      | ^
                """)
    }

    @Test func linesOfOtherFilesAreNeverQuoted() {
        let diagnostic = Diagnostic(
            .unparsableNumber, at: SourceLocation(file: "cohort.csv", line: 3, column: 5), "age must be a number")
        #expect(
            DiagnosticFormatter().format(diagnostic)
                == "cohort.csv:3:5: error: age must be a number [unparsable-number]")
    }

    @Test func messagesAreOrderedDeduplicatedAndCounted() {
        let sink = DiagnosticSink()
        for line in (1...DiagnosticSink.limitPerFile + 5).reversed() {
            for _ in 1...2 {
                sink.emit(
                    Diagnostic(
                        .unparsableNumber, at: SourceLocation(file: "c.csv", line: line, column: 1),
                        "not a number: \(line)"))
            }
        }
        let kept = sink.diagnostics
        #expect(kept.count == DiagnosticSink.limitPerFile + 1)
        #expect(kept.dropLast().map { $0.location?.line ?? 0 } == Array(6...DiagnosticSink.limitPerFile + 5))
        #expect(kept.last?.summary == "5 more messages of this kind in 'c.csv'")
        #expect(sink.hasErrors)
    }

    /// Cells that hold the same value are one message, at the first of them.
    @Test func equalValuesAreOneMessage() {
        let sink = DiagnosticSink()
        for line in [4, 2, 9, 7, 5] {
            sink.emit(
                Diagnostic(
                    .unparsableNumber, at: SourceLocation(file: "c.csv", line: line, column: 1), "'yes' is no number"))
        }
        expectMessages(
            sink,
            equal: """
                c.csv:2:1: error: 'yes' is no number [unparsable-number]
                   note: 4 more cells have the same value: line 4, line 5, line 7 and so on
                """)
    }
}
