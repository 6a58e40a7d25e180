import Diagnostics
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
        let pages = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/Messages")
            .filter { $0.hasSuffix(".md") }.map { "Messages/\($0)" }
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

    @Test func anUnknownNameSaysWhatIsNear() throws {
        let process = try explain("unknown-colum")
        #expect(process.code == 1)
        #expect(
            process.output == """
                error: 'unknown-colum' is no message, key or result that is known here [nothing-to-explain]
                   help: did you mean 'unknown-column'?
                   help: for a result, say where it is: -r output/STUDY

                """)
    }
}
