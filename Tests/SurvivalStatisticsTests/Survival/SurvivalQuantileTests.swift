import Results
import SurvivalStatistics
import Testing

/// How a stretch of the curve at exactly ½ is read.
@Suite struct SurvivalQuantileTests {
    private func median(_ time: [Double], _ status: [Int], _ rule: MedianRule) throws -> SurvivalQuantile {
        survivalQuantile(0.5, of: kaplanMeier(try sample(time, status), transform: .log, level: 0.95), rule: rule)
    }

    @Test(arguments: MedianRule.allCases)
    func middleOfAStretchThatIsLeft(rule: MedianRule) throws {
        // 1…6, all events: S(3) = ½ until 4. Rounding makes S(3) 0.5000000000000001, which is ½ all the same.
        let six = try median([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1], rule)
        #expect(six.value == .reached(3.5))
        #expect(six.lower == .reached(2))
        #expect(six.upper == .notReached)
    }

    @Test func endOfAStretchAtACensoring() throws {
        // 1, 2, 3+, 4: the stretch from 2 ends at 4; the censoring between does not end it.
        for rule in MedianRule.allCases {
            #expect(try median([1, 2, 3, 4], [1, 1, 0, 1], rule).value == .reached(3))
        }
    }

    @Test func aLastStretch() throws {
        // 1, 2, 3+, 4+: R's print says 2, R's quantile 3, SAS not reached.
        #expect(try median([1, 2, 3, 4], [1, 1, 0, 0], .rPrint).value == .reached(2))
        #expect(try median([1, 2, 3, 4], [1, 1, 0, 0], .rQuantile).value == .reached(3))
        #expect(try median([1, 2, 3, 4], [1, 1, 0, 0], .sas).value == .notReached)
    }

    @Test func theMethodNamesTheCall() throws {
        #expect(try median([1], [1], .rPrint).method == "print(survfit(conf.type = \"log\"))")
        #expect(try median([1], [1], .rQuantile).method == "quantile(survfit(conf.type = \"log\"), 0.5)")
        #expect(try median([1], [1], .sas).method == "PROC LIFETEST (SAS), interval log")
    }

    /// The lung data by sex: 270 and 426 days under every transform; limits by R 4.2.2, survival 3.5-3.
    @Test(arguments: [
        (ConfidenceTransform.plain, [212.0, 306, 345, 524]), (.log, [212, 310, 348, 550]),
        (.logLog, [210, 306, 345, 524]), (.logit, [210, 310, 345, 524]), (.arcsin, [212, 310, 345, 524]),
    ])
    func lungBySexUnder(transform: ConfidenceTransform, limits: [Double]) throws {
        for (index, group) in try lungBySex().enumerated() {
            let median = survivalQuantile(
                0.5, of: kaplanMeier(group, transform: transform, level: 0.95), rule: .rPrint)
            #expect(median.value == .reached([270, 426][index]))
            #expect(median.lower == .reached(limits[2 * index]))
            #expect(median.upper == .reached(limits[2 * index + 1]))
        }
    }

    @Test func medianFollowUpOfLung() throws {
        let groups = try lungBySex().map {
            survivalQuantile(0.5, of: reverseKaplanMeier($0, transform: .log, level: 0.95), rule: .rPrint)
        }
        #expect(groups.map(\.value) == [.reached(840), .reached(529)])
        #expect(groups.map(\.lower) == [.reached(806), .reached(376)])
        #expect(groups.map(\.upper) == [.notReached, .notReached])
    }

    @Test func ratesOfLung() throws {
        let groups = try lungBySex()
        let expected = [
            (180.0, 0.644465001542, 0.569284189871, 0.729574341958, 89.0),
            (365.25, 0.336087834639, 0.260900503790, 0.432942945498, 35),
            (180, 0.842401705588, 0.769899809608, 0.921731145691, 71),
            (365.25, 0.526463030186, 0.421486340829, 0.657585537902, 30),
        ]
        for (index, (time, value, lower, upper, atRisk)) in expected.enumerated() {
            let curve = kaplanMeier(groups[index / 2], transform: .log, level: 0.95)
            let rate = survivalRate(at: time, of: curve, beyond: .notEstimable)
            expectClose(rate.estimate.value, value, tolerance: 2e-12)
            expectClose(rate.estimate.interval?.lower, lower, tolerance: 2e-12)
            expectClose(rate.estimate.interval?.upper, upper, tolerance: 2e-12)
            #expect(rate.atRisk == atRisk)
        }
    }
}
