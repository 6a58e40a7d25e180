import Results
import Templating

/// Survival that a Cox model predicts: `figure.predicted.IO.median.full`, `figure.predicted.IO.rate.12.full`, the list
/// `figure.predicted.curves`, and the model, `figure.predicted.model.n`.
extension ResultNaming {
    private static let predictedWords: Set<String> = [
        "reference", "caption", "kind", "endpoint", "is-named-after-event", "covariates", "model", "curves",
    ]

    func add(_ plot: PredictedSurvivalPlot, to place: inout TemplateContext, from pointer: String) {
        let endpoint = results.endpoints.first { $0.id == plot.endpoint }
        place.add("endpoint", .text(endpoint?.label ?? plot.endpoint), from: pointer + "/endpoint")
        place.add("is-named-after-event", .flag(endpoint?.isNamedAfterEvent ?? false), from: pointer + "/endpoint")
        func covariate(_ label: String, _ index: Int) -> TemplateContext {
            var item = self.place("covariates", String(index + 1), in: place)
            item.add("label", .text(label), from: "\(pointer)/covariates/\(index)/label")
            return item
        }
        let covariates = plot.covariates.enumerated().map { covariate($1.label, $0) }
        place.add(
            "covariates", listing: covariates, shapedLike: covariate("", 0), from: pointer + "/covariates")
        var model = self.place("model", in: place)
        add(plot.model, to: &model, from: pointer + "/model")
        place.add(model)
        let unit = endpoint?.unit ?? .months
        let curves = located(plot.curves, in: pointer + "/curves").map { curve($1, unit: unit, from: $0, in: place) }
        for curve in curves { place.insert(curve) }
        place.add(
            "curves", listing: curves, shapedLike: curve(.shape, unit: .months, from: "", in: place),
            from: pointer + "/curves")
    }

    private func curve(
        _ curve: PredictedSurvivalPlot.Curve, unit: TimeUnit, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        self.place(curve.id, in: parent, besides: Self.predictedWords).filledLater { [self] place in
            place.add("label", .text(curve.label), from: pointer + "/label")
            addQuantile("median", curve.median, isEmpty: false, to: &place, from: pointer + "/median")
            var rates = self.place("rate", in: place)
            let items = located(curve.rates, in: pointer + "/rates").map {
                rate($1, labelled: curve.label, unit: unit, from: $0, in: rates)
            }
            for item in items { rates.add(item) }
            place.add(rates)
            place.add(
                "rates", listing: items, shapedLike: rate(.shape, labelled: "", unit: .months, from: "", in: rates),
                from: pointer + "/rates")
        }
    }
}

extension PredictedSurvivalPlot {
    static let shape = PredictedSurvivalPlot(
        endpoint: "?", covariates: [], strata: [], model: .shape, curves: [], breaks: [], showsIntervals: false,
        showsMedianLines: false, showsLandmarks: false, range: [], names: .key, population: "all")
}

extension PredictedSurvivalPlot.Curve {
    static let shape = PredictedSurvivalPlot.Curve(
        id: "?", label: "", values: [], curve: SurvivalGroup.shape.curve, median: .shape, rates: [.shape])
}

extension CoxModelFit {
    static let shape = CoxModelFit(
        n: 0, events: 0, coefficients: [], terms: [], logLikelihoodNull: 0, logLikelihood: 0, likelihoodRatio: .shape,
        wald: .shape, score: .shape, robustScore: nil,
        concordance: Concordance(
            estimate: .shape, concordant: 0, discordant: 0, tiedPrediction: 0, tiedTime: 0, tiedBoth: 0),
        eventsPerVariable: nil, ties: .efron, variance: .model, level: 0.95, notes: [])
}
