import Foundation
import TestSupport
import Testing

@Suite struct LinkTests {
    /// Every relative link of the project's own Markdown leads to a file, and to a heading where it names one.
    @Test func relativeLinksResolve() throws {
        let roots = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
        let pages =
            FileManager.default.enumerator(atPath: "\(repositoryRoot)/Sources/greenwood/Greenwood.docc")?
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }
            .map { "Sources/greenwood/Greenwood.docc/\($0)" } ?? []
        #expect(!pages.isEmpty)
        for page in roots + pages {
            let text = try String(contentsOf: URL(filePath: "\(repositoryRoot)/\(page)"), encoding: .utf8)
            let folder = URL(filePath: "\(repositoryRoot)/\(page)").deletingLastPathComponent()
            for match in text.matches(of: /\]\(([^)#\s]*)(#[^)]*)?\)/) {
                let target = String(match.1)
                if target.contains(":") { continue }
                let place =
                    target.isEmpty
                    ? "\(repositoryRoot)/\(page)" : folder.appending(path: target).standardizedFileURL.path
                #expect(FileManager.default.fileExists(atPath: place), "\(page) links to \(target)")
                if let anchor = match.2, place.hasSuffix(".md") {
                    let headings = try headings(of: String(contentsOf: URL(filePath: place), encoding: .utf8))
                    #expect(headings.contains(String(anchor.dropFirst())), "\(page) links to \(target)\(anchor)")
                }
            }
        }
    }

    /// The headings of a page as links name them: lower case, hyphens for blanks, without other marks.
    private func headings(of page: String) -> Set<String> {
        Set(
            page.matches(of: /(?m)^#+ +(.*)$/).map { match in
                match.1.lowercased().replacing(" ", with: "-").filter {
                    $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
                }
            })
    }
}
