/// The results behind one figure, with what the study asks of its looks.
public struct FigureResult: Codable, Equatable, Sendable {
    /// What kind of figure it is. Encoded as `{"kind": …, …}`.
    public enum Content: Equatable, Sendable {
        /// Survival curves with numbers at risk.
        case kaplanMeier(KaplanMeierPlan)
        /// Cumulative incidences with numbers at risk.
        case incidence(IncidencePlot)
        /// Survival curves that a Cox model predicts.
        case predictedSurvival(PredictedSurvivalPlot)
        /// Effects in subgroups.
        case forest(ForestPlot)
        /// The way of the patients into the analysis.
        case flow(FlowChart)
        /// Standardised differences before and after matching.
        case balance(BalancePlot)
        /// Distributions of the propensity score before and after matching.
        case overlap(OverlapPlot)
        /// Residuals with the test of proportional hazards.
        case residuals(ResidualPlot)
        /// Adverse events of two groups, mirrored.
        case adverseEvents(AdverseEventPlot)
        /// The course of each patient.
        case swimmer(SwimmerPlot)
        /// The best change of each patient.
        case waterfall(WaterfallPlot)
    }

    /// The figure's name in the study file and its file name.
    public var id: String
    /// The caption, a sentence.
    public var caption: String
    /// Whether it belongs to the supplement, where figures are numbered apart.
    public var isSupplementary: Bool
    /// What is drawn.
    public var content: Content

    /// Creates a figure's results.
    public init(id: String, caption: String, isSupplementary: Bool = false, content: Content) {
        self.id = id
        self.caption = caption
        self.isSupplementary = isSupplementary
        self.content = content
    }
}

extension FigureResult.Content: Codable {
    private enum Key: String, CodingKey { case kind }
    private enum Kind: String, Codable {
        case kaplanMeier = "kaplan-meier"
        case predictedSurvival = "predicted-survival"
        case incidence, forest, flow, balance, overlap, residuals
        case adverseEvents = "adverse-events"
        case swimmer, waterfall
    }

    /// Reads the value from its encoded form.
    public init(from decoder: any Decoder) throws {
        switch try decoder.container(keyedBy: Key.self).decode(Kind.self, forKey: .kind) {
        case .kaplanMeier: self = .kaplanMeier(try KaplanMeierPlan(from: decoder))
        case .incidence: self = .incidence(try IncidencePlot(from: decoder))
        case .predictedSurvival: self = .predictedSurvival(try PredictedSurvivalPlot(from: decoder))
        case .forest: self = .forest(try ForestPlot(from: decoder))
        case .flow: self = .flow(try FlowChart(from: decoder))
        case .balance: self = .balance(try BalancePlot(from: decoder))
        case .overlap: self = .overlap(try OverlapPlot(from: decoder))
        case .residuals: self = .residuals(try ResidualPlot(from: decoder))
        case .adverseEvents: self = .adverseEvents(try AdverseEventPlot(from: decoder))
        case .swimmer: self = .swimmer(try SwimmerPlot(from: decoder))
        case .waterfall: self = .waterfall(try WaterfallPlot(from: decoder))
        }
    }

    /// Writes the value in its encoded form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let (kind, content) = encoded
        try container.encode(kind, forKey: .kind)
        try content.encode(to: encoder)
    }

    private var encoded: (Kind, any Encodable) {
        switch self {
        case .kaplanMeier(let plan): (.kaplanMeier, plan)
        case .incidence(let plot): (.incidence, plot)
        case .predictedSurvival(let plot): (.predictedSurvival, plot)
        case .forest(let plot): (.forest, plot)
        case .flow(let chart): (.flow, chart)
        case .balance(let plot): (.balance, plot)
        case .overlap(let plot): (.overlap, plot)
        case .residuals(let plot): (.residuals, plot)
        case .adverseEvents(let plot): (.adverseEvents, plot)
        case .swimmer(let plot): (.swimmer, plot)
        case .waterfall(let plot): (.waterfall, plot)
        }
    }
}
