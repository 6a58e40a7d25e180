import Results
import Styling
import Templating

/// Survival at the landmarks: of a group (`pfs.IO+T.rate.6`, the list `rates`) and across the groups
/// (`pfs.landmark.6`, the list `landmarks`).
extension ResultNaming {
    /// A group's rates at the landmarks.
    func addRates(
        of group: SurvivalGroup, in comparison: SurvivalComparison, unit: TimeUnit, to parent: inout TemplateContext,
        from pointer: String, comparedAt source: String
    ) {
        var rates = place("rate", in: parent)
        let items = located(group.rates, in: pointer).map { pointer, rate in
            self.rate(rate, labelled: group.label, unit: unit, from: pointer, in: rates).filledLater { [self] item in
                addDifference(
                    of: group.id, at: rate.time, among: comparison.rateDifferences, to: &item, from: source)
            }
        }
        for item in items { rates.add(item) }
        parent.add(rates)
        parent.add("rates", listing: items, shapedLike: rateShape(in: rates), from: pointer)
    }

    /// A rate of a curve of this label.
    func rate(
        _ rate: LandmarkRate, labelled label: String, unit: TimeUnit, from pointer: String,
        in rates: TemplateContext
    ) -> TemplateContext {
        self.place(segment(of: rate.time), in: rates).filledLater { [self] place in
            let estimate = rate.estimate
            let value = estimate.isWithheld ? withheld : percent(estimate.value)
            let limits = [estimate.interval?.lower, estimate.interval?.upper].map { limit in
                estimate.isWithheld ? withheld : percent(limit)
            }
            let interval = interval(limits[0], limits[1], unit: "%")
            let hasInterval = value.isNumber && estimate.interval != nil
            let full = value.printed ?? ""
            place.set(value, from: pointer + "/estimate/value")
            place.add("group", .text(label), from: pointer)
            place.add("time", number(rate.time), from: pointer + "/time")
            place.add("when", .number(rate.time, printed: when(rate.time, unit)), from: pointer + "/time")
            place.add("lower", limits[0], from: pointer + "/estimate/interval/lower")
            place.add("upper", limits[1], from: pointer + "/estimate/interval/upper")
            place.add(
                "interval", hasInterval ? .text(interval) : missing(value.isWithheld),
                from: pointer + "/estimate/interval")
            let statement = style.confidenceStatement(estimate.level, interval)
            let text = TemplateValue.text(hasInterval ? "\(full) (\(statement))" : full)
            place.add("full", value.isWithheld ? value : text, from: pointer + "/estimate")
            place.add("at-risk", number(rate.atRisk), from: pointer + "/atRisk")
        }
    }

    /// The landmarks across the groups.
    func addLandmarks(
        of comparison: SurvivalComparison, unit: TimeUnit, to parent: inout TemplateContext, from pointer: String
    ) {
        var landmarks = place("landmark", in: parent)
        let shape = rateShape(in: landmarks)
        let groups = parent["groups"]?.items ?? []
        func landmark(_ time: Double, from source: String) -> TemplateContext {
            self.place(segment(of: time), in: landmarks).filledLater { [self] place in
                place.set(.number(time, printed: when(time, unit)), from: source + "/time")
                place.add("time", number(time), from: source + "/time")
                let rates = groups.compactMap { $0["rate"]?[segment(of: time)] }
                place.add("groups", listing: rates, shapedLike: shape, from: pointer + "/groups")
            }
        }
        let items = located(comparison.overall.rates, in: pointer + "/overall/rates").map {
            landmark($1.time, from: $0)
        }
        for item in items { landmarks.add(item) }
        parent.add(landmarks)
        parent.add("landmarks", listing: items, shapedLike: landmark(0, from: ""), from: pointer + "/overall/rates")
    }

    /// A landmark with its unit: `6 months`.
    func when(_ time: Double, _ unit: TimeUnit) -> String {
        "\(number(time).printed ?? "") \(time == 1 ? words.singular(unit) : words.unit(unit))"
    }

    func segment(of time: Double) -> String {
        time == time.rounded() && abs(time) < 1e15 ? String(Int(time)) : String(time)
    }

    private func rateShape(in parent: TemplateContext) -> TemplateContext {
        rate(.shape, labelled: "", unit: .months, from: "", in: parent).filledLater { [self] shape in
            addDifference(of: "?", at: 0, among: [], to: &shape, from: "")
        }
    }
}
