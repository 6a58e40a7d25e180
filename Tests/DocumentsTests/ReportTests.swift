import Documents
import Foundation
import TestSupport
import Testing

@Suite("A whole report")
struct ReportTests {
    @Test("as HTML")
    func html() {
        expectGolden(HTMLWriter().page(ReportFixture.document), "Documents/report.html")
    }

    @Test("as Markdown")
    func markdown() {
        expectGolden(MarkdownWriter().text(ReportFixture.document), "Documents/report.md")
    }

    @Test("its tables alone")
    func tables() {
        expectGolden(HTMLWriter().page(ReportFixture.safety, language: "en"), "Documents/table.html")
        expectGolden(MarkdownWriter().text(ReportFixture.safety), "Documents/table.md")
    }
}
