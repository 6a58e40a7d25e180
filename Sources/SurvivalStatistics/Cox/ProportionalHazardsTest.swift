#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// The function of time against which proportionality is tested.
public enum TimeTransform: String, Codable, CaseIterable, Sendable {
    /// One minus the Kaplan–Meier estimate of all records just before the time: R's default.
    case kaplanMeier = "km"
    /// The time itself.
    case identity
    /// The rank of the time among all records' times.
    case rank
    /// The logarithm of the time.
    case log
}

/// Tests whether the hazard ratios are constant over time.
///
/// **Formula.** The model is enlarged by `x·g(t)`, with `g` centred at its mean over the events. At the estimate and zero
/// for the new coefficients the score is `(0, u)` with `u = Σ_t g (Σ_D w x − w̄ Σ a/r)`, and the information has the
/// blocks `Σ V`, `Σ g V`, `Σ g² V` of the event times' information `V(t)`. A term's statistic is
/// `(0, u_k)' I_k⁻¹ (0, u_k)` with all columns of `x` and the term's own columns of `x·g`; its degrees of freedom are
/// the term's columns. The global test takes all.
///
/// **Ties.** As in the model; with exact ties the score and information are Breslow's at the model's estimate, as in R.
///
/// **Units.** Free of the unit of time, for `g` is centred and all tests are invariant to its scale.
///
/// **Edge cases.** Columns without an estimate are left out. A logarithm of a time that is not positive, fewer than two
/// distinct event times, or a singular information leave no statistic, and a note says why.
///
/// **Reference.** Grambsch PM, Therneau TM. *Biometrika* 1994;81:515–526. doi:10.1093/biomet/81.3.515.
///
/// **Equals in R.** `survival::cox.zph(fit, transform)` of survival 3.0 and later; for each coefficient by itself,
/// `terms = FALSE`.
public func proportionalHazardsTest(
    of model: FittedCoxModel, transform: TimeTransform, byCoefficient: Bool = false
) -> ProportionalHazardsResult {
    let records = model.records
    let call = "survival::cox.zph(transform = \"\(transform.rawValue)\"\(byCoefficient ? ", terms = FALSE" : ""))"
    func absent(_ kind: ResultNote.Kind, degreesOfFreedom: Int) -> TestResult {
        TestResult(
            method: .proportionalHazards, statistic: nil, degreesOfFreedom: [Double(degreesOfFreedom)], pValue: nil,
            n: model.n, events: model.events, equalsInR: call, notes: [ResultNote(kind)])
    }
    let columns = model.estimated
    var groups: [(name: String, columns: [Int])] = []
    if byCoefficient {
        groups = columns.map { (model.design.covariates.identities[$0].name, [$0]) }
    } else {
        for term in model.design.covariates.terms {
            let own = columns.filter(term.columns.contains)
            if !own.isEmpty { groups.append((term.name, own)) }
        }
    }
    func result(_ test: ([Int]) -> TestResult) -> ProportionalHazardsResult {
        ProportionalHazardsResult(
            transform: transform.rawValue,
            terms: groups.map { ProportionalHazardsResult.Term(name: $0.name, test: test($0.columns)) },
            global: test(columns))
    }
    guard !columns.isEmpty || model.events == 0 else { return result { _ in absent(.collinear, degreesOfFreedom: 0) } }
    guard model.events > 0 else { return result { absent(.noEvents, degreesOfFreedom: $0.count) } }
    guard let values = records.centredTransform(transform) else {
        return result { absent(.notPositiveTime, degreesOfFreedom: $0.count) }
    }
    let (plain, weighted, squared) = records.timeWeightedLikelihood(
        ties: model.ties, coefficients: model.storedCoefficients, values: values)
    return result { own in
        let width = columns.count
        var information = SquareMatrix(size: width + own.count)
        for (i, row) in columns.enumerated() {
            for (j, column) in columns.enumerated() {
                information[i, j] = plain.information[row, column]
            }
            for (j, column) in own.enumerated() {
                information[i, width + j] = weighted.information[row, column]
                information[width + j, i] = information[i, width + j]
            }
        }
        for (i, row) in own.enumerated() {
            for (j, column) in own.enumerated() {
                information[width + i, width + j] = squared.information[row, column]
            }
        }
        let score = [Double](repeating: 0, count: width) + own.map { weighted.score[$0] }
        let cholesky = Cholesky(information)
        guard cholesky.rank == information.size else { return absent(.constant, degreesOfFreedom: own.count) }
        let statistic = dotProduct(cholesky.solve(score), score)
        return TestResult(
            method: .proportionalHazards, statistic: statistic, degreesOfFreedom: [Double(own.count)],
            pValue: ChiSquared(degreesOfFreedom: Double(own.count)).upperTail(statistic), n: model.n,
            events: model.events, equalsInR: call)
    }
}

extension CoxRecords {
    /// The transform of each time group's time, centred at its mean over the events; nil where it does not exist.
    fileprivate func centredTransform(_ transform: TimeTransform) -> [Double]? {
        guard var values = transformedTimes(transform) else { return nil }
        var (sum, events) = (0.0, 0.0)
        for group in values.indices {
            sum += values[group] * Double(groupEvents[group])
            events += Double(groupEvents[group])
        }
        let mean = sum / events
        for group in values.indices { values[group] -= mean }
        return values
    }

    /// The transform of each time group's time; nil where it does not exist.
    func transformedTimes(_ transform: TimeTransform) -> [Double]? {
        switch transform {
        case .identity: return groupTime
        case .log:
            // Only event times enter the test: a censoring at time zero or before takes no part in it.
            guard groupTime.indices.allSatisfy({ groupTime[$0] > 0 || groupEvents[$0] == 0 }) else { return nil }
            return groupTime.map { $0 > 0 ? naturalLogarithm($0) : 0 }
        case .rank: return ranks()
        case .kaplanMeier: return pooledDeathProbability()
        }
    }

    /// The time groups of all strata in the order of time, those of one time together.
    private func groupsByTime() -> [[Int]] {
        let order = groupTime.indices.sorted {
            groupTime[$0] != groupTime[$1] ? groupTime[$0] < groupTime[$1] : $0 < $1
        }
        var result: [[Int]] = []
        for group in order {
            if let last = result.last?.last, groupTime[last] == groupTime[group] {
                result[result.count - 1].append(group)
            } else {
                result.append([group])
            }
        }
        return result
    }

    /// How many patients some records stand for.
    private func patients(_ records: Range<Int>) -> Int {
        frequency.isEmpty ? records.count : records.reduce(0) { $0 + Int(frequency[$1]) }
    }

    /// The mean rank of each group's records among all.
    private func ranks() -> [Double] {
        var values = [Double](repeating: 0, count: groupCount)
        var before = 0
        for groups in groupsByTime() {
            let count = groups.reduce(0) { $0 + patients(group($1)) }
            for group in groups { values[group] = Double(before) + Double(count + 1) / 2 }
            before += count
        }
        return values
    }

    /// One minus the unweighted Kaplan–Meier estimate of all strata together, just before each group's time.
    private func pooledDeathProbability() -> [Double] {
        var values = [Double](repeating: 0, count: groupCount)
        let entries = entry.indices.sorted { entry[$0] < entry[$1] }
        var next = 0
        var entered = entry.isEmpty ? patientCount : 0
        var left = 0
        var survival = 1.0
        for groups in groupsByTime() {
            let time = groupTime[groups[0]]
            while next < entries.count, entry[entries[next]] < time {
                entered += Int(frequency(entries[next]))
                next += 1
            }
            let events = groups.reduce(0) { $0 + Int(groupEvents[$1]) }
            for group in groups { values[group] = 1 - survival }
            let atRisk = entered - left
            if events > 0 { survival *= Double(atRisk - events) / Double(atRisk) }
            left += groups.reduce(0) { $0 + patients(group($1)) }
        }
        return values
    }

    /// The likelihood, the same with each time group's part multiplied by its value, and by its value squared.
    fileprivate func timeWeightedLikelihood(
        ties: TiesMethod, coefficients: [Double], values: [Double]
    ) -> (LikelihoodValue, LikelihoodValue, LikelihoodValue) {
        let squares = values.map { $0 * $0 }
        let ties = ties == .exact ? .breslow : ties
        if let coded {
            let likelihood = CodedCoxLikelihood(records: self, coded: coded, ties: ties)
            let parts = likelihood.values(at: coefficients, factors: [nil, values, squares])
            return (parts[0], parts[1], parts[2])
        }
        let likelihood = CoxLikelihood(records: self, ties: ties)
        return (
            likelihood.value(at: coefficients), likelihood.value(at: coefficients, factors: values),
            likelihood.value(at: coefficients, factors: squares)
        )
    }
}

private func naturalLogarithm(_ value: Double) -> Double { log(value) }
