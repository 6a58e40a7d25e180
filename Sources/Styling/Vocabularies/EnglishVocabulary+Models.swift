import Results

/// The words of tables of regression models.
extension EnglishVocabulary {
    var hazardRatioAbbreviation: String { "HR" }

    var oddsRatioAbbreviation: String { "OR" }

    func oddsRatioHead(interval: String) -> String { "\(oddsRatioAbbreviation) (\(interval))" }

    func hazardRatioHead(interval: String) -> String { "\(hazardRatioAbbreviation) (\(interval))" }

    func unit(_ unit: TimeUnit) -> String { unit.rawValue }

    func notEstimable(_ subject: String, reference: String?, because reason: MissingRatioReason) -> String {
        let why: String =
            switch reason {
            case .monotone(.noEventsInLevel): "no patient with \(subject) had the event"
            case .monotone(.noEventsInReference): "no patient with \(reference ?? subject) had the event"
            case .monotone(.extremeAtEveryEvent):
                "at every event, the patient with it had the most extreme value of \(subject) of all at risk"
            case .monotone(.combination):
                "\(subject), together with other variables, is the most extreme at every event"
            case .separated:
                "\(subject), alone or together with other variables, tells without error who has the outcome"
            case .notes(let notes): self.why(notes, subject)
            }
        return "Not estimable: \(why)."
    }

    private func why(_ notes: [ResultNote], _ subject: String) -> String {
        for note in notes {
            if note.kind == .collinear { return "\(subject) does not vary independently of other variables" }
            if let reason = reason(note.kind) { return "\(subject): \(reason)" }
        }
        return "the data have no information on \(subject)"
    }

    var covariate: String { "Variable" }
    var univariable: String { "Univariable" }
    var multivariable: String { "Multivariable" }

    func comparedLevels(_ covariate: String, _ level: String, _ reference: String) -> String {
        "\(covariate): \(contrast(level, reference))"
    }

    func perUnit(_ covariate: String) -> String { "\(covariate), per 1 unit" }

    func modelTests(univariable: TestResult.Method?, multivariable: TestResult.Method?, letter: String) -> String {
        switch (univariable, multivariable) {
        case (let first?, let second?) where first != second:
            "\(letter) values: \(test(first)) in univariable, \(test(second)) in multivariable models."
        case (let method?, _), (nil, let method?): "\(letter) values: \(test(method))."
        case (nil, nil): ""
        }
    }

    func jointTest(letter: String) -> String {
        "A \(letter) value beside a variable with several levels is of all its levels at once."
    }

    func entry(_ rule: CoxTable.Entry, limit: String, letter: String) -> String? {
        switch rule {
        case .none: nil
        case .all: "All variables entered the multivariable models."
        case .listed: "The variables of the multivariable models were chosen beforehand."
        case .pBelow: "Variables with a univariable \(letter) value below \(limit) entered the multivariable models."
        }
    }

    func noneEntered(_ endpoint: String) -> String { "\(endpoint): no variable entered a multivariable model." }

    func modelSizes(_ endpoint: String, univariable: ModelSize?, multivariable: ModelSize?) -> String {
        var parts: [String] = []
        if let univariable {
            let isShared = multivariable.map { $0.n == univariable.n && $0.events == univariable.events } ?? true
            parts.append((isShared ? "" : "univariable models ") + size(univariable))
        }
        if let multivariable {
            let isShared = univariable.map { $0.n == multivariable.n && $0.events == multivariable.events } ?? false
            let own = [
                isShared ? nil : size(multivariable),
                multivariable.eventsPerVariable.map { "\($0) events per variable" },
                multivariable.proportionalHazards.map { "test of proportional hazards \($0)" },
            ].compactMap(\.self)
            if !own.isEmpty { parts.append("multivariable model \(own.joined(separator: ", "))") }
        }
        return "\(endpoint): \(parts.joined(separator: "; "))."
    }

    private func size(_ size: ModelSize) -> String {
        "n = \(size.n), \(size.events) \(size.events == "1" ? "event" : "events")"
    }

    func fewEvents(_ endpoint: String, inUnivariable covariates: [String], inMultivariable: Bool) -> String {
        let univariable =
            covariates.isEmpty
            ? nil
            : "the univariable \(covariates.count == 1 ? "model" : "models") of "
                + list(covariates)
        let models = [univariable, inMultivariable ? "the multivariable model" : nil].compactMap(\.self)
        return "\(endpoint): fewer than 10 events per variable in \(list(models)), whose estimates may be unreliable."
    }

    func coxMethod(ties: TiesMethod, strata: [String]) -> String {
        let method =
            switch ties {
            case .efron: "Cox models with Efron's treatment of ties"
            case .breslow: "Cox models with Breslow's treatment of ties"
            case .exact: "Cox models with the exact treatment of ties"
            }
        return strata.isEmpty ? "\(method)." : "\(method), stratified by \(list(strata))."
    }

    func logisticMethod(_ outcome: String) -> String {
        "Logistic models of \(lowercasedStart(outcome)); an odds ratio above 1 means higher odds of it."
    }

    func modelOptions(weights: String?, cluster: String?, offset: String?) -> String? {
        let parts = [
            weights.map { "weighted by \(lowercasedStart($0))" },
            cluster.map { "with \(lowercasedStart($0)) as clusters of the robust variance" },
            offset.map { "with \(lowercasedStart($0)) as an offset" },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : "Models are \(list(parts))."
    }

    func interaction(_ names: [String]) -> String { names.joined(separator: " × ") }

    var interactionRatios: String {
        "The ratio in a row with × is that of two hazard ratios; those of its variables alone then hold at the reference "
            + "level, or at zero, of the other."
    }

    var firth: String {
        "Firth's penalised likelihood, with its profile interval and likelihood-ratio test, since not all ordinary "
            + "estimates of the model exist."
    }

    var robustIntervals: String { "Intervals and tests use the robust variance; the tests are Wald's." }

    // MARK: Effects in several populations

    var population: String { "Population" }
    var eventsOverPatients: String { "Events/n" }

    func medianHead(unit: TimeUnit?, interval: String) -> String {
        "Median\(unit.map { ", \(self.unit($0))" } ?? "") (\(interval))"
    }

    func testHead(_ method: TestResult.Method, letter: String) -> String {
        switch method {
        case .logRank: "Log-rank \(letter)"
        case .stratifiedLogRank: "Stratified log-rank \(letter)"
        default: "\(testRow(method)), \(letter)"
        }
    }

    func adjusted(_ contrast: String) -> String { "Adjusted, \(contrast)" }
    func robustHead(interval: String) -> String { "Robust \(interval)" }
    func overallPValueHead(letter: String) -> String { "Overall \(letter)" }

    func direction(_ group: String, _ reference: String) -> String {
        "A hazard ratio below 1 means fewer events over time with \(group) than with \(reference)."
    }

    func adjustedFor(_ covariates: [String]) -> String {
        "Adjusted for \(list(covariates.map(lowercasedStart)))."
    }

    func ratioTest(_ method: TestResult.Method, letter: String) -> String {
        "\(letter) values beside hazard ratios: \(test(method))."
    }

    func robustVariance(letter: String) -> String {
        "The robust variance takes pairs, or weights, into account; its \(letter) values are of Wald tests."
    }

    func tieOrders(_ sensitivity: TieOrderSensitivity, in style: HouseStyle) -> String {
        let orders = style.count(sensitivity.orders)
        guard sensitivity.estimated > 0, let ratio = sensitivity.hazardRatio, let p = sensitivity.pValue else {
            return "None of \(orders) admissible orders of tied scores gave an estimate."
        }
        let counted =
            sensitivity.estimated < sensitivity.orders
            ? "Over the \(style.count(sensitivity.estimated)) of \(orders) admissible orders of tied scores that gave an "
                + "estimate"
            : "Over \(orders) admissible orders of tied scores"
        let share = sensitivity.shareSignificant.map {
            "; \(style.pLetter) was below \(style.number(0.05, decimals: 2)) in \(style.percent($0))%"
        }
        return "\(counted) the hazard ratio ranged from \(style.ratio(ratio.minimum)) to \(style.ratio(ratio.maximum)) "
            + "(median \(style.ratio(ratio.median))) and \(style.pLetter) from \(style.pValue(p.minimum)) to "
            + "\(style.pValue(p.maximum))\(share ?? "")."
    }
}
