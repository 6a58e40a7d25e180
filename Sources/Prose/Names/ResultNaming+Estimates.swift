import Results
import Styling
import Templating

/// Estimates with their intervals: ratios, differences of proportions, and the coefficients of models.
extension ResultNaming {
    /// How the value of an estimate is written.
    enum Scale {
        /// A hazard, odds or risk ratio.
        case ratio
        /// A proportion, or a difference of proportions, in per cent.
        case percent
        /// A time, in the unit given.
        case time(String)
        /// A share of one, such as a concordance.
        case share
    }

    /// The value, its limits, its interval, and all in one: `0.43 (95% CI 0.21–0.88)`.
    func add(_ estimate: Estimate?, as scale: Scale, to place: inout TemplateContext, from pointer: String) {
        let value = value(estimate?.value, scale, of: estimate)
        let lower = value.isNumber ? self.value(estimate?.interval?.lower, scale, of: estimate) : value
        let upper = value.isNumber ? self.value(estimate?.interval?.upper, scale, of: estimate) : value
        place.set(value, from: pointer + "/value")
        place.add("lower", lower, from: pointer + "/interval/lower")
        place.add("upper", upper, from: pointer + "/interval/upper")
        let unit = if case .percent = scale { "%" } else { "" }
        let hasInterval = value.isNumber && estimate?.interval != nil
        let interval = interval(lower, upper, unit: unit)
        place.add(
            "interval", hasInterval ? .text(interval) : missing(value.isWithheld),
            from: pointer + "/interval")
        let withUnit: String =
            if case .time(let unit) = scale, value.isNumber { "\(value.printed ?? "") \(unit)" } else {
                value.printed ?? ""
            }
        let statement = style.confidenceStatement(estimate?.level ?? 0.95, interval)
        let full = hasInterval ? "\(withUnit) (\(statement))" : withUnit
        place.add("full", value.isNumber ? .text(full) : value, from: pointer)
    }

    private func value(_ x: Double?, _ scale: Scale, of estimate: Estimate?) -> TemplateValue {
        guard let x, x.isFinite else { return missing(estimate?.isWithheld ?? false) }
        switch scale {
        case .ratio: return .number(x, printed: style.ratio(x, of: estimate))
        case .percent: return percent(x)
        case .time: return .number(x, printed: style.time(.reached(x)))
        case .share: return number(x, decimals: 2)
        }
    }

    /// A difference or ratio with the p-value of its test.
    func add(_ contrast: Contrast?, as scale: Scale, to place: inout TemplateContext, from pointer: String) {
        add(contrast?.estimate, as: scale, to: &place, from: pointer + "/estimate")
        add(contrast?.test, to: &place, from: pointer + "/test")
    }

    // MARK: Coefficients of Cox models

    /// A hazard ratio with what is compared, Wald's p-value, and the reason where it is not estimable.
    func add(
        _ coefficient: CoxCoefficient?, labelled labels: (level: String, reference: String),
        to place: inout TemplateContext, from pointer: String
    ) {
        add(
            coefficient?.hazardRatio, of: .cox, p: coefficient?.pValue, labelled: coefficient == nil ? nil : labels,
            to: &place, from: pointer)
    }

    /// What a reader must know of a model as a whole: its size and its tests.
    func add(_ model: CoxModelFit?, to place: inout TemplateContext, from pointer: String) {
        let none = TemplateValue.absent(reason: words.notEstimable)
        place.add("n", model.map { count($0.n) } ?? none, from: pointer + "/n")
        place.add("events", model.map { count($0.events) } ?? none, from: pointer + "/events")
        place.add(
            "events-per-variable",
            model.map { $0.n.isWithheld ? withheld : number($0.eventsPerVariable, decimals: 1) } ?? none,
            from: pointer + "/eventsPerVariable")
        for (name, test, key) in [
            ("likelihood-ratio", model?.likelihoodRatio, "likelihoodRatio"), ("wald", model?.wald, "wald"),
            ("score", model?.score, "score"),
        ] {
            var test = (place: self.place(name, in: place), result: test)
            add(test.result, to: &test.place, from: "\(pointer)/\(key)")
            place.add(test.place)
        }
        var concordance = self.place("concordance", in: place)
        add(model?.concordance.estimate, as: .share, to: &concordance, from: pointer + "/concordance/estimate")
        place.add(concordance)
    }
}
