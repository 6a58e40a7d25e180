import Results
import Styling

/// The test that most p-values of a table are from, which no mark names; the first of equally many.
struct UsualTest {
    /// A test as a note calls it: one that the study names is not one that a rule chose.
    struct Name: Equatable {
        let method: TestResult.Method
        let rule: CategoricalTestRule

        /// The study's rule chose it unless `isNamed`.
        init(_ method: TestResult.Method, isNamed: Bool, rule: CategoricalTestRule) {
            self.method = method
            self.rule = isNamed && method == .fisherExact ? .fisher : rule
        }
    }

    let name: Name?
    private let isOnly: Bool

    /// Finds it among the tests whose p-values are printed, in the order of the rows.
    init(of tests: [TestResult?], named: [Bool] = [], rule: CategoricalTestRule) {
        let names = tests.enumerated().compactMap { index, test in
            test?.pValue == nil
                ? nil : test.map { Name($0.method, isNamed: named.at(index) ?? false, rule: rule) }
        }
        var best: (name: Name, count: Int)?
        for name in names {
            let count = names.count { $0 == name }
            if count > best?.count ?? 0 { best = (name, count) }
        }
        name = best?.name
        isOnly = names.allSatisfy { $0 == best?.name }
    }

    /// What the notes say of it; nothing where no p-value is printed.
    func notes(_ writer: CellWriter) -> [String] {
        guard let name else { return [] }
        let (words, letter) = (writer.words, writer.style.pLetter)
        return [
            isOnly
                ? words.onlyTest(name.method, rule: name.rule, letter: letter)
                : words.usualTest(name.method, rule: name.rule, letter: letter)
        ]
    }
}
