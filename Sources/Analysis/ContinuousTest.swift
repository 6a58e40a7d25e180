import Results
import SurvivalStatistics

/// Compares a continuous variable between groups by the study's rule.
func continuousTest(_ groups: [[Double]], rule: ContinuousTestRule) -> TestResult {
    switch (rule, groups.count) {
    case (.ranks, 2): mannWhitneyTest(groups[0], groups[1], method: .automatic)
    case (.ranksUncorrected, 2): mannWhitneyTest(groups[0], groups[1], method: .uncorrected)
    case (.ranks, _), (.ranksUncorrected, _): kruskalWallisTest(groups)
    case (.means, 2): tTest(groups[0], groups[1], variances: .unequal)
    case (.means, _): analysisOfVariance(groups, variances: .equal)
    }
}
