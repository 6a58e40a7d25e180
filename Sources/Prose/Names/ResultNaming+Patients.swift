import Results
import Templating

/// Figures of single patients: what is named is of groups, never of a patient.
extension ResultNaming {
    func add(_ plot: SwimmerPlot, to place: inout TemplateContext, from pointer: String) {
        func item(_ group: SwimmerPlot.Group, _ index: Int, in parent: TemplateContext)
            -> TemplateContext
        {
            let source = "\(pointer)/groups/\(index)"
            var item = self.place(group.id, in: parent)
            item.add("label", .text(group.label), from: source + "/label")
            item.add("n", count(group.bars.count), from: source + "/bars")
            item.add("events", count(group.events), from: source + "/events")
            item.add("missing", count(group.missing), from: source + "/missing")
            return item
        }
        var groups = self.place("groups", in: place)
        let items = plot.groups.enumerated().map { item($1, $0, in: groups) }
        for item in items { groups.add(item) }
        let empty = SwimmerPlot.Group(id: "?", label: "", bars: [], events: 0, missing: 0)
        groups.list(items, shapedLike: item(empty, 0, in: groups), from: pointer + "/groups")
        place.add(groups)
    }

    func add(_ plot: WaterfallPlot, to place: inout TemplateContext, from pointer: String) {
        func item(_ group: WaterfallPlot.Group, _ index: Int, in parent: TemplateContext)
            -> TemplateContext
        {
            let source = "\(pointer)/groups/\(index)"
            var item = self.place(group.id, in: parent)
            item.add("label", .text(group.label), from: source + "/label")
            item.add("n", count(group.bars.count), from: source + "/bars")
            item.add("decreased", count(group.decreased), from: source + "/decreased")
            item.add("increased", count(group.increased), from: source + "/increased")
            item.add("missing", count(group.missing), from: source + "/missing")
            return item
        }
        var groups = self.place("groups", in: place)
        let items = plot.groups.enumerated().map { item($1, $0, in: groups) }
        for item in items { groups.add(item) }
        let empty = WaterfallPlot.Group(
            id: "?", label: "", bars: [], decreased: 0, increased: 0, missing: 0)
        groups.list(items, shapedLike: item(empty, 0, in: groups), from: pointer + "/groups")
        place.add(groups)
    }
}
