import Diagnostics
import Foundation
import TestSupport
import Testing
import Validation

/// The project's own reference set: every case agrees with R, but for those that do not apply.
@Suite struct ReferenceSetTests {
    static let files = BuiltInReferences.paths.filter { $0.hasSuffix(".json") }

    private func report(of path: String) throws -> ValidationReport {
        let sink = DiagnosticSink()
        let file = ReferenceFile.read(
            try #require(BuiltInReferences.bytes(of: path)), path: path,
            data: { name in
                let plain = name.split(separator: "/").last.map(String.init) ?? name
                return BuiltInReferences.bytes(of: "Data/\(plain)").map { .success($0) }
                    ?? .failure(DataFileFault(reason: "no such file"))
            }, reporting: sink)
        #expect(sink.diagnostics.isEmpty)
        var report = ValidationReport(source: path)
        report.add(try #require(file))
        return report
    }

    @Test(arguments: files)
    func agreesWithR(path: String) throws {
        let report = try report(of: path)
        #expect(report.cases > 0)
        #expect(report.passed + report.notApplicable == report.cases)
        for failure in report.failures {
            let misses = failure.misses.prefix(4).map { "\($0)" }.joined(separator: "; ")
            Issue.record("\(failure.id), \(failure.call): \(failure.misses.count) misses: \(misses)")
        }
        // Where a case does not apply the reason is one of these.
        let reasons = report.kinds.flatMap(\.reasons).map(\.reason)
        let known = [
            "R returns NaN for an empty row or column", "R itself stops: FEXACT",
            "which code is an event is never guessed",
            "R returns 1 for an empty row or column", "R itself stops", "the result holds nothing",
            "R gives a normal approximation", "no test here is R's",
        ]
        #expect(reasons.allSatisfy { reason in known.contains { reason.hasPrefix($0) } }, "\(reasons)")
    }

    /// The program carries exactly the files of `Tests/References`; `scripts/embed-references.sh` lists them.
    @Test func theProgramCarriesTheWholeSet() throws {
        let root = "\(repositoryRoot)/Tests/References"
        let found = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        let wanted = found.filter {
            ($0.hasSuffix(".json") && !$0.hasPrefix("liver-cancer/")) || ($0.hasPrefix("Data/") && $0.hasSuffix(".csv"))
        }.sorted()
        #expect(BuiltInReferences.paths == wanted)
        for path in wanted.prefix(3) {
            let bytes = Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)")))
            #expect(BuiltInReferences.bytes(of: path) == bytes)
        }
    }
}
