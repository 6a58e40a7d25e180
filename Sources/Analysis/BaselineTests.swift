import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

extension BaselineRows {
    private func choice(for variable: String) -> BaselinePlan.VariableTest? {
        plan.tests.first { $0.variable.value == variable }
    }

    /// The test of a variable with levels, by the study's rule or the table's choice.
    ///
    /// - Parameters:
    ///   - counts: For each group the patients at each level.
    ///   - levels: How many levels the variable has.
    ///   - variable: The variable's name.
    /// - Returns: The test; nil, with a message, where one for numbers was chosen.
    func test(of counts: [[Int]], levels: Int, variable: String) -> TestResult? {
        let rows = (0..<levels).map { level in counts.map { $0[level] } }
        guard let table = try? ContingencyTable(rows) else { return nil }
        guard let choice = choice(for: variable) else {
            return categoricalTest(table, rule: context.conventions.categoricalTest)
        }
        switch choice.method {
        case .pearson: return pearsonTest(table, corrected: false)
        case .pearsonCorrected: return pearsonTest(table, corrected: true)
        case .fisher: return fisherExactTest(table)
        case .fisherMonteCarlo:
            return fisherMonteCarloTest(
                table, replicates: plan.randomTables, seed: UInt64(truncatingIfNeeded: plan.seed))
        case .trend: return trendTest(of: counts, levels: levels)
        case .ranks, .ranksUncorrected, .means, .studentT:
            return mismatch(choice, "compares numbers, but '\(variable)' has levels")
        }
    }

    /// Two groups are compared along the levels' order; more groups of a variable with two levels along the groups' order.
    private func trendTest(of counts: [[Int]], levels: Int) -> TestResult {
        var proportions: [Proportion?]
        if counts.count == 2 {
            proportions = (0..<levels).map { level in
                try? Proportion(events: counts[1][level], total: counts[0][level] + counts[1][level])
            }
        } else if levels == 2 {
            proportions = counts.map { try? Proportion(events: $0[1], total: $0[0] + $0[1]) }
        } else {
            return TestResult(
                method: .cochranArmitageTrend, statistic: nil, pValue: nil, n: counts.joined().reduce(0, +),
                equalsInR: "stats::prop.trend.test(x, n)",
                notes: [ResultNote(.unsupported, subject: "trend between more than two groups and levels")])
        }
        return cochranArmitageTest(
            proportions.compactMap { $0 }, scores: proportions.indices.map { Double($0 + 1) })
    }

    /// The test of a continuous variable, by the study's rule or the table's choice.
    ///
    /// - Parameters:
    ///   - values: For each group the known values.
    ///   - variable: The variable's name.
    /// - Returns: The test; nil, with a message, where one for levels was chosen.
    func test(of values: [[Double]], variable: String) -> TestResult? {
        guard let choice = choice(for: variable) else {
            return continuousTest(values, rule: context.conventions.continuousTest)
        }
        switch choice.method {
        case .ranks: return continuousTest(values, rule: .ranks)
        case .ranksUncorrected: return continuousTest(values, rule: .ranksUncorrected)
        case .means: return continuousTest(values, rule: .means)
        case .studentT:
            return values.count == 2
                ? tTest(values[0], values[1], variances: .equal) : analysisOfVariance(values, variances: .equal)
        case .pearson, .pearsonCorrected, .fisher, .fisherMonteCarlo, .trend:
            return mismatch(choice, "compares levels, but '\(variable)' is a number")
        }
    }

    private func mismatch(_ choice: BaselinePlan.VariableTest, _ reason: String) -> TestResult? {
        sink.emit(
            Diagnostic(
                .wrongType, at: choice.variable.location, "test '\(choice.method.rawValue)' \(reason)",
                help: ["choose another test, or leave it out: then the study's rule chooses"]))
        return nil
    }
}
