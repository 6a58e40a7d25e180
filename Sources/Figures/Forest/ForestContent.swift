import Drawing
import Results

/// An effect as a forest plot draws it.
struct ForestEffect: Equatable {
    /// The estimate, above zero.
    var value: Double
    /// The interval's lower limit; nil where it has none, or where it goes down to zero.
    var lower: Double?
    /// The interval's upper limit; nil where it has none.
    var upper: Double?
    /// Whether there is an interval: one without a limit runs out of the axis.
    var hasInterval: Bool
    /// The events that it rests on.
    var events: Int
    /// Whether it is of everyone.
    var isOverall: Bool
    /// The model's place in order.
    var model = 0
}

/// What a forest plot shows: rows, columns of text and of marks, remarks. Every number is written, nothing has a place.
///
/// A plot of several models or endpoints has more columns of the same kinds; nothing in the layout knows how many.
struct ForestContent {
    /// A row's head.
    struct Row {
        var label: String
        /// How far it is indented, in steps.
        var indent: Int
        var isBold: Bool
        /// Rows of one group share a background: a variable with its levels.
        var group: Int
    }

    /// A text in a row, and the mark of a remark on it.
    struct Cell: Equatable {
        var text: String
        var mark: String?
    }

    /// A column of texts, one for each row; nil where a row has none.
    struct TextColumn {
        /// What stands over this column and its neighbours that have the same.
        var spanner: String?
        var head: String
        var anchor: Label.Anchor
        var cells: [Cell?]
    }

    /// A column of marks on an axis, one for each row; nil where a row has none.
    struct PlotColumn {
        var head: String
        var effects: [ForestEffect?]
        var axis: ForestAxis
        var axisTitle: String
        /// What stands under the axis to the left and to the right of 1.
        var favours: [String]

        /// The effect in everyone.
        var overall: ForestEffect? { effects.compactMap(\.self).first(where: \.isOverall) }
    }

    enum Column {
        case text(TextColumn)
        case plot(PlotColumn)
    }

    /// A remark under the figure.
    struct Note: Equatable {
        var mark: String?
        var text: String
    }

    /// The head of the column of rows' heads.
    var head: String
    var rows: [Row]
    var columns: [Column]
    var notes: [Note]
    /// A remark at the foot of the page.
    var remark: String?
    /// How a ratio on an axis is written.
    var tickLabel: (Double) -> String
    /// On how many events the largest square rests where other pages decide it too.
    var largestEvents: Int?
    /// How many events the largest square rests on; overall effects do not count.
    var mostEvents: Int {
        largestEvents ?? columns.flatMap { column -> [Int] in
            guard case .plot(let plot) = column else { return [] }
            return plot.effects.compactMap { $0?.isOverall == false ? $0?.events : nil }
        }.max() ?? 0
    }
}

extension ForestEffect {
    /// What is drawn of an effect; nil where there is no estimate that an axis of ratios has a place for.
    init?(_ effect: SubgroupEffect, isOverall: Bool, model: Int = 0) {
        guard let ratio = effect.coefficients.first?.hazardRatio, let value = ratio.value, value > 0, value.isFinite
        else { return nil }
        func limit(_ limit: Double?) -> Double? { limit.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } }
        self.init(
            value: value, lower: limit(ratio.interval?.lower), upper: limit(ratio.interval?.upper),
            hasInterval: ratio.interval.map { $0.lower != nil || $0.upper != nil } ?? false, events: effect.events,
            isOverall: isOverall, model: model)
    }
}
