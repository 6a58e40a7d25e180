import Results

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// How much the difference at each event time counts in a comparison of survival curves.
public enum LogRankWeights: Equatable, Sendable {
    /// Equal weights: the log-rank test.
    case equal
    /// `S(t−)^rho · (1 − S(t−))^gamma` with the pooled Kaplan–Meier estimate just before the time, in each stratum its
    /// own. `rho: 1, gamma: 0` is Peto and Peto's modification of the Gehan–Wilcoxon test; `gamma` above 0 stresses late
    /// differences. With `gamma: 0` it is R's `survdiff(rho = …)`.
    case flemingHarrington(rho: Double, gamma: Double)
    /// The number at risk: the Gehan–Breslow test.
    case gehanBreslow
    /// The square root of the number at risk.
    case taroneWare

    /// The weight at a time.
    func weight(pooledSurvival: Double, atRisk: Double) -> Double {
        switch self {
        case .equal: 1
        case .flemingHarrington(let rho, let gamma): pow(pooledSurvival, rho) * pow(1 - pooledSurvival, gamma)
        case .gehanBreslow: atRisk
        case .taroneWare: atRisk.squareRoot()
        }
    }
}

extension LogRankWeights {
    /// The name of the test.
    var method: TestResult.Method {
        switch self {
        case .equal: .logRank
        case .flemingHarrington: .flemingHarrington
        case .gehanBreslow: .gehanBreslow
        case .taroneWare: .taroneWare
        }
    }

    /// The call in R that gives the same numbers.
    func call(grouping: String) -> String {
        let formula = "Surv(time, status) ~ \(grouping)"
        return switch self {
        case .equal: "survival::survdiff(\(formula))"
        case .flemingHarrington(let rho, 0): "survival::survdiff(\(formula), rho = \(rho))"
        case .flemingHarrington(let rho, let gamma):
            "nph::logrank.test(time, status, group, rho = \(rho), gamma = \(gamma))"
        case .gehanBreslow: "survMisc::comp(survfit(\(formula))), row n"
        case .taroneWare: "survMisc::comp(survfit(\(formula))), row sqrtN"
        }
    }
}
