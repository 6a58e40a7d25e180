import Results

extension SurvivalComparison {
    mutating func visitCounts(_ ledger: CountLedger) {
        let everyone = CountKey().with(population: population)
        overall.visitCounts(ledger, of: everyone, endpoint: endpoint)
        for index in groups.indices {
            let key = grouping.map { everyone.with(variable: $0, level: groups[index].id) } ?? everyone
            groups[index].visitCounts(ledger, of: key, endpoint: endpoint)
        }
        let compared = everyone.with(endpoint: endpoint).with("complete:\(grouping ?? "")", "yes")
        hazardRatio?.visitCounts(ledger, of: compared, endpoint: endpoint)
        robustHazardRatio?.visitCounts(ledger, of: compared, endpoint: endpoint)
    }
}

extension SurvivalGroup {
    fileprivate mutating func visitCounts(_ ledger: CountLedger, of key: CountKey, endpoint: String) {
        ledger.visit(&n, key.with(endpoint: endpoint))
        ledger.visit(&events, key.with(event: "event", of: endpoint))
        ledger.visit(&missing, key.with(CountKey.known("endpoint:\(endpoint)"), "missing"))
    }
}

extension IncidenceComparison {
    mutating func visitCounts(_ ledger: CountLedger) {
        let everyone = CountKey().with(population: population)
        for index in groups.indices {
            let key = grouping.map { everyone.with(variable: $0, level: groups[index].id) } ?? everyone
            ledger.visit(&groups[index].n, key.with(endpoint: endpoint))
            ledger.visit(&groups[index].events, key.with(event: "event", of: endpoint))
            ledger.visit(&groups[index].competing, key.with(event: "competing", of: endpoint))
            ledger.visit(&groups[index].missing, key.with(CountKey.known("endpoint:\(endpoint)"), "missing"))
        }
        let compared = everyone.with(endpoint: endpoint).with("complete:\(grouping ?? "")", "yes")
        causeSpecific?.visitCounts(ledger, of: compared, endpoint: endpoint)
        if subdistribution != nil {
            ledger.visit(&subdistribution!.n, compared)
            ledger.visit(&subdistribution!.events, compared.with(event: "event", of: endpoint))
            ledger.visit(&subdistribution!.competingEvents, compared.with(event: "competing", of: endpoint))
        }
    }
}

extension CoxModelFit {
    mutating func visitCounts(_ ledger: CountLedger, of key: CountKey, endpoint: String) {
        ledger.visit(&n, key)
        ledger.visit(&events, key.with(event: "event", of: endpoint))
    }
}

extension [CoxTable.Row] {
    fileprivate mutating func visitCounts(_ ledger: CountLedger, of everyone: CountKey) {
        for row in indices {
            for level in self[row].levels.indices {
                let key = everyone.with(variable: self[row].variable, level: self[row].levels[level].id)
                ledger.visit(&self[row].levels[level].n, key)
            }
        }
    }
}

extension CoxTable {
    mutating func visitCounts(_ ledger: CountLedger) {
        let everyone = CountKey().with(population: population)
        rows.visitCounts(ledger, of: everyone)
        for index in endpoints.indices {
            let endpoint = endpoints[index].endpoint
            let having = everyone.with(endpoint: endpoint)
            for (place, row) in rows.enumerated() where endpoints[index].univariable.indices.contains(place) {
                endpoints[index].univariable[place].visitCounts(
                    ledger, of: having.with("complete:\(row.variable)", "yes"), endpoint: endpoint)
            }
            let complete = "complete:\(endpoints[index].entered.joined(separator: ","))"
            endpoints[index].multivariable?.visitCounts(ledger, of: having.with(complete, "yes"), endpoint: endpoint)
        }
    }
}

extension LogisticTable {
    mutating func visitCounts(_ ledger: CountLedger) {
        let everyone = CountKey().with(population: population)
        rows.visitCounts(ledger, of: everyone)
        let having = everyone.with(CountKey.known(outcome), "known")
        for (place, row) in rows.enumerated() where univariable.indices.contains(place) {
            visit(&univariable[place], ledger, of: having.with("complete:\(row.variable)", "yes"))
        }
        guard var model = multivariable else { return }
        visit(&model, ledger, of: having.with("complete:\(entered.joined(separator: ","))", "yes"))
        multivariable = model
    }

    private func visit(_ fit: inout LogisticModelFit, _ ledger: CountLedger, of key: CountKey) {
        ledger.visit(&fit.n, key)
        var outcomes = Int(fit.outcomes)
        ledger.visit(&outcomes, key.with("one of \(outcome):\(levels.joined(separator: ","))", "yes"))
        if outcomes.isWithheld { fit.outcomes = .withheld }
    }
}

extension MatchedPopulation {
    mutating func visitCounts(_ ledger: CountLedger) {
        let inside = CountKey().with(population: id)
        let candidates = CountKey().with("candidates:\(id)", "yes")
        ledger.visit(&missing, CountKey().with("score:\(id)", "missing"))
        ledger.visit(&propensity.n, candidates)
        guard var summary = matching else { return }
        ledger.visit(&summary.treated, candidates.with(variable: armsName, level: treated))
        ledger.visit(&summary.controls, candidates.with(variable: armsName, level: control))
        ledger.visit(&summary.matchedTreated, inside.with(variable: armsName, level: treated))
        ledger.visit(&summary.matchedControls, inside.with(variable: armsName, level: control))
        // Sets of one treated patient each: as many as matched treated patients, where nobody is in two.
        let sets = inside.with(variable: armsName, level: treated)
        ledger.visit(&summary.sets, ledger.key(valued: summary.sets, among: [sets]) ?? sets.with("sets", "yes"))
        matching = summary
    }
}

extension ForestPlot {
    mutating func visitCounts(_ ledger: CountLedger, name: String, arms: [Arm]) {
        let armIDs = [reference, treatment].map { label in arms.first { $0.label == label }?.id ?? label }
        func key(_ model: Int, _ population: String) -> CountKey {
            CountKey().with(population: population).with(endpoint: endpoint).with("model:\(name):\(model)", "in")
        }
        let mine = key(0, population)
        Self.visit(&overall, &overallCounts, ledger, of: mine, endpoint: endpoint, arms: armIDs)
        for index in variables.indices {
            variables[index].visitCounts(ledger, of: mine, endpoint: endpoint, arms: armIDs)
        }
        for model in furtherModels.indices {
            var further = furtherModels[model]
            let own = key(model + 1, further.population)
            Self.visit(
                &further.overall, &further.overallCounts, ledger, of: own, endpoint: endpoint, arms: armIDs)
            for index in further.variables.indices {
                further.variables[index].visitCounts(ledger, of: own, endpoint: endpoint, arms: armIDs)
            }
            furtherModels[model] = further
        }
    }

    fileprivate static func visit(
        _ effect: inout SubgroupEffect?, _ counts: inout [ArmCount], _ ledger: CountLedger, of key: CountKey,
        endpoint: String, arms: [String]
    ) {
        if effect != nil {
            ledger.visit(&effect!.n, key)
            ledger.visit(&effect!.events, key.with(event: "event", of: endpoint))
        }
        for (index, arm) in arms.enumerated() where counts.indices.contains(index) {
            let own = key.with(variable: armsName, level: arm)
            ledger.visit(&counts[index].n, own)
            ledger.visit(&counts[index].events, own.with(event: "event", of: endpoint))
        }
    }
}

extension ForestPlot.Variable {
    fileprivate mutating func visitCounts(
        _ ledger: CountLedger, of key: CountKey, endpoint: String, arms: [String]
    ) {
        // A variable that the model is adjusted for is not adjusted for in its own subgroups.
        ledger.visit(&missing, key.with(CountKey.known(analysis.by), "missing"))
        for level in counts.indices {
            let id = analysis.subgroups.indices.contains(level) ? analysis.subgroups[level].level : "\(level)"
            let own = key.with(variable: analysis.by, level: id)
            var effect = analysis.subgroups.indices.contains(level) ? analysis.subgroups[level] : nil
            ForestPlot.visit(&effect, &counts[level], ledger, of: own, endpoint: endpoint, arms: arms)
            if let effect { analysis.subgroups[level] = effect }
        }
    }
}

extension FlowChart {
    mutating func visitCounts(_ ledger: CountLedger, cohort: CohortSummary, arms: [Arm]) {
        let shown = [CountKey().with("read", "all"), CountKey()]
        var last: CountKey?
        for index in stages.indices {
            last = stages[index].visitCounts(
                ledger, after: last, among: shown, cohort: cohort,
                otherwise: CountKey().with("stage", "\(index) \(stages[index].label)"))
        }
        for index in branches.indices {
            let arm = arms.first { $0.label == branches[index].label }
            let key =
                arm.map { CountKey().with(variable: armsName, level: $0.id) }
                ?? CountKey().with(CountKey.known(armsName), "missing")
            ledger.visit(&branches[index].n, key)
            var before = key
            for stage in branches[index].stages.indices {
                let label = branches[index].stages[stage].label
                let population = cohort.populations.first { $0.label == label }?.id ?? label
                before = branches[index].stages[stage].visitCounts(
                    ledger, after: before, among: [], cohort: cohort, otherwise: key.with(population: population))
            }
        }
    }
}

extension FlowChart.Stage {
    /// Says of whom a box is, given whose is above it and which counts it may show again.
    fileprivate mutating func visitCounts(
        _ ledger: CountLedger, after before: CountKey?, among shown: [CountKey], cohort: CohortSummary,
        otherwise own: CountKey
    ) -> CountKey {
        let key = ledger.key(valued: n, among: shown) ?? own
        ledger.visit(&n, key)
        var reasons: [CountKey] = []
        for index in left.indices {
            let exclusion = cohort.exclusions.firstIndex { $0.reason == left[index].label }
            let excluded = exclusion.map { CountKey().with("excluded", "\($0)") }
            let reason =
                ledger.key(valued: left[index].n, among: [excluded].compactMap(\.self))
                ?? own.with("left", "\(index) \(left[index].label)")
            ledger.visit(&left[index].n, reason)
            reasons.append(reason)
        }
        if let before { ledger.sumLater(before, of: [key] + reasons) }
        return key
    }
}
