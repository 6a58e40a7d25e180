import Results
import Styling

extension CurvePanelContent {
    /// What the panel of a figure of predicted survival shows.
    init(_ plot: PredictedSurvivalPlot, in results: StudyResults, writing: CurveWriting) throws(FigureError) {
        guard let endpoint = results.endpoints.first(where: { $0.id == plot.endpoint }) else {
            throw .unknownEndpoint(plot.endpoint)
        }
        let (style, words, unit) = (writing.style, writing.words, endpoint.unit)
        let interval = style.confidenceLabel(plot.curves.first?.median.level ?? results.conventions.level)
        let landmarkTimes = plot.showsLandmarks ? plot.curves.first?.rates.map(\.time) ?? [] : []
        name = "panel-A"
        groups = plot.curves.enumerated().map { place, curve in
            Self.group(curve, place: place, unit: unit, landmarks: landmarkTimes, writing: writing)
        }
        heads = [
            KeyHead(name: "median", intervalName: "interval", phrases: words.medianHead(unit, interval: interval))
        ]
        statement = plot.curves.count == 1 ? Self.statement(of: plot.curves[0], unit: unit, writing: writing) : nil
        comparisons = []
        breaks = writing.breaks(plot.breaks)
        landmarks = landmarkTimes.map { time in
            let rates = plot.curves.enumerated().compactMap {
                place, curve -> (value: Double, id: String, place: Int)? in
                curve.rates.first { $0.time == time }?.estimate.value.map { ($0, curve.id, place) }
            }
            return Landmark(
                time: time,
                rates: rates.sorted { ($0.value, $1.place) > ($1.value, $0.place) }.map { rate in
                    (
                        rate.id, "\(style.percent(rate.value))%",
                        writing.look.textColor(of: writing.look.palette.color(rate.place))
                    )
                })
        }
        top = 1
        levels = []
        xTitle = words.timeAxis(unit)
        yTitle = words.predictedAxis(of: endpoint.label)
        riskTitle = nil
        riskBlocks = []
        spoken = writing.spoken(
            letter: nil, endpoint: words.quantity(.survival, of: endpoint.label), title: nil,
            parts: groups.map(\.spoken))
    }

    private static func group(
        _ curve: PredictedSurvivalPlot.Curve, place: Int, unit: TimeUnit, landmarks: [Double], writing: CurveWriting
    ) -> Group {
        let (style, median) = (writing.style, curve.median)
        let limits = style.interval(style.time(median.lower, in: unit), style.time(median.upper, in: unit))
        return Group(
            id: curve.id, label: curve.label, curve: StepCurve(predicted: curve.curve),
            timeFactor: curve.curve.unit.days / unit.days, median: median.value.time,
            cells: [.number(style.time(median.value, in: unit), interval: "(\(limits))")],
            spoken: spoken(curve, unit: unit, landmarks: landmarks, writing: writing),
            color: writing.look.palette.color(place), dash: LineStyle.dash(place))
    }

    /// The median of a curve that has no key.
    private static func statement(
        of curve: PredictedSurvivalPlot.Curve, unit: TimeUnit, writing: CurveWriting
    ) -> String {
        let (style, median) = (writing.style, curve.median)
        return writing.words.medianStatement(
            style.time(median.value, in: unit), unit: median.value == .notReached ? nil : unit,
            interval: (
                name: style.confidenceLabel(median.level),
                limits: style.interval(style.time(median.lower, in: unit), style.time(median.upper, in: unit))
            ))
    }

    private static func spoken(
        _ curve: PredictedSurvivalPlot.Curve, unit: TimeUnit, landmarks: [Double], writing: CurveWriting
    ) -> String {
        let (style, words, median) = (writing.style, writing.words, curve.median)
        let spokenMedian = words.spokenMedian(
            writing.time(median.value, unit).map { words.duration($0, unit) },
            interval: style.confidenceLabel(median.level), lower: writing.time(median.lower, unit),
            upper: writing.time(median.upper, unit))
        let rates = curve.rates.filter { landmarks.contains($0.time) }.compactMap { rate in
            rate.estimate.value.map { value in
                words.spokenIncidence(
                    style.percent(value), at: words.duration(writing.plain([rate.time])[0], unit),
                    interval: style.confidenceLabel(rate.estimate.level),
                    limits: rate.estimate.interval.map { (style.percent($0.lower), style.percent($0.upper)) })
            }
        }
        let factor = curve.curve.unit.days / unit.days
        let end = zip(curve.curve.time, curve.curve.survival).suffix(1).map { time, survival in
            words.spokenEnd(style.percent(survival), at: words.duration(writing.time(time * factor, unit), unit))
        }
        return ([curve.label, spokenMedian] + rates + end).joined(separator: ", ")
    }
}

extension StepCurve {
    /// A predicted curve falls from 1; nobody is censored on it.
    init(predicted curve: SurvivalCurve) {
        self.init(
            start: 1, time: curve.time, value: curve.survival, lower: curve.lower, upper: curve.upper,
            censored: curve.time.map { _ in 0 })
    }
}

extension PredictedSurvivalPlot {
    /// What the foot of the figure says of the model.
    func described(by writing: CurveWriting) -> PredictedModelWords {
        let style = writing.style
        return PredictedModelWords(
            covariates: covariates.map(\.label), strata: strata, patients: style.count(model.n),
            events: style.count(model.events),
            common: commonValues.map { value in
                let number = value.number.map { style.number($0, decimals: min(style.decimalsNeeded(by: $0), 1)) }
                return (value.label, value.levelLabel ?? number ?? "", value.level == nil)
            })
    }
}
