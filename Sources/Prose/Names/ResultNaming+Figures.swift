import Results
import Templating

/// Figures (`figure.survival`), and the list `figures`.
extension ResultNaming {
    func addFigures(to root: inout TemplateContext) {
        var figures = place("figure", in: root)
        let items = located(results.figures, in: "/figures").map { figure($1, from: $0, in: figures) }
        for item in items { figures.add(item) }
        let plan = KaplanMeierPlan(
            panels: [], riskTable: .none, showsIntervals: false, showsCensoring: false, showsMedianLines: false)
        let shape = figure(
            FigureResult(id: "?", caption: "", content: .kaplanMeier(plan)), from: "", in: figures)
        root.add(figures)
        root.add("figures", listing: items, shapedLike: shape, from: "/figures")
    }

    private func figure(
        _ figure: FigureResult, from pointer: String, in figures: TemplateContext
    ) -> TemplateContext {
        var place = self.place(figure.id, in: figures)
        let placement = Placement(.figure, figure.id)
        place.place(as: placement)
        place.add("reference", .text(reference(to: placement)), from: pointer)
        place.add("caption", .text(figure.caption), from: pointer + "/caption")
        switch figure.content {
        case .kaplanMeier: place.add("kind", .text("kaplan-meier"), from: pointer + "/content/kind")
        default: break
        }
        return place
    }

    /// The first figure that draws a comparison, with the letter of its panel: `Figure 1A`.
    func figureReference(to comparison: String) -> String? {
        for figure in results.figures {
            switch figure.content {
            case .kaplanMeier(let plan):
                guard let panel = plan.panels.firstIndex(where: { $0.comparison == comparison }) else { continue }
                return reference(to: Placement(.figure, figure.id), panel: plan.panels.count > 1 ? panel : nil)
            default: continue
            }
        }
        return nil
    }
}
