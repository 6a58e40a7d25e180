import Mathematics
import Testing

private func expectClose(
    _ actual: Double, _ expected: Double, relative tolerance: Double = 1e-13,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(abs(actual - expected) <= tolerance * abs(expected), "\(actual)", sourceLocation: sourceLocation)
}

/// The expected values are closed forms, or printed by R 4.2.2 with 17 digits.
@Suite struct DistributionTests {
    @Test func normal() {
        expectClose(Normal.quantile(0.975), 1.9599639845400545)
        expectClose(Normal.halfWidth(level: 0.95), 1.959963984540054)
        #expect(Normal.lowerTail(0) == 0.5)
        // pnorm(30, lower.tail = FALSE): far out, where 1 − P(Z ≤ z) would be 0.
        expectClose(Normal.upperTail(30), 4.9067139271481872e-198)
        #expect(Normal.twoSided(-1) == Normal.twoSided(1))
    }

    @Test func chiSquaredWithTwoDegreesIsExponential() {
        // On 2 degrees of freedom the upper tail is exp(−x/2).
        expectClose(ChiSquared(degreesOfFreedom: 2).upperTail(4.605170185988091), 0.1)
    }

    @Test func studentWithOneDegreeIsCauchy() {
        // P(|T| ≥ 1) = ½, and the quantile of ¾ is 1.
        expectClose(StudentT(degreesOfFreedom: 1).twoSided(1), 0.5)
        expectClose(StudentT(degreesOfFreedom: 1).quantile(0.75), 1)
    }

    @Test func fWithOneNumeratorIsSquaredStudent() {
        let f = FDistribution(numerator: 1, denominator: 7).upperTail(2.3 * 2.3)
        expectClose(f, StudentT(degreesOfFreedom: 7).twoSided(2.3))
    }

    @Test func hypergeometricByHand() {
        // 2 marked of 5, 2 drawn: P(0) = 3/10, P(1) = 6/10, P(2) = 1/10.
        let distribution = Hypergeometric(marked: 2, unmarked: 3, drawn: 2)
        #expect(distribution.support == 0...2)
        let probabilities = NoncentralHypergeometric(distribution).probabilities(logOddsRatio: 0)
        for (probability, expected) in zip(probabilities, [0.3, 0.6, 0.1]) { expectClose(probability, expected) }
    }

    @Test func noncentralHypergeometricByHand() {
        // The same with odds ratio 2: weights 3, 6·2, 1·4 over 19; mean (12 + 8)/19.
        let distribution = NoncentralHypergeometric(Hypergeometric(marked: 2, unmarked: 3, drawn: 2))
        let logTwo = 0.6931471805599453
        expectClose(distribution.mean(logOddsRatio: logTwo), 20.0 / 19)
        expectClose(distribution.lowerTail(1, logOddsRatio: logTwo), 15.0 / 19)
        expectClose(distribution.upperTail(1, logOddsRatio: logTwo), 16.0 / 19)
        let solved = NoncentralHypergeometric.logOddsRatio { distribution.mean(logOddsRatio: $0) - 20.0 / 19 }
        expectClose(solved ?? .nan, logTwo)
    }

    @Test func sumOfTwoTablesByHand() {
        // Two tables with P(0) = P(1) = ½ each: the sum is 0, 1, 2 with ¼, ½, ¼.
        let coin = Hypergeometric(marked: 1, unmarked: 1, drawn: 1)
        let sum = NoncentralHypergeometric(sumOf: [coin, coin])
        #expect(sum.support == 0...2)
        for (probability, expected) in zip(sum.probabilities(logOddsRatio: 0), [0.25, 0.5, 0.25]) {
            expectClose(probability, expected)
        }
        #expect(NoncentralHypergeometric(sumOf: []).support == 0...0)
    }

    @Test func emptyUrn() {
        #expect(Hypergeometric(marked: 0, unmarked: 0, drawn: 0).support == 0...0)
    }
}

@Suite struct RankSumTests {
    @Test func countsByHand() {
        // Two of four positions; W is 0, 1, 2, 3, 4 with 1, 1, 2, 1, 1 of 6 orders.
        let distribution = RankSum(first: 2, second: 2)
        for (w, expected) in [1.0, 2, 4, 5, 6].enumerated() { #expect(distribution.lowerTail(w) == expected / 6) }
        #expect(distribution.upperTail(3) == 1.0 / 6)
        #expect(distribution.lowerTail(-1) == 0)
        #expect(distribution.upperTail(-1) == 1)
    }

    @Test func agreesWithR() {
        // pwilcox(500, 49, 40) and qwilcox(0.025, 9, 11), R 4.2.2.
        expectClose(RankSum(first: 49, second: 40).lowerTail(500), 2.5541604645941004e-05, relative: 1e-12)
        #expect(RankSum(first: 9, second: 11).quantile(0.025) == 24)
    }

    @Test func isSymmetricInTheSamples() {
        let (one, other) = (RankSum(first: 7, second: 3), RankSum(first: 3, second: 7))
        for w in 0...21 { #expect(one.lowerTail(w) == other.lowerTail(w)) }
    }

    @Test func emptySamples() {
        #expect(RankSum(first: 0, second: 5).largest == 0)
        #expect(RankSum(first: 0, second: 0).lowerTail(0) == 1)
    }
}
