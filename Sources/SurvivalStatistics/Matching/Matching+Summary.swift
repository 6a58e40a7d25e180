public import Results

extension Matching {
    /// The matching in numbers, without patients.
    ///
    /// - Parameters:
    ///   - isTreated: Whether each row is treated, as it was matched.
    ///   - plan: How partners were found.
    ///   - isOptimal: Whether by ``optimalMatch(score:isTreated:plan:strata:)``.
    ///   - columns: The covariates whose balance is shown, with their names.
    ///   - definition: What differences are divided by.
    /// - Returns: Counts, distances and balance.
    /// - Throws: ``DesignError`` where the arrays differ in length.
    public func summary(
        isTreated: [Bool], plan: MatchingPlan, isOptimal: Bool = false,
        columns: [(name: String, values: [Double])], definition: DifferenceDefinition
    ) throws(DesignError) -> MatchingSummary {
        let table = try balance(
            of: columns, isTreated: isTreated, weights: weights, estimand: plan.estimand, definition: definition,
            pairs: pairs)
        return MatchingSummary(
            treated: isTreated.count { $0 }, controls: isTreated.count { !$0 },
            matchedTreated: rows.count { isTreated[$0] }, matchedControls: rows.count { !isTreated[$0] },
            sets: sets.count, caliperWidth: caliperWidth, totalDistance: distances.reduce(0, +),
            largestDistance: distances.max(), balance: table, method: isOptimal ? plan.optimalWords : plan.words,
            rule: plan.rule(isOptimal: isOptimal), notes: notes)
    }
}

extension MatchingPlan {
    /// The plan in parts.
    func rule(isOptimal: Bool) -> MatchingRule {
        var deviations: Double?
        if case .standardDeviations(let count) = caliper { deviations = count }
        return MatchingRule(
            isOptimal: isOptimal, ratio: ratio, withReplacement: withReplacement,
            order: MatchingRule.Order(rawValue: order.rawValue) ?? .data, takesLowerScore: ties == .lowerScore,
            caliperDeviations: deviations)
    }

    /// The plan in words, with the rule for ties.
    var words: String {
        let partners = ratio == 1 ? "1:1" : "1:\(ratio)"
        let replacement = withReplacement ? "with replacement" : "without replacement"
        let order =
            switch order {
            case .largest: "highest score first"
            case .smallest: "lowest score first"
            case .data: "in the order of rows"
            }
        let ties =
            ties == .lowerScore
            ? "equal distances take the lower score, equal scores the nearest before in the order of keys"
            : "equal distances take the first in the order of keys"
        return "nearest neighbour \(partners) \(replacement), \(order)\(width); \(ties)"
    }

    /// The plan of an optimal matching, in which nobody looks first.
    var optimalWords: String {
        "optimal \(ratio == 1 ? "1:1" : "1:\(ratio)")\(width); equal totals take the lower scores"
    }

    private var width: String {
        switch caliper {
        case .standardDeviations(let count): ", caliper \(count) standard deviations of the score"
        case .absolute(let value): ", caliper \(value)"
        case nil: ""
        }
    }
}
