import Results
import SurvivalStatistics
import Testing

private func limits(_ events: Int, _ total: Int, _ method: ProportionMethod) throws -> [Double?] {
    let interval = estimateProportion(try Proportion(events: events, total: total), method: method, level: 0.95)
        .interval
    return [interval?.lower, interval?.upper]
}

@Suite struct ProportionTests {
    /// R 4.2.2: `binom.test`, `prop.test(correct = FALSE)`, `prop.test`.
    @Test(arguments: [
        (
            5, 9, [0.21200850677886807, 0.86300433773483343], [0.2666512934954931, 0.81122147890233531],
            [0.22652922988939753, 0.84656944249142052]
        ),
        (0, 9, [0, 0.33626711687994293], [0, 0.29914504841954398], [0, 0.37119026341676886]),
        (9, 9, [0.66373288312005707, 1], [0.70085495158045608, 1], [0.62880973658323092, 1]),
        (
            20, 29, [0.49167664619000984, 0.84715406039136842], [0.50769865766906852, 0.82724383255516787],
            [0.49046877199221905, 0.84024300901084736]
        ),
        (1, 1, [0.025, 1], [0.2065493143772375, 1], [0.054620755528852032, 1]),
    ])
    func intervals(events: Int, total: Int, exact: [Double], wilson: [Double], corrected: [Double]) throws {
        expectClose(try limits(events, total, .clopperPearson), exact)
        expectClose(try limits(events, total, .wilson), wilson)
        expectClose(try limits(events, total, .wilsonCorrected), corrected)
    }

    @Test func noEventByHand() throws {
        // Clopper–Pearson of 0 of n: 1 − 0.025^(1/n). Wilson: z²/(n + z²).
        expectClose(try limits(0, 2, .clopperPearson), [0, 1 - 0.025.squareRoot()])
        let square = 1.959963984540054 * 1.959963984540054
        expectClose(try limits(0, 2, .wilson), [0, square / (2 + square)])
    }

    @Test func refusesWhatIsNoProportion() {
        #expect(throws: ProportionError.notBetween0AndTotal) { try Proportion(events: 3, total: 2) }
        #expect(throws: ProportionError.notBetween0AndTotal) { try Proportion(events: -1, total: 2) }
    }

    @Test func nobody() throws {
        let none = try Proportion(events: 0, total: 0)
        for method in ProportionMethod.allCases {
            let estimate = estimateProportion(none, method: method, level: 0.95)
            #expect(estimate.value == nil && estimate.interval == nil)
            #expect(estimate.notes == [ResultNote(.noPatients)])
        }
        #expect(binomialTest(none, hypothesis: 0.5).notes == [ResultNote(.noPatients)])
    }

    @Test func binomialByHand() throws {
        // 1 of 3 against ⅓: 8, 12, 6, 1 of 27; all outcomes but the most probable: all are at most 12.
        expectClose(binomialTest(try Proportion(events: 1, total: 3), hypothesis: 1.0 / 3).pValue, 1)
        expectClose(binomialTest(try Proportion(events: 2, total: 3), hypothesis: 1.0 / 3).pValue, 7.0 / 27)
        // R 4.2.2: binom.test(3, 11, 0.4).
        expectClose(binomialTest(try Proportion(events: 3, total: 11), hypothesis: 0.4).pValue, 0.54278612992000019)
    }
}

@Suite struct ProportionDifferenceTests {
    let first = try! Proportion(events: 20, total: 29)
    let second = try! Proportion(events: 15, total: 42)

    private func limits(_ method: ProportionDifferenceMethod) -> [Double?] {
        let interval = differenceOfProportions(first, second, method: method, level: 0.95).interval
        return [interval?.lower, interval?.upper]
    }

    @Test func wald() {
        expectClose(limits(.wald), [0.11036227528451101, 0.55466235525736096])
        expectClose(limits(.waldCorrected), [0.081216134069404256, 0.58380849647246769])
        expectClose(
            differenceOfProportions(first, second, method: .wald, level: 0.95).value, 20.0 / 29 - 15.0 / 42)
    }

    @Test func newcombeFromItsWilsonLimits() {
        // Wilson 20/29: 0.50769866–0.82724383; 15/42: 0.22989188–0.50833634 (R: prop.test(correct = FALSE)).
        let (p1, l1, u1) = (20.0 / 29, 0.50769865766906852, 0.82724383255516787)
        let (p2, l2, u2) = (15.0 / 42, 0.22989188315618778, 0.5083363428054418)
        let d = p1 - p2
        expectClose(
            limits(.newcombe),
            [
                d - ((p1 - l1) * (p1 - l1) + (u2 - p2) * (u2 - p2)).squareRoot(),
                d + ((u1 - p1) * (u1 - p1) + (p2 - l2) * (p2 - l2)).squareRoot(),
            ])
    }

    /// Newcombe's own example (a): 56/70 less 48/80, methods 10 and 11.
    @Test func newcombesExample() throws {
        let (one, two) = (try Proportion(events: 56, total: 70), try Proportion(events: 48, total: 80))
        let ten = differenceOfProportions(one, two, method: .newcombe, level: 0.95).interval
        expectClose([ten?.lower, ten?.upper], [0.0524, 0.3339], tolerance: 1e-3)
        let eleven = differenceOfProportions(one, two, method: .newcombeCorrected, level: 0.95).interval
        expectClose([eleven?.lower, eleven?.upper], [0.0428, 0.3422], tolerance: 1e-3)
    }

    @Test func anEmptyGroup() throws {
        let none = try Proportion(events: 0, total: 0)
        #expect(
            differenceOfProportions(first, none, method: .newcombe, level: 0.95).notes == [ResultNote(.singleGroup)])
        #expect(differenceOfProportions(none, none, method: .wald, level: 0.95).notes == [ResultNote(.noPatients)])
    }

    @Test func ratiosByHand() throws {
        // 20/29 over 15/42: risk ratio 56/29; odds 20/9 over 15/27: 4.
        let risk = riskRatio(first, second, level: 0.95)
        expectClose(risk.value, 56.0 / 29)
        expectClose(risk.standardError, (1.0 / 20 - 1.0 / 29 + 1.0 / 15 - 1.0 / 42).squareRoot())
        let odds = oddsRatio(first, second, level: 0.95)
        expectClose(odds.value, 4)
        expectClose(odds.standardError, (1.0 / 20 + 1.0 / 9 + 1.0 / 15 + 1.0 / 27).squareRoot())
        let limits = odds.interval
        expectClose((limits?.lower ?? 0) * (limits?.upper ?? 0), 16)
    }

    @Test func ratiosWithEmptyCells() throws {
        let none = try Proportion(events: 0, total: 10)
        let all = try Proportion(events: 10, total: 10)
        let some = try Proportion(events: 4, total: 10)
        let nobody = try Proportion(events: 0, total: 0)
        #expect(riskRatio(none, some, level: 0.95).value == 0)
        #expect(riskRatio(none, some, level: 0.95).interval == nil)
        #expect(riskRatio(some, none, level: 0.95).notes == [ResultNote(.unbounded)])
        #expect(riskRatio(none, none, level: 0.95).notes == [ResultNote(.noEvents)])
        #expect(riskRatio(all, all, level: 0.95).value == 1)
        #expect(oddsRatio(all, some, level: 0.95).notes == [ResultNote(.unbounded)])
        #expect(oddsRatio(some, all, level: 0.95).value == 0)
        #expect(oddsRatio(all, all, level: 0.95).notes == [ResultNote(.constant)])
        #expect(oddsRatio(nobody, all, level: 0.95).notes == [ResultNote(.singleGroup)])
    }
}
