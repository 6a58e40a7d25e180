import Results
import SurvivalStatistics
import Testing

@Suite struct StandardisedDifferenceTests {
    let first = WeightedValues([1, 2, 3, 4])
    let second = WeightedValues([2, 4, 6])

    /// Means 5/2 and 4, variances 5/3 and 4.
    @Test(arguments: [
        (StandardisedDifferenceScale.pooled, 1.5 / (17.0 / 6).squareRoot()),
        (.firstGroup, 1.5 / (5.0 / 3).squareRoot()), (.secondGroup, 0.75), (.given(3), 0.5), (.raw, 1.5),
    ])
    func byHand(scale: StandardisedDifferenceScale, expected: Double) {
        expectClose(standardisedDifference(first, second, scale: scale).value, expected)
        let turned: StandardisedDifferenceScale =
            switch scale {
            case .firstGroup: .secondGroup
            case .secondGroup: .firstGroup
            default: scale
            }
        expectClose(standardisedDifference(second, first, scale: turned).value, -expected)
    }

    @Test func equalWeightsChangeNothing() {
        let weighted = WeightedValues(first.values, weights: [2, 2, 2, 2])
        expectClose(
            standardisedDifference(weighted, second, scale: .pooled).value, 1.5 / (17.0 / 6).squareRoot())
    }

    @Test func weightsOfZeroLeaveOut() {
        let weighted = WeightedValues([1, 2, 3, 4, 99, .nan], weights: [1, 1, 1, 1, 0, 1])
        expectClose(standardisedDifference(weighted, second, scale: .firstGroup).value, 1.5 / (5.0 / 3).squareRoot())
    }

    @Test func shares() throws {
        // ½ and ⅕: variances ¼ and 4/25; pooled root √(41/200).
        let (one, two) = (try Proportion(events: 5, total: 10), try Proportion(events: 2, total: 10))
        expectClose(standardisedDifference(one, two, scale: .pooled).value, -0.3 / (41.0 / 200).squareRoot())
        expectClose(standardisedDifference(one, two, scale: .secondGroup).value, -0.75)
        expectClose(standardisedDifference(one, two, scale: .raw).value, -0.3)
        // For two levels the distance of all levels is the same.
        expectClose(multinomialDifference([5, 5], [2, 8]).value, 0.3 / (41.0 / 200).squareRoot())
    }

    @Test func withoutAnAnswer() throws {
        let (empty, one) = (WeightedValues([]), WeightedValues([1]))
        #expect(standardisedDifference(empty, empty, scale: .pooled).notes == [ResultNote(.noPatients)])
        #expect(standardisedDifference(first, empty, scale: .pooled).notes == [ResultNote(.singleGroup)])
        #expect(standardisedDifference(first, one, scale: .pooled).notes == [ResultNote(.tooFewValues)])
        expectClose(standardisedDifference(first, one, scale: .firstGroup).value, -1.5 / (5.0 / 3).squareRoot())
        let constant = WeightedValues([7, 7])
        #expect(standardisedDifference(constant, constant, scale: .pooled).notes == [ResultNote(.zeroVariance)])
        let none = try Proportion(events: 0, total: 4)
        #expect(standardisedDifference(none, none, scale: .pooled).notes == [ResultNote(.zeroVariance)])
        #expect(multinomialDifference([3], [4]).notes == [ResultNote(.constant)])
        #expect(multinomialDifference([0, 0], [1, 2]).notes == [ResultNote(.singleGroup)])
        #expect(multinomialDifference([], []).notes == [ResultNote(.noPatients)])
        // Groups without a level in common: values of R's MASS::ginv.
        for (first, second, expected) in [
            ([2, 2, 0, 0], [0, 0, 2, 2], 1.4142135623730951), ([3, 5, 0], [0, 0, 4], 1.8257418583505536),
            ([7, 2, 1, 0], [0, 0, 0, 9], 0.92582009977255164), ([0, 5, 3, 0, 2], [4, 0, 0, 6, 0], 1.8155705153742432),
        ] {
            expectClose(multinomialDifference(first, second).value, expected)
            let shares = [first, second].map { $0.map(Double.init) }
            expectClose(multilevelDifference(treated: shares[0], control: shares[1]), expected)
        }
        #expect(multinomialDifference([3, 0], [0, 4]).notes == [ResultNote(.zeroVariance)])
    }

    @Test func aLevelThatNobodyHasIsPassedOver() {
        expectClose(multinomialDifference([5, 0, 5], [2, 0, 8]).value, 0.3 / (41.0 / 200).squareRoot())
    }
}

@Suite struct ShapiroWilkTests {
    /// R 4.2.2: `shapiro.test`.
    static let cases: [([Double], Double, Double)] = [
        ([1.0, 2, 4], 0.96428571428571419, 0.6368868450289632),
        ([1, 5, 2, 8], 0.93982016863523921, 0.65323032773644374),
        ([1, 5, 2, 8, 3], 0.93855006576277877, 0.65570610734211221),
        ([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], 0.93650400497282815, 0.48031084636938193),
        ([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 7, 9, 3, 2], 0.92620376034831908, 0.23929048406130704),
        ((1...50).map { Double($0 * $0) }, 0.89812479966181002, 0.00041688515189459426),
    ]

    @Test(arguments: cases)
    func agreesWithR(values: [Double], statistic: Double, pValue: Double) {
        let test = shapiroWilkTest(values)
        expectClose(test.statistic, statistic, tolerance: 1e-11)
        expectClose(test.pValue, pValue, tolerance: 1e-9)
    }

    @Test func threeValuesByHand() {
        // 0, 1, 3: a = ∓1/√2, W = 9/2 / (14/3) = 27/28.
        expectClose(shapiroWilkTest([3, 0, 1]).statistic, 27.0 / 28)
    }

    @Test func withoutAnAnswer() {
        #expect(shapiroWilkTest([]).notes == [ResultNote(.noPatients)])
        #expect(shapiroWilkTest([1, 2]).notes == [ResultNote(.tooFewValues)])
        #expect(shapiroWilkTest([2, 2, 2]).notes == [ResultNote(.constant)])
        #expect(shapiroWilkTest([1, 2, .infinity]).notes == [ResultNote(.constant)])
        #expect(shapiroWilkTest((0...5000).map { Double($0) }).notes == [ResultNote(.beyondExact)])
        #expect(shapiroWilkTest([1, 2, 3, .nan]).notes == [ResultNote(.missingLeftOut, count: 1)])
    }
}
