import Results
import Styling

/// The test that most p-values of a table are from, which no mark names; the first of equally many.
struct UsualTest {
    let method: TestResult.Method?
    private let isOnly: Bool

    /// Finds it among the tests whose p-values are printed, in the order of the rows.
    init(of tests: [TestResult?]) {
        let methods = tests.compactMap { $0?.pValue == nil ? nil : $0?.method }
        var best: (method: TestResult.Method, count: Int)?
        for method in methods {
            let count = methods.count { $0 == method }
            if count > best?.count ?? 0 { best = (method, count) }
        }
        method = best?.method
        isOnly = methods.allSatisfy { $0 == best?.method }
    }

    /// What the notes say of it; nothing where no p-value is printed.
    func notes(_ writer: CellWriter) -> [String] {
        guard let method else { return [] }
        let (words, letter) = (writer.words, writer.style.pLetter)
        let rule = writer.conventions.categoricalTest
        return [
            isOnly
                ? words.onlyTest(method, rule: rule, letter: letter)
                : words.usualTest(method, rule: rule, letter: letter)
        ]
    }
}
