import Results
import Styling
import Templating

/// Forest plots (`figure.forest.ecog_group.0.hazard-ratio`), flow charts (`figure.flow.included`), and tests of
/// proportional hazards (`figure.residuals.global`).
extension ResultNaming {
    private static let forestWords: Set<String> = [
        "reference", "caption", "kind", "endpoint", "treatment", "compared-with", "overall", "subgroups", "different",
        "not-estimable",
    ]

    func add(_ plot: ForestPlot, to place: inout TemplateContext, from pointer: String) {
        let endpoint = results.endpoints.first { $0.id == plot.endpoint }
        place.add("endpoint", .text(endpoint?.short ?? plot.endpoint), from: pointer + "/endpoint")
        place.add("treatment", .text(plot.treatment), from: pointer + "/treatment")
        place.add("compared-with", .text(plot.reference), from: pointer + "/reference")
        place.add(
            effect(plot.overall, segment: "overall", label: "", of: plot, from: pointer + "/overall", in: place))
        let items = located(plot.variables, in: pointer + "/variables").map {
            variable($1, of: plot, from: $0, in: place)
        }
        for item in items { place.insert(item) }
        let shape = variable(.shape, of: .shape, from: "", in: place)
        place.add("subgroups", listing: items, shapedLike: shape, from: pointer + "/variables")
        let different = zip(plot.variables, items).filter {
            ($0.0.analysis.interaction.pValue).map { $0 < 0.05 } ?? false
        }
        let isOpen = plot.variables.contains { $0.analysis.interaction.isWithheld }
        place.add(
            "different", listing: different.map(\.1), shapedLike: shape, from: pointer + "/variables",
            withheld: isOpen ? words.withheld : nil)
        // Subgroups whose effect does not exist; the figure keeps their rows.
        let missing = zip(plot.variables, items).flatMap { variable, item in
            zip(variable.analysis.subgroups, item["levels"]?.items ?? [])
                .filter { effect, _ in
                    let ratio = effect.coefficients.first?.hazardRatio
                    return ratio?.value == nil && ratio?.isWithheld != true
                }.map(\.1)
        }
        let levelShape = shape["levels"]?.items?.first
        place.add("not-estimable", listing: missing, shapedLike: levelShape, from: pointer + "/variables")
    }

    private func variable(
        _ variable: ForestPlot.Variable, of plot: ForestPlot, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        self.place(variable.analysis.by, in: parent, besides: Self.forestWords).filledLater { [self] place in
            place.add("label", .text(variable.label), from: pointer + "/label")
            var interaction = self.place("interaction", in: place)
            add(variable.analysis.interaction, to: &interaction, from: pointer + "/analysis/interaction")
            place.add(interaction)
            let levels = variable.analysis.subgroups.enumerated().map { index, subgroup in
                let label = variable.levelLabels.at(index) ?? subgroup.level
                return effect(
                    subgroup, segment: subgroup.level, label: label, of: plot,
                    from: "\(pointer)/analysis/subgroups/\(index)", in: place
                ).filledLater { $0.add("variable", .text(variable.label), from: pointer + "/label") }
            }
            for level in levels { place.insert(level) }
            place.add("levels", listing: levels, from: pointer + "/analysis/subgroups")
        }
    }

    private func effect(
        _ effect: SubgroupEffect?, segment: String, label: String, of plot: ForestPlot, from pointer: String,
        in parent: TemplateContext
    ) -> TemplateContext {
        self.place(segment, in: parent, besides: ["label", "interaction", "levels"]).filledLater { [self] place in
            place.add("label", .text(label), from: pointer + "/level")
            let none = TemplateValue.absent(reason: words.notStated)
            place.add("n", effect.map { count($0.n) } ?? none, from: pointer + "/n")
            place.add("events", effect.map { count($0.events) } ?? none, from: pointer + "/events")
            var ratio = self.place("hazard-ratio", in: place)
            add(
                effect?.coefficients.first, labelled: (plot.treatment, plot.reference), to: &ratio,
                from: pointer + "/coefficients/0")
            place.add(ratio)
        }
    }

    // MARK: Flow chart

    func add(_ chart: FlowChart, to place: inout TemplateContext, from pointer: String) {
        let stages = located(chart.stages, in: pointer + "/stages").enumerated().map { index, item in
            stage(item.value, String(index + 1), from: item.pointer, in: self.place("stages", in: place))
        }
        var list = self.place("stages", in: place)
        for stage in stages { list.add(stage) }
        list.list(
            stages, shapedLike: stage(.init(label: "", n: 0, left: []), "1", from: "", in: list),
            from: pointer + "/stages")
        place.add(list)
        let (first, last) = (chart.stages.first, chart.stages.last)
        let none = TemplateValue.absent(reason: words.notStated)
        place.add("assessed", first.map { count($0.n) } ?? none, from: pointer + "/stages/0/n")
        place.add(
            "included", last.map { count($0.n) } ?? none, from: "\(pointer)/stages/\(max(0, chart.stages.count - 1))/n")
        let left = chart.stages.flatMap(\.left).map(\.n).reduce(0, +)
        place.add("excluded", count(left), from: pointer + "/stages")
        let reasons = stages.flatMap { $0["reasons"]?.items ?? [] }
        place.add(
            "reasons", listing: reasons, shapedLike: reason(.init(label: "", n: 0), 0, from: "", in: place),
            from: pointer + "/stages")
    }

    private func stage(
        _ stage: FlowChart.Stage, _ segment: String, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        var place = self.place(segment, in: parent)
        place.add("label", .text(stage.label), from: pointer + "/label")
        place.add("n", count(stage.n), from: pointer + "/n")
        let reasons = stage.left.enumerated().map {
            reason($1, $0, from: "\(pointer)/left/\($0)", in: place)
        }
        place.add(
            "reasons", listing: reasons, shapedLike: reason(.init(label: "", n: 0), 0, from: "", in: place),
            from: pointer + "/left")
        return place
    }

    private func reason(
        _ reason: FlowChart.Reason, _ index: Int, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        var place = self.place("reasons", String(index + 1), in: parent)
        place.add("label", .text(reason.label), from: pointer + "/label")
        place.add("n", count(reason.n), from: pointer + "/n")
        return place
    }

    // MARK: Proportional hazards

    func add(_ plot: ResidualPlot, to place: inout TemplateContext, from pointer: String) {
        var global = self.place("global", in: place)
        add(plot.test.global, to: &global, from: pointer + "/test/global")
        place.add(global)
        func term(_ term: ProportionalHazardsResult.Term, _ source: String) -> TemplateContext {
            var item = self.place(
                term.name, in: place, besides: ["reference", "caption", "kind", "global", "panels", "terms"])
            item.add("label", .text(variableLabel(term.name)), from: source + "/name")
            add(term.test, to: &item, from: source + "/test")
            return item
        }
        var panels = self.place("panels", in: place)
        func panel(_ label: String, _ coefficient: Double?, _ index: Int) -> TemplateContext {
            var item = self.place(String(index + 1), in: panels)
            item.add("label", .text(label), from: "\(pointer)/panels/\(index)/label")
            item.add("coefficient", number(coefficient, decimals: 2), from: "\(pointer)/panels/\(index)/coefficient")
            return item
        }
        let items = plot.panels.enumerated().map { panel($1.label, $1.coefficient, $0) }
        for item in items { panels.add(item) }
        panels.list(items, shapedLike: panel("", nil, 0), from: pointer + "/panels")
        place.add(panels)
        let terms = located(plot.test.terms, in: pointer + "/test/terms").map { term($1, $0) }
        for item in terms { place.insert(item) }
        place.add(
            "terms", listing: terms, shapedLike: term(.init(name: "?", test: .shape), ""), from: pointer + "/test/terms"
        )
    }
}

extension ForestPlot {
    static let shape = ForestPlot(
        endpoint: "?", treatment: "", reference: "", overall: nil, overallCounts: [], variables: [], favours: [],
        axis: [], showsInteraction: false, population: "all")
}

extension ForestPlot.Variable {
    static let shape = ForestPlot.Variable(
        label: "", levelLabels: [""], counts: [],
        analysis: SubgroupAnalysis(
            treatment: "?", by: "?", interaction: .shape, interactionWald: .shape, logLikelihoodMain: 0,
            logLikelihoodInteraction: 0,
            subgroups: [SubgroupEffect(level: "?", n: 0, events: 0, coefficients: [], notes: [])]),
        missing: 0)
}
