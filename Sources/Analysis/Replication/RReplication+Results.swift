import CohortBuilding
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
        // A test of weighted patients is R's no more.
        case .baseline(let content) where canRepeat(content.population) && !isMatchedOrWeighted(content.population):
            write(content, of: table.id)
        case .response(let content) where canRepeat(content.population) && !isMatchedOrWeighted(content.population):
            write(content, of: table.id)
        case .paired(let content) where canRepeat(content.population) && !isMatchedOrWeighted(content.population):
            write(content, of: table.id)
        case .adverseEvents(let content): write(content, of: table.id)
        case .cox(let content) where canRepeat(content.population): write(content, of: table.id)
        case .logistic(let content) where canRepeat(content.population) && !isMatchedOrWeighted(content.population):
            write(content, of: table.id)
        // Their numbers are those of the endpoints.
        case .survival, .incidence: break
        default: leaveOut("table \(table.id)")
        }
    }

    private mutating func write(_ table: BaselineTable, of id: String) {
        guard let grouping = column(of: table.grouping) else { return leaveOut("table \(id)") }
        add("# Table \(id)")
        add("s <- populations[[\(rText(table.population))]]")
        for row in table.rows {
            guard let test = row.test, let p = test.pValue, levels(of: row.variable) != nil || isNumber(row.variable),
                let code = rTest(test.method, "s[[\(rText(row.variable))]]", "s[[\(rText(grouping))]]")
            else { continue }
            compare("\(id) \(row.label): p, \(test.method.rawValue)", code, p)
        }
    }

    private mutating func write(_ table: ResponseTable, of id: String) {
        guard let grouping = column(of: table.grouping), levels(of: table.variable) != nil else {
            return leaveOut("table \(id)")
        }
        add("# Table \(id)")
        add("s <- populations[[\(rText(table.population))]]")
        for row in table.rows {
            guard let test = row.test, let p = test.pValue else { continue }
            let responds =
                "ifelse(is.na(s[[\(rText(table.variable))]]), NA, s[[\(rText(table.variable))]] %in% \(rTexts(row.members.isEmpty ? [row.id] : row.members)))"
            guard let code = rTest(test.method, responds, "s[[\(rText(grouping))]]") else { continue }
            compare("\(id) \(row.label): p, \(test.method.rawValue)", code, p)
        }
    }

    /// The p-value of a test of a variable between groups; nil for tests that take more than that.
    func rTest(_ method: TestResult.Method, _ values: String, _ groups: String) -> String? {
        let counts = "table(factor(\(values)), factor(\(groups)))"
        switch method {
        case .pearsonChiSquared: return "suppressWarnings(chisq.test(\(counts), correct = FALSE))$p.value"
        case .pearsonChiSquaredCorrected: return "suppressWarnings(chisq.test(\(counts)))$p.value"
        case .fisherExact: return "fisher(\(counts))"
        case .mannWhitney: return "wilcox.test(\(values) ~ factor(\(groups)), exact = FALSE)$p.value"
        case .mannWhitneyUncorrected:
            return "wilcox.test(\(values) ~ factor(\(groups)), exact = FALSE, correct = FALSE)$p.value"
        case .mannWhitneyExact: return "wilcox.test(\(values) ~ factor(\(groups)), exact = TRUE)$p.value"
        case .kruskalWallis: return "kruskal.test(\(values) ~ factor(\(groups)))$p.value"
        case .welchT: return "t.test(\(values) ~ factor(\(groups)))$p.value"
        case .studentT: return "t.test(\(values) ~ factor(\(groups)), var.equal = TRUE)$p.value"
        case .analysisOfVariance: return "summary(aov(\(values) ~ factor(\(groups))))[[1]][[\"Pr(>F)\"]][1]"
        default: return nil
        }
    }
}
