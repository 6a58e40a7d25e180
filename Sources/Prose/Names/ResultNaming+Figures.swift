import Results
import Templating

/// Figures (`figure.survival`), and the list `figures`.
extension ResultNaming {
    func addFigures(to root: inout TemplateContext) {
        var figures = place("figure", in: root)
        let items = located(results.figures, in: "/figures").map { figure($1, from: $0, in: figures) }
        for item in items { figures.add(item) }
        root.add(figures)
        func list(_ name: String, like content: FigureResult.Content, where belongs: (FigureResult.Content) -> Bool) {
            let chosen = zip(results.figures, items).filter { belongs($0.0.content) }.map(\.1)
            let shape = figure(FigureResult(id: "?", caption: "", content: content), from: "", in: figures)
            root.add(name, listing: chosen, shapedLike: shape, from: "/figures")
        }
        let plan = KaplanMeierPlan(
            panels: [], riskTable: .none, showsIntervals: false, showsCensoring: false, showsMedianLines: false)
        list("figures", like: .kaplanMeier(plan)) { _ in true }
        list("survival-figures", like: .kaplanMeier(plan)) {
            switch $0 {
            case .kaplanMeier, .incidence: true
            default: false
            }
        }
        list("balance-figures", like: .balance(BalancePlot(matched: "?", thresholds: []))) {
            switch $0 {
            case .balance, .overlap: true
            default: false
            }
        }
        list("safety-figures", like: .adverseEvents(AdverseEventPlot(table: .shape))) {
            if case .adverseEvents = $0 { true } else { false }
        }
        list("patient-figures", like: .waterfall(.shape)) {
            switch $0 {
            case .waterfall, .swimmer: true
            default: false
            }
        }
        list("residual-figures", like: .residuals(.shape)) { if case .residuals = $0 { true } else { false } }
        list("predicted-figures", like: .predictedSurvival(.shape)) {
            if case .predictedSurvival = $0 { true } else { false }
        }
        list("forest-plots", like: .forest(.shape)) { if case .forest = $0 { true } else { false } }
        list("flow-charts", like: .flow(FlowChart(stages: [], branches: []))) {
            if case .flow = $0 { true } else { false }
        }
    }

    private func figure(
        _ figure: FigureResult, from pointer: String, in figures: TemplateContext
    ) -> TemplateContext {
        self.place(figure.id, in: figures).filledLater { [self] place in
            let placement = Placement(.figure, figure.id)
            place.place(as: placement)
            place.add("reference", .text(reference(to: placement)), from: pointer)
            place.add("caption", .text(figure.caption), from: pointer + "/caption")
            let source = pointer + "/content"
            place.add("kind", .text(figure.content.kind), from: source + "/kind")
            switch figure.content {
            case .kaplanMeier, .incidence, .balance, .overlap: break
            case .adverseEvents(let plot): add(plot.table, to: &place, from: source + "/table")
            case .swimmer(let plot): add(plot, to: &place, from: source)
            case .waterfall(let plot): add(plot, to: &place, from: source)
            case .predictedSurvival(let plot): add(plot, to: &place, from: source)
            case .forest(let plot): add(plot, to: &place, from: source)
            case .flow(let chart): add(chart, to: &place, from: source)
            case .residuals(let plot): add(plot, to: &place, from: source)
            }
        }
    }

    /// All figures that draw a comparison, of its survival or its cumulative incidence, as a list of references.
    func addFigures(drawing comparison: String, to place: inout TemplateContext) {
        var figures = self.place("figures", in: place)
        func item(_ index: Int, _ reference: String, _ pointer: String) -> TemplateContext {
            var item = self.place(String(index + 1), in: figures)
            item.add("reference", .text(reference), from: pointer)
            return item
        }
        let items = figureReferences(to: comparison).enumerated().map { item($0, $1.text, $1.pointer) }
        for item in items { figures.add(item) }
        figures.list(items, shapedLike: item(0, "", ""), from: "/figures")
        place.add(figures)
    }

    /// The first figure that draws a comparison, with the letter of its panel, `Figure 1A`, and its JSON pointer.
    func figureReference(to comparison: String) -> (text: String, pointer: String)? {
        figureReferences(to: comparison).first
    }

    private func figureReferences(to comparison: String) -> [(text: String, pointer: String)] {
        results.figures.enumerated().compactMap { index, figure in
            let panels = figure.content.comparisons
            guard let panel = panels.firstIndex(of: comparison) else { return nil }
            let letter = panels.count > 1 ? panel : nil
            return (reference(to: Placement(.figure, figure.id), panel: letter), "/figures/\(index)")
        }
    }
}

extension FigureResult.Content {
    /// The comparisons that its panels draw.
    fileprivate var comparisons: [String] {
        switch self {
        case .kaplanMeier(let plan): plan.panels.map(\.comparison)
        case .incidence(let plot): plot.panels.map(\.comparison)
        case .predictedSurvival, .forest, .flow, .balance, .overlap, .residuals, .adverseEvents, .swimmer, .waterfall:
            []
        }
    }

    /// The kind as a study file names it.
    fileprivate var kind: String {
        switch self {
        case .kaplanMeier: "kaplan-meier"
        case .incidence: "incidence"
        case .predictedSurvival: "predicted-survival"
        case .forest: "forest"
        case .flow: "flow"
        case .balance: "balance"
        case .overlap: "overlap"
        case .residuals: "residuals"
        case .adverseEvents: "adverse-events"
        case .swimmer: "swimmer"
        case .waterfall: "waterfall"
        }
    }
}
