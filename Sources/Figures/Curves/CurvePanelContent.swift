import Drawing
import Styling

/// A step function of time with limits: a survival probability or a cumulative incidence.
struct StepCurve {
    /// The value at time 0.
    var start: Double
    /// The times after which the value is another or somebody is censored, ascending.
    var time: [Double]
    /// The value from each time on.
    var value: [Double]
    /// The lower confidence limit from each time on.
    var lower: [Double?]
    /// The upper confidence limit from each time on.
    var upper: [Double?]
    /// Censored at each time.
    var censored: [Double]
}

/// Which marks a figure of curves has, and where the groups' names stand.
struct CurveMarksShown: Equatable {
    var intervals: Bool
    var censorings: Bool
    var medianLines: Bool
    /// Whether the groups' names stand at the ends of their curves where they fit.
    var namesAtCurves = false
    /// What the foot of the page says where censorings are too many to be marked.
    var unmarkedNote: String
}

/// What one panel of a figure of curves shows, with every number already written and every colour chosen; no place on
/// the page yet.
struct CurvePanelContent {
    /// One group of patients.
    struct Group {
        var id: String
        var label: String
        var curve: StepCurve
        /// What turns the curve's times into the axis's unit.
        var timeFactor: Double
        /// The median where the curve reaches it, in the axis's unit.
        var median: Double?
        /// What stands beside the name in the key, one for each head.
        var cells: [KeyCell]
        /// The group as it is read aloud.
        var spoken: String
        var color: Color
        var dash: [Double]
    }

    /// A time that the study names, with the groups' percentages.
    struct Landmark {
        /// In the axis's unit.
        var time: Double
        /// The groups with a value, in order: their names in the data, and how the value is written.
        var rates: [(groupID: String, text: String, color: Color)]
    }

    /// The numbers under the axis for one group, one row after the other.
    struct RiskBlock {
        var groupID: String
        var label: String
        var color: Color
        /// A row's own name where a group has several, and its numbers, one for each break.
        var rows: [(name: String?, cells: [String])]
    }

    /// `panel-A`, what all names of the panel's elements begin with, whatever its letter looks like.
    var name: String
    var letter: String?
    var title: String?
    var groups: [Group]
    /// The head of the names in the key: the grouping variable, where that is not the arms.
    var namesHead: String?
    /// The heads of the columns of numbers in the key.
    var heads: [KeyHead]
    /// What stands in place of a key where there is one group.
    var statement: String?
    /// The test, and what compares the groups beside it, each on a line under the key.
    var comparisons: [String]
    var breaks: [(value: Double, label: String)]
    /// The times at which upright lines stand.
    var landmarks: [Landmark] = []
    /// The lower end of the axis of values; above 0 the axis is broken between 0 and it.
    var bottom = 0.0
    /// The upper end of the axis of values, the same in all panels that show the same.
    var top: Double
    /// How 0 is written below the break of a broken axis.
    var zeroLabel = "0"
    /// The ticks of the axis of values.
    var levels: [(value: Double, label: String)]
    var xTitle: String
    var yTitle: String
    var riskTitle: String?
    var riskBlocks: [RiskBlock]
    /// The panel as it is read aloud.
    var spoken: String
    /// Which group a hazard ratio compares with which; nil where none is printed.
    var direction: HazardRatioDirection?
    /// The variables by whose levels the printed hazard ratios are stratified, beside a log-rank test that is not.
    var strata: [String] = []

    /// The part that is magnified; nil where the study asks for none.
    var inset: Inset?

    /// A part of the axes with ticks of its own.
    struct Inset {
        /// From where to where on the time axis.
        var start: Double
        var end: Double
        /// From where to where on the axis of values.
        var bottom: Double
        var top: Double
        var breaks: [(value: Double, label: String)]
        var levels: [(value: Double, label: String)]
    }

    /// Curves of earlier results, drawn faintly behind the others.
    var earlier: [EarlierCurve] = []

    /// A group's curve in earlier results.
    struct EarlierCurve {
        var id: String
        var curve: StepCurve
        var timeFactor: Double
        var dash: [Double]
    }

    /// The last value of the time axis.
    var axisEnd: Double { breaks.last.map(\.value).flatMap { $0 > 0 ? $0 : nil } ?? 1 }

    /// Whether the axis of values leaves out what lies between 0 and its lower end.
    var isBroken: Bool { bottom > 0 }

    /// Everything that the key prints beside names.
    var keyTexts: [String] {
        heads.flatMap(\.phrases) + groups.flatMap(\.cells).flatMap(\.texts) + [statement].compactMap(\.self)
            + comparisons
    }
}
