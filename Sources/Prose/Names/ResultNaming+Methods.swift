import Results
import Templating

/// `methods`: which methods the results rest on, for conditions, so that a Methods section tells of no other.
extension ResultNaming {
    var methods: TemplateContext {
        var methods = TemplateContext(ResultName(["methods"]))
        let tables = results.tables.map(\.content)
        methods.add("categorical-tests", .flag(tables.contains(where: \.comparesCategories)), from: "/tables")
        methods.add("continuous-tests", .flag(tables.contains(where: \.comparesNumbers)), from: "/tables")
        let isCompared = results.survival.contains { $0.logRank != nil }
        methods.add("log-rank", .flag(isCompared), from: "/survival")
        return methods
    }
}

extension TableResult.Content {
    /// Whether a test of groups follows the study's rule for categorical variables.
    fileprivate var comparesCategories: Bool {
        switch self {
        case .baseline(let table): table.comparesCategories
        case .matchedBaseline(let table): table.before.comparesCategories || table.after.comparesCategories
        // Within strata another test is made.
        case .response(let table): table.strata.isEmpty && table.rows.contains { $0.test != nil }
        case .adverseEvents(let table): table.rows.contains { row in row.tests.contains { $0 != nil } }
        case .paired, .cox, .survival, .incidence, .logistic, .effect: false
        }
    }

    /// Whether a test of groups follows the study's rule for continuous variables.
    fileprivate var comparesNumbers: Bool {
        switch self {
        case .baseline(let table): table.comparesNumbers
        case .matchedBaseline(let table): table.before.comparesNumbers || table.after.comparesNumbers
        case .response, .adverseEvents, .paired, .cox, .survival, .incidence, .logistic, .effect: false
        }
    }
}

extension BaselineTable {
    fileprivate var comparesCategories: Bool { rows.contains { $0.test != nil && $0.descriptions.isEmpty } }
    fileprivate var comparesNumbers: Bool { rows.contains { $0.test != nil && !$0.descriptions.isEmpty } }
}
