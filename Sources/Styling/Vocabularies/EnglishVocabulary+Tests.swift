import Results

/// The names of tests.
extension EnglishVocabulary {
    func test(_ method: TestResult.Method) -> String {
        switch method {
        case .logRank: "log-rank test"
        case .stratifiedLogRank: "stratified log-rank test"
        case .flemingHarrington: "Fleming–Harrington test"
        case .gehanBreslow: "Gehan–Breslow test"
        case .taroneWare: "Tarone–Ware test"
        case .logRankTrend: "log-rank test for trend"
        case .pearsonChiSquared, .pearsonChiSquaredCorrected: "Pearson's χ² test"
        case .fisherExact: "Fisher's exact test"
        case .fisherMonteCarlo: "Fisher's exact test by simulation"
        case .mannWhitneyExact: "exact Mann–Whitney test"
        case .mannWhitney, .mannWhitneyUncorrected: "Mann–Whitney test"
        case .kruskalWallis: "Kruskal–Wallis test"
        case .signedRankExact: "exact Wilcoxon signed-rank test"
        case .signedRank: "Wilcoxon signed-rank test"
        case .welchT: "Welch's t test"
        case .studentT: "Student's t test"
        case .pairedT: "paired t test"
        case .analysisOfVariance: "analysis of variance"
        case .welchAnalysisOfVariance: "Welch's analysis of variance"
        case .shapiroWilk: "Shapiro–Wilk test"
        case .binomialExact: "exact binomial test"
        case .mcNemar: "McNemar's test"
        case .mcNemarCorrected: "McNemar's test with continuity correction"
        case .mcNemarExact: "McNemar's exact test"
        case .mcNemarBowker: "McNemar–Bowker test of symmetry"
        case .cochranMantelHaenszel: "Cochran–Mantel–Haenszel test"
        case .cochranMantelHaenszelCorrected: "Cochran–Mantel–Haenszel test with continuity correction"
        case .cochranMantelHaenszelExact: "exact conditional test of a common odds ratio"
        case .cochranArmitageTrend: "Cochran–Armitage test for trend"
        case .likelihoodRatio: "likelihood-ratio test"
        case .wald: "Wald test"
        case .score: "score test"
        case .gray: "Gray's test"
        case .proportionalHazards: "test of proportional hazards"
        }
    }
}
