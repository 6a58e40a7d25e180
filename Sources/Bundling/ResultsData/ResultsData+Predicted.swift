internal import Results
internal import Styling

/// Survival that a Cox model predicts.
extension ResultsData {
    func add(_ plot: PredictedSurvivalPlot, of figure: String) {
        var place = Place(
            analysis: figure, population: plot.population, grouping: "curve", variable: plot.endpoint,
            context: "predicted-survival")
        for curve in plot.curves {
            place.group = curve.id
            place.level = nil
            for value in curve.values {
                var here = place
                here.variable = value.variable
                here.level = value.level
                here.context = "covariate"
                let text = value.levelLabel ?? style.number(value.number, decimals: 2)
                if let number = value.number { add("at", "At", number, text, at: here) }
            }
            add(curve.median, "median", "Median", at: place)
            for rate in curve.rates {
                place.level = style.namedTime(rate.time)
                add(rate.estimate, "Predicted survival", at: place) { style.percent($0) }
            }
        }
        place.group = nil
        place.level = nil
        place.secondGrouping = "model"
        place.secondGroup = "predicting"
        add(plot.model, at: place)
    }
}
