import Foundation
import TestSupport
import Testing

@testable import greenwood

@Suite struct ExplainTests {
    private func explain(_ arguments: String...) throws -> (code: Int32, output: String) {
        try runGreenwood(["explain"] + arguments)
    }

    /// The program carries exactly the pages of the documentation; `scripts/embed-pages.sh` lists them.
    @Test func theProgramCarriesEveryPage() throws {
        let folder = "\(repositoryRoot)/Sources/greenwood/Greenwood.docc"
        let pages = try ["AuditRules", "Messages"].flatMap { part in
            try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)")
                .filter { $0.hasSuffix(".md") }.map { "\(part)/\($0)" }
        }
        #expect(Handbook.paths == pages.sorted(), "run scripts/embed-pages.sh")
        for page in pages {
            #expect(Handbook.page(page) == (try String(contentsOfFile: "\(folder)/\(page)", encoding: .utf8)))
        }
    }

    @Test func aMessageIsExplainedByItsPage() throws {
        let process = try explain("unknown-column")
        #expect(process.code == 0)
        #expect(process.output == Handbook.page("Messages/unknown-column.md"))
    }

    @Test func aKeyIsExplainedByTheSpecification() throws {
        let process = try explain("endpoints.restricted_mean")
        #expect(process.code == 0)
        #expect(
            process.output == """
                endpoints.NAME.restricted_mean
                  The horizon, in 'unit', of restricted mean survival times.
                  Takes a number above 0.
                  Where absent: none.

                """)
    }

    /// The last word of a key is enough; each place of that name is shown.
    @Test func aKeyIsFoundByItsLastWord() throws {
        let process = try explain("population")
        #expect(process.output.contains("tables (kind baseline).population"))
        #expect(process.output.contains("figures (kind forest).population"))
    }

    @Test func aResultIsExplainedFromItsBundle() throws {
        let process = try explain("pfs", "log-rank", "p", "-r", "\(repositoryRoot)/output/hcc")
        #expect(process.code == 0)
        #expect(process.output.contains("equal in R  survival::survdiff(Surv(time, status) ~ group)"))
        #expect(process.output.contains("in results.json  /survival/0/logRank/pValue"))
    }

    /// A hazard ratio says by what it is stratified; a test beside it that is not does not.
    @Test func aStratifiedResultSaysSo() throws {
        let bundle = "\(repositoryRoot)/output/colon"
        #expect(
            try explain("os.Lev.hazard-ratio.full", "-r", bundle).output.contains("stratified by  Positive lymph nodes")
        )
        #expect(!(try explain("os.log-rank.p", "-r", bundle).output.contains("stratified by")))
        #expect(!(try explain("dfs.Lev.hazard-ratio.full", "-r", bundle).output.contains("stratified by")))
    }

    // MARK: Words

    private func explainInSample(_ words: String...) throws -> (code: Int32, output: String) {
        try runGreenwood(["explain"] + words + ["-r", "\(repositoryRoot)/output/hcc"])
    }

    /// What fits clearly better than anything else is explained, whatever the order and number of the arguments.
    @Test(arguments: ["hr pfs arm", "PFS hazard ratio", "pfs.hr"])
    func aResultIsFoundByItsWords(question: String) throws {
        let process = try explainInSample(question)
        #expect(process.code == 0)
        #expect(
            process.output.hasPrefix(
                """
                pfs.hazard-ratio = 0.35
                  at full precision  0.34638103494720995
                  computed as  survival::coxph(ties = "efron")
                  patients  71
                  events  63

                """), "\(process.output)")
        #expect(try explainInSample("arm", "pfs", "hr").output == explainInSample("hr pfs arm").output)
    }

    @Test func aTestIsFoundByItsWords() throws {
        let process = try explainInSample("log-rank pfs")
        #expect(process.output.hasPrefix("pfs.log-rank.p = <0.0001\n"), "\(process.output)")
        #expect(process.output.contains("equal in R  survival::survdiff(Surv(time, status) ~ group)"))
    }

    @Test func resultsThatFitAlikeAreListedByTheirNames() throws {
        let process = try explainInSample("median os")
        #expect(process.code == 0)
        #expect(
            process.output == """
                3 results fit alike; explain one by its name:
                  os.IO+T.median = 10.9
                  os.RT+IO+T.median = 17.8
                  os.overall.median = 16.1

                """)
        #expect(try explainInSample("median os rt+io+t").output.hasPrefix("os.RT+IO+T.median = 17.8\n"))
    }

    @Test func aMisspeltResultIsAskedFor() throws {
        let process = try explainInSample("pfs.hazrd-ratio")
        #expect(process.code == 1)
        #expect(process.output.contains("   help: did you mean 'pfs.hazard-ratio'?\n"), "\(process.output)")
    }

    /// A name that holds hundreds of results lists what is inside instead of explaining each.
    @Test func aNameOfManyResultsListsThem() throws {
        let process = try explainInSample("pfs")
        #expect(process.output.hasPrefix("'pfs' holds "))
        #expect(process.output.contains("\n  pfs.short = PFS\n"))
        #expect(process.output.contains("\n  pfs.log-rank, 5 results\n"), "\(process.output)")
    }

    /// The only bundle in `output` needs no naming; of several, one must be named.
    @Test func theBundleAtHandIsRead() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "explain-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: "\(folder)/output", withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(repositoryRoot)/output/hcc", toPath: "\(folder)/output/study")
        let process = try runGreenwood(["explain", "hr os"], in: folder)
        #expect(process.output.hasPrefix("os.hazard-ratio = 0.45\n"), "\(process.output)")
        let between = try runGreenwood(["explain", "hr", "pfs", "arm"], in: repositoryRoot)
        #expect(
            between.output == """
                error: 'hr pfs arm' is no message, key or result that is known here [nothing-to-explain]
                   help: for a result, say where it is: -r output/colon, or -r output/hcc

                """)
    }

    @Test func keysAndMessagesAreFoundByTheirWordsToo() throws {
        #expect(try explain("manuscript style").output.hasPrefix("manuscript.style\n"))
        #expect(try explain("unknown colum").output == Handbook.page("Messages/unknown-column.md"))
        let key = try runGreenwood(["explain", "endponts.at"], in: NSTemporaryDirectory())
        #expect(key.output.contains("   help: did you mean 'endpoints.at'?\n"), "\(key.output)")
    }

    @Test func anUnknownNameSaysWhatIsNear() throws {
        let process = try runGreenwood(["explain", "unknwon-column"], in: NSTemporaryDirectory())
        #expect(process.code == 1)
        #expect(
            process.output == """
                error: 'unknwon-column' is no message, key or result that is known here [nothing-to-explain]
                   help: did you mean 'unknown-column'?
                   help: for a result, say where it is: -r output/STUDY

                """)
    }
}
