import Drawing
import Results
import Styling

/// What a swimmer plot prints, every number written.
struct SwimmerContent {
    struct Group {
        var id: String
        /// The head above the bars; nil where there is one group.
        var label: String?
        var bars: [SwimmerPlot.Bar]
    }

    var groups: [Group]
    var endLabel: String
    var ongoingLabel: String
    var markLabels: [String]
    var responseLabel: String?
    var responseLabels: [String]
    var unknownResponse: String
    var ticks: [Axis.Tick]
    var axisTitle: String
    var notes: PageNotes
    var alternativeText: String

    init(_ plot: SwimmerPlot, isSynthetic: Bool, style: HouseStyle, words: any Vocabulary) {
        let isDivided = plot.groups.count > 1
        groups = plot.groups.map { group in
            Group(
                id: group.id,
                label: isDivided ? words.groupSize(group.label, n: style.count(group.bars.count)) : nil,
                bars: group.bars)
        }
        endLabel = words.eventMark(plot.endLabel)
        ongoingLabel = words.stillObserved
        markLabels = plot.marks.map { words.eventMark($0.label) }
        responseLabel = plot.responseLabel
        responseLabels = plot.responses.map(\.label)
        unknownResponse = words.unknownResponse
        ticks = plot.breaks.map { Axis.Tick(value: $0, label: style.namedTime($0)) }
        axisTitle = words.timeAxis(plot.unit)
        let missing = plot.groups.map(\.missing).reduce(0, +)
        notes = PageNotes(
            notes: missing > 0 ? [words.withoutBar(missing, isChange: false)] : [],
            remark: isSynthetic ? words.syntheticDataRemark : nil)
        let shown = plot.groups.map(\.bars.count).reduce(0, +)
        let courses = plot.groups.map { group in
            guard let longest = group.bars.first else { return words.spokenNobody(group.label) }
            return words.spokenCourses(
                group.label, patients: group.bars.count,
                longest: words.duration(style.time(.reached(longest.time), in: plot.unit), plot.unit),
                endLabel: plot.endLabel, events: group.events)
        }
        let marks = plot.marks.map { words.spokenMark($0.label, n: $0.n) }
        alternativeText =
            ([
                words.swimmerDescription(patients: shown, unit: plot.unit),
                (courses + marks).joined(separator: "; ") + ".",
            ] + (isSynthetic ? [words.spokenSyntheticData] : [])).joined(separator: " ")
    }
}
