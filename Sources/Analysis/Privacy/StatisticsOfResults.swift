import Results

extension StudyResults {
    /// Takes away the statistics that tell of counts which were withheld.
    mutating func withholdStatistics(below minimum: Int) {
        let levels = withheldLevels
        for index in survival.indices { survival[index].withholdStatistics(below: minimum, levels) }
        for index in incidences.indices { incidences[index].withholdStatistics(below: minimum, levels) }
        for index in matchings.indices { matchings[index].withholdStatistics(levels) }
        let (comparisons, sets) = (survival, matchings)
        for index in tables.indices {
            tables[index].content.withholdStatistics(below: minimum, levels, beside: comparisons, sets)
        }
        for index in figures.indices { figures[index].content.withholdStatistics(below: minimum, levels) }
        // How many events there are for each variable is their number over one that is known; other remarks count patients.
        design = design?.filter { $0.kind != .fewEventsPerVariable }.map { note in
            var note = note
            if let value = note.value, note.kind != .dichotomised, value < Double(minimum) { note.value = .withheld }
            return note
        }
        if design?.isEmpty == true { design = nil }
    }

    /// The levels of variables whose numbers are withheld anywhere, as `variable␀level`.
    private var withheldLevels: Set<String> {
        var levels: Set<String> = []
        func add(_ variable: String?, _ level: String, if isWithheld: Bool) {
            if isWithheld, let variable { levels.insert("\(variable)\u{0}\(level)") }
        }
        func add(_ rows: [CoxTable.Row]) {
            for row in rows { for level in row.levels { add(row.variable, level.id, if: level.n.isWithheld) } }
        }
        for arm in arms { add(armsName, arm.id, if: arm.n.isWithheld) }
        for comparison in survival {
            for group in comparison.groups { add(comparison.grouping, group.id, if: !group.isTold) }
        }
        for table in tables {
            switch table.content {
            case .baseline(let table): levels.formUnion(table.withheldLevels)
            case .matchedBaseline(let tables):
                levels.formUnion(tables.before.withheldLevels)
                levels.formUnion(tables.after.withheldLevels)
            case .cox(let table): add(table.rows)
            case .logistic(let table): add(table.rows)
            case .response, .paired, .adverseEvents, .survival, .incidence, .effect: break
            }
        }
        return levels
    }
}

extension TableResult.Content {
    fileprivate mutating func withholdStatistics(
        below minimum: Int, _ levels: Set<String>, beside comparisons: [SurvivalComparison],
        _ matchings: [MatchedPopulation]
    ) {
        switch self {
        case .baseline(var table):
            table.withholdStatistics()
            self = .baseline(table)
        case .matchedBaseline(var table):
            table.before.withholdStatistics()
            table.after.withholdStatistics()
            self = .matchedBaseline(table)
        case .response(var table):
            table.withholdStatistics()
            self = .response(table)
        case .paired(var table):
            table.withholdStatistics()
            self = .paired(table)
        case .adverseEvents(var table):
            table.withholdStatistics()
            self = .adverseEvents(table)
        case .cox(var table):
            table.withholdStatistics(below: minimum, levels)
            self = .cox(table)
        case .logistic(var table):
            table.withholdStatistics(below: minimum, levels)
            self = .logistic(table)
        case .effect(var table):
            table.withholdStatistics(below: minimum, levels, beside: comparisons, matchings)
            self = .effect(table)
        case .survival, .incidence: break
        }
    }
}

extension EffectTable {
    fileprivate mutating func withholdStatistics(
        below minimum: Int, _ levels: Set<String>, beside comparisons: [SurvivalComparison],
        _ matchings: [MatchedPopulation]
    ) {
        for index in rows.indices {
            rows[index].adjusted?.withhold(below: minimum) { levels.contains("\($0)\u{0}\($1)") }
            let population = comparisons.first { $0.id == rows[index].comparison }?.population
            let matched = matchings.first { $0.id == population }
            if matched?.sensitivity.contains(where: { $0.sensitivity.hazardRatio == nil }) == true {
                rows[index].sensitivity = nil
            }
        }
    }
}

extension FigureResult.Content {
    fileprivate mutating func withholdStatistics(below minimum: Int, _ levels: Set<String>) {
        switch self {
        case .forest(var plot):
            plot.withholdStatistics(below: minimum)
            self = .forest(plot)
        case .adverseEvents(var plot):
            plot.table.withholdStatistics()
            self = .adverseEvents(plot)
        case .predictedSurvival(var plot):
            plot.withholdStatistics(below: minimum) { levels.contains("\($0)\u{0}\($1)") }
            self = .predictedSurvival(plot)
        case .kaplanMeier, .incidence, .flow, .balance, .overlap, .residuals, .swimmer, .waterfall: break
        }
    }
}

extension StudyResults {
    /// Takes away the descriptions of few patients; counts are still there.
    mutating func withholdDescriptions(below minimum: Int) {
        for index in tables.indices {
            switch tables[index].content {
            case .baseline(var table):
                table.withholdDescriptions(below: minimum)
                tables[index].content = .baseline(table)
            case .matchedBaseline(var table):
                table.before.withholdDescriptions(below: minimum)
                table.after.withholdDescriptions(below: minimum)
                tables[index].content = .matchedBaseline(table)
            case .response, .paired, .adverseEvents, .cox, .logistic, .survival, .incidence, .effect: break
            }
        }
    }
}

extension BaselineTable {
    fileprivate mutating func withholdDescriptions(below minimum: Int) {
        for index in rows.indices { rows[index].withholdDescriptions(below: minimum) }
    }

    fileprivate var withheldLevels: Set<String> {
        Set(
            rows.flatMap { row in
                row.levels.filter { $0.counts.contains(where: \.isWithheld) }.map { "\(row.variable)\u{0}\($0.id)" }
            })
    }

    fileprivate mutating func withholdStatistics() {
        for index in columns.indices where columns[index].n.isWithheld && columns[index].weight != nil {
            columns[index].weight = .withheld
        }
        for index in rows.indices { rows[index].withholdStatistics() }
    }
}

extension BaselineVariable {
    /// Takes away what describes few patients. The least and the greatest value are one patient's each: a range becomes
    /// quartiles.
    fileprivate mutating func withholdDescriptions(below minimum: Int) {
        if summary == .range { summary = .median }
        for column in descriptions.indices {
            (descriptions[column].minimum, descriptions[column].maximum) = (nil, nil)
            guard descriptions[column].n < minimum else { continue }
            descriptions[column].withhold()
            test?.withhold()
            difference = nil
        }
    }

    fileprivate mutating func withholdStatistics() {
        for column in known.indices {
            let isPartial = levels.contains { $0.counts[column].isWithheld }
            if isPartial, responses.indices.contains(column) { responses[column] = .withheld }
            // Of all weights but one of a sum, the one is their difference.
            if isPartial || known[column].isWithheld {
                if knownWeights?.indices.contains(column) == true { knownWeights?[column] = .withheld }
                for level in levels.indices where levels[level].weights?.indices.contains(column) == true {
                    levels[level].weights?[column] = .withheld
                }
            }
        }
        notes.takeOutPatients()
        test?.notes.takeOutPatients()
        // A test of numbers tells nothing of how many are missing.
        let counts = levels.flatMap(\.counts) + (levels.isEmpty ? [] : known)
        if counts.contains(where: \.isWithheld) {
            test?.withhold()
            if test == nil { notes.append(ResultNote(.withheld)) }
            difference = nil
        }
    }
}

extension ResponseTable {
    fileprivate mutating func withholdStatistics() {
        for row in rows.indices {
            for column in rows[row].proportions.indices
            where rows[row].counts[column].isWithheld || known[column].isWithheld {
                rows[row].proportions[column].withhold()
            }
            guard (rows[row].counts + known).contains(where: \.isWithheld) else { continue }
            rows[row].test?.withhold()
            for index in rows[row].differences.indices { rows[row].differences[index].contrast.withhold() }
            for index in rows[row].ratios.indices { rows[row].ratios[index].contrast.withhold() }
        }
    }
}

extension AdverseEventTable {
    fileprivate mutating func withholdStatistics() {
        for row in rows.indices {
            for severity in rows[row].tests.indices
            where (rows[row].counts[severity] + columns.map(\.n)).contains(where: \.isWithheld) {
                rows[row].tests[severity]?.withhold()
            }
        }
    }
}

extension CoxTable {
    fileprivate mutating func withholdStatistics(below minimum: Int, _ levels: Set<String>) {
        func isWithheld(_ covariate: String, _ level: String) -> Bool { levels.contains("\(covariate)\u{0}\(level)") }
        for index in endpoints.indices {
            for place in endpoints[index].univariable.indices {
                endpoints[index].univariable[place].withhold(below: minimum, isLevelWithheld: isWithheld)
            }
            endpoints[index].multivariable?.withhold(below: minimum, isLevelWithheld: isWithheld)
            if endpoints[index].multivariable?.n.isWithheld == true
                || endpoints[index].multivariable?.events.isWithheld == true
            {
                endpoints[index].proportionalHazards?.withhold()
            }
        }
    }
}

extension LogisticTable {
    fileprivate mutating func withholdStatistics(below minimum: Int, _ levels: Set<String>) {
        for index in univariable.indices { univariable[index].withhold(below: minimum, levels) }
        multivariable?.withhold(below: minimum, levels)
    }
}

extension LogisticModelFit {
    /// Takes all away where any of the model's numbers is withheld, or one of its levels, or few have the outcome or lack it,
    /// as the standard error of a level tells too.
    fileprivate mutating func withhold(below minimum: Int, _ levels: Set<String>) {
        notes.takeOutPatients()
        let isTelling = coefficients.contains { coefficient in
            guard let parts = coefficient.column?.parts, parts.contains(where: { $0.level != nil }) else {
                return false
            }
            let own = parts.flatMap { part in
                [part.level, part.reference].compactMap(\.self).map { "\(part.covariate)\u{0}\($0)" }
            }
            guard let error = coefficient.standardError, error > 0 else { return true }
            return own.contains(where: levels.contains) || 1 / (error * error) < Double(minimum)
        }
        let others = trials - outcomes
        let isFew = n.isWithheld || outcomes.isWithheld || (others > 0 && others < Double(minimum))
        if isTelling || isFew { withholdAll() }
    }
}

extension SurvivalComparison {
    fileprivate mutating func withholdStatistics(below minimum: Int, _ levels: Set<String>) {
        func isWithheld(_ covariate: String, _ level: String) -> Bool { levels.contains("\(covariate)\u{0}\(level)") }
        hazardRatio?.withhold(below: minimum, isLevelWithheld: isWithheld)
        robustHazardRatio?.withhold(below: minimum, isLevelWithheld: isWithheld)
        overall.notes.takeOutPatients()
        for index in groups.indices { groups[index].notes.takeOutPatients() }
        logRank?.notes.takeOutPatients()
        for index in furtherTests.indices { furtherTests[index].notes.takeOutPatients() }
        guard groups.contains(where: { !$0.isTold }) || !overall.isTold else { return }
        logRank?.withhold()
        for index in furtherTests.indices { furtherTests[index].withhold() }
        for index in rateDifferences.indices { rateDifferences[index].comparison.contrast.withhold() }
        hazardRatio?.withholdAll()
        robustHazardRatio?.withholdAll()
        guard var means = restrictedMeans else { return }
        for index in means.groups.indices { means.groups[index].mean.withhold() }
        for index in means.differences.indices { means.differences[index].contrast.withhold() }
        for index in means.ratios.indices { means.ratios[index].contrast.withhold() }
        restrictedMeans = means
    }
}

extension IncidenceComparison {
    fileprivate mutating func withholdStatistics(below minimum: Int, _ levels: Set<String>) {
        causeSpecific?.withhold(below: minimum) { levels.contains("\($0)\u{0}\($1)") }
        for index in groups.indices {
            groups[index].notes.takeOutPatients()
            groups[index].curve.notes.takeOutPatients()
        }
        gray?.notes.takeOutPatients()
        subdistribution?.notes.takeOutPatients()
        guard groups.contains(where: { !$0.isTold }) else { return }
        gray?.withhold()
        subdistribution?.withholdAll()
        causeSpecific?.withholdAll()
        for index in rateDifferences.indices { rateDifferences[index].comparison.contrast.withhold() }
    }
}

extension ForestPlot {
    fileprivate mutating func withholdStatistics(below minimum: Int) {
        Self.withhold(&overall, &overallCounts, below: minimum)
        for index in variables.indices { variables[index].withholdStatistics(below: minimum) }
        for model in furtherModels.indices {
            var own = furtherModels[model]
            Self.withhold(&own.overall, &own.overallCounts, below: minimum)
            for index in own.variables.indices { own.variables[index].withholdStatistics(below: minimum) }
            furtherModels[model] = own
        }
    }

    /// - Returns: Whether anything was withheld.
    @discardableResult
    fileprivate static func withhold(
        _ effect: inout SubgroupEffect?, _ counts: inout [ArmCount], below minimum: Int
    ) -> Bool {
        let isPartial = counts.contains { $0.n.isWithheld || $0.events.isWithheld }
        let isUntold = effect.map { $0.n.isWithheld || $0.events.isWithheld } ?? false
        for index in counts.indices {
            // A median is the time of a step, which the curves of subgroups would have to tell.
            counts[index].median?.withhold { _ in true }
        }
        let hasFew = effect?.coefficients.contains { $0.isOfFewEvents(below: minimum) } ?? false
        effect?.notes.takeOutPatients()
        guard isPartial || isUntold || hasFew, effect != nil else { return isPartial }
        for index in effect!.coefficients.indices { effect!.coefficients[index].withhold() }
        effect!.notes = [ResultNote(.withheld)]
        return true
    }
}

extension ForestPlot.Variable {
    fileprivate mutating func withholdStatistics(below minimum: Int) {
        var isPartial = missing.isWithheld
        for level in counts.indices {
            var effect = analysis.subgroups.indices.contains(level) ? analysis.subgroups[level] : nil
            if ForestPlot.withhold(&effect, &counts[level], below: minimum) { isPartial = true }
            if let effect { analysis.subgroups[level] = effect }
        }
        guard isPartial else { return }
        analysis.interaction.withhold()
        analysis.interactionWald.withhold()
        (analysis.logLikelihoodMain, analysis.logLikelihoodInteraction) = (.withheld, .withheld)
    }
}

extension MatchedPopulation {
    /// Means and shares of balance tables are counts over counts that are known, and a histogram of scores counts patients.
    fileprivate mutating func withholdStatistics(_ levels: Set<String>) {
        scores = []
        binEdges = []
        notes.takeOutPatients()
        propensity.notes.takeOutPatients()
        matching?.notes.takeOutPatients()
        let isTold = matching.map {
            ![$0.treated, $0.controls, $0.matchedTreated, $0.matchedControls].contains(where: \.isWithheld)
        }
        let covariates = Set(levels.compactMap { $0.split(separator: "\u{0}").first.map(String.init) })
        let isSafe = isTold != false && covariates.isDisjoint(with: self.covariates)
        if !isSafe { propensity.withholdAll() }
        balance.withhold(differences: !isSafe)
        matching?.balance.withhold(differences: !isSafe)
        if matching != nil, isTold == false { matching!.sets = .withheld }
        if !isSafe { for index in sensitivity.indices { sensitivity[index].sensitivity.withhold() } }
    }
}

extension BalanceTable {
    fileprivate mutating func withhold(differences: Bool) {
        func withheld(_ row: BalanceRow) -> BalanceRow {
            var row = row
            (row.meanTreated, row.meanControl, row.varianceRatio) = (nil, nil, nil)
            (row.distributionMean, row.distributionMaximum, row.pairDistance) = (nil, nil, nil)
            if differences { row.difference = nil }
            return row
        }
        before = before.map(withheld)
        after = after.map(withheld)
        if differences { (effectiveTreated, effectiveControl) = (nil, nil) }
    }
}
