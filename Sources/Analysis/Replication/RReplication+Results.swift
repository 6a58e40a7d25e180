import Results
import StudyFiles

/// Tables in R.
extension RReplication {
    /// The column of a grouping variable; nil where it has no levels.
    func column(of grouping: String?) -> String? {
        guard let grouping else { return nil }
        if grouping == "arm" || grouping == study.arms?.column.value { return "arm " }
        return levels(of: grouping) == nil ? nil : grouping
    }

    mutating func write(_ table: TableResult) {
        switch table.content {
        case .baseline(let content) where canRepeat(content.population): write(content, of: table.id)
        case .matchedBaseline(let content) where canRepeat(content.matched): write(content, of: table.id)
        case .response(let content) where canRepeat(content.population): write(content, of: table.id)
        case .paired(let content) where canRepeat(content.population): write(content, of: table.id)
        case .adverseEvents(let content): write(content, of: table.id)
        case .cox(let content) where canRepeat(content.population): write(content, of: table.id)
        case .effect(let content): write(content, of: table.id)
        case .logistic(let content) where canRepeat(content.population) && !isMatchedOrWeighted(content.population):
            write(content, of: table.id)
        // Their numbers are those of the endpoints.
        case .survival, .incidence: break
        default: leaveOut("table \(table.id)")
        }
    }

    private mutating func write(_ table: BaselineTable, of id: String) {
        let grouping = column(of: table.grouping)
        guard table.grouping == nil || grouping != nil else { return leaveOut("table \(id)") }
        add("# Table \(id)")
        add("s <- populations[[\(rText(table.population))]]")
        writeNumbers(table, of: id, grouping: grouping)
    }

    /// The patients' characteristics before and after a population was made from a score.
    private mutating func write(_ table: MatchedBaselineTable, of id: String) {
        add("# Table \(id)")
        add("s <- candidates[[\(rText(table.matched))]]")
        writeNumbers(table.before, of: "\(id), before", grouping: "arm ")
        add("s <- populations[[\(rText(table.matched))]]")
        writeNumbers(table.after, of: "\(id), after", grouping: "arm ")
    }

    /// The test of a variable between groups in R, as a test or its p-value; nil for tests that take more than that.
    func rTest(_ method: TestResult.Method, _ values: String, _ groups: String) -> String? {
        let counts = "table(factor(\(values)), factor(\(groups)))"
        switch method {
        case .pearsonChiSquared: return "suppressWarnings(chisq.test(\(counts), correct = FALSE))"
        case .pearsonChiSquaredCorrected: return "suppressWarnings(chisq.test(\(counts)))"
        case .fisherExact: return "fisher(\(counts))"
        case .cochranArmitageTrend: return "trend(\(counts))"
        case .mannWhitney: return "wilcox.test(\(values) ~ factor(\(groups)), exact = FALSE)"
        case .mannWhitneyUncorrected:
            return "wilcox.test(\(values) ~ factor(\(groups)), exact = FALSE, correct = FALSE)"
        case .mannWhitneyExact: return "wilcox.test(\(values) ~ factor(\(groups)), exact = TRUE)"
        case .kruskalWallis: return "kruskal.test(\(values) ~ factor(\(groups)))"
        case .welchT: return "t.test(\(values) ~ factor(\(groups)))"
        case .studentT: return "t.test(\(values) ~ factor(\(groups)), var.equal = TRUE)"
        case .analysisOfVariance: return "analysis_of_variance(\(values), factor(\(groups)))"
        case .welchAnalysisOfVariance: return "oneway.test(\(values) ~ factor(\(groups)))"
        default: return nil
        }
    }
}
