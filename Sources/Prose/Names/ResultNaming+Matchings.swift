import Results
import Styling
import Templating

/// Populations made by matching or weighting: `matching.matched.pairs`, and the list `matchings`.
extension ResultNaming {
    func addMatchings(to root: inout TemplateContext) {
        var all = place("matching", in: root)
        let items = located(results.matchings, in: "/matchings").map { matching($1, from: $0, in: all) }
        for item in items { all.add(item) }
        root.add(all)
        root.add(
            "matchings", listing: items, shapedLike: matching(.shape, from: "", in: all), from: "/matchings")
    }

    private func matching(
        _ matched: MatchedPopulation, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        self.place(matched.id, in: parent).filledLater { [self] place in
            place.add("label", .text(matched.label), from: pointer + "/label")
            place.add("is-matched", .flag(matched.matching != nil), from: pointer + "/matching")
            place.add("missing", count(matched.missing), from: pointer + "/missing")
            place.add(
                "weighting", text(matched.weighting, or: words.notApplicable), from: pointer + "/weighting")
            let summary = matched.matching
            let language = vocabulary(for: results.study.language)
            let source = pointer + "/matching"
            let none = TemplateValue.absent(reason: words.notApplicable)
            for (name, n, key) in [
                ("pairs", summary?.sets, "sets"), ("treated", summary?.treated, "treated"),
                ("controls", summary?.controls, "controls"),
                ("matched-treated", summary?.matchedTreated, "matchedTreated"),
                ("matched-controls", summary?.matchedControls, "matchedControls"),
            ] {
                place.add(name, n.map(count) ?? none, from: "\(source)/\(key)")
            }
            for (name, arm, key) in [
                ("treated-group", matched.treated, "treated"), ("control-group", matched.control, "control"),
            ] {
                let label = matched.scores.first { $0.arm == arm }?.label ?? arm
                place.add(name, .text(label), from: "\(pointer)/\(key)")
            }
            place.add(
                "method", text(summary.map(language.matchingMethod), or: words.notApplicable), from: source + "/method")
            place.add("caliper", number(summary?.caliperWidth, decimals: 2), from: source + "/caliperWidth")
            place.add(
                "largest-distance", number(summary?.largestDistance, decimals: 2), from: source + "/largestDistance")
            let covariates = matched.covariateLabels.enumerated().map { index, label in
                var item = self.place("covariates", String(index + 1), in: place)
                item.add("label", .text(label), from: "\(pointer)/covariateLabels/\(index)")
                return item
            }
            var shape = self.place("covariates", "1", in: place)
            shape.add("label", .text(""))
            place.add("covariates", listing: covariates, shapedLike: shape, from: pointer + "/covariates")
            addLargest(
                "largest-difference-before", of: matched.balance.before, to: &place, from: pointer + "/balance/before")
            addLargest(
                "largest-difference-after", of: matched.balance.after, to: &place, from: pointer + "/balance/after")
            let differences = located(matched.balance.before, in: pointer + "/balance/before").enumerated().map {
                index, row in
                var item = self.place("differences", String(index + 1), in: place)
                let label = matched.balanceLabels.at(index) ?? row.value.name
                item.add("label", .text(label), from: "\(pointer)/balanceLabels/\(index)")
                addDifference("before", of: row.value, to: &item, from: row.pointer)
                addDifference(
                    "after", of: matched.balance.after.at(index), to: &item, from: "\(pointer)/balance/after/\(index)")
                return item
            }
            var list = self.place("differences", in: place)
            var differenceShape = self.place("differences", "1", in: place)
            differenceShape.add("label", .text(""))
            for name in ["before", "after"] { addDifference(name, of: nil, to: &differenceShape, from: "") }
            for item in differences { list.add(item) }
            list.list(differences, shapedLike: differenceShape, from: pointer + "/balance/before")
            place.add(list)
            addSensitivity(of: matched, to: &place, from: pointer + "/sensitivity")
        }
    }

    /// The largest absolute standardised difference.
    private func addLargest(
        _ name: String, of rows: [BalanceRow], to place: inout TemplateContext, from pointer: String
    ) {
        let sizes = rows.map { $0.difference.map(abs) }
        let largest = sizes.compactMap(\.self).max()
        let value = largest.map { TemplateValue.number($0, printed: style.standardizedDifference($0)) }
        let index = sizes.firstIndex { $0 == largest } ?? 0
        place.add(
            name, value ?? missing(results.privacy != nil && !rows.isEmpty), from: "\(pointer)/\(index)/difference")
    }

    private func addDifference(
        _ name: String, of row: BalanceRow?, to place: inout TemplateContext, from pointer: String
    ) {
        let size = row?.difference.map(abs)
        let value = size.map { TemplateValue.number($0, printed: style.standardizedDifference($0)) }
        place.add(name, value ?? missing(results.privacy != nil && row != nil), from: pointer + "/difference")
    }

    private func addSensitivity(
        of matched: MatchedPopulation, to parent: inout TemplateContext, from pointer: String
    ) {
        var all = place("sensitivity", in: parent)
        func item(_ entry: EndpointSensitivity, from source: String) -> TemplateContext {
            var place = self.place(entry.endpoint, in: all, besides: ["count"])
            let sensitivity = entry.sensitivity
            let endpoint = results.endpoints.first { $0.id == entry.endpoint }
            place.add("label", .text(endpoint?.short ?? entry.endpoint), from: source + "/endpoint")
            place.add("orders", count(sensitivity.orders), from: source + "/sensitivity/orders")
            // Where small counts are withheld, so may be what the orders gave.
            let isWithheld = results.privacy != nil && sensitivity.hazardRatio == nil
            place.add(
                "share-significant", isWithheld ? withheld : percent(sensitivity.shareSignificant),
                from: source + "/sensitivity/shareSignificant")
            for (name, key, spread, write) in [
                ("hazard-ratio", "hazardRatio", sensitivity.hazardRatio, { [style] in style.ratio($0) }),
                ("p", "pValue", sensitivity.pValue, { [style] in style.pValue($0, kind: .other) }),
                ("pairs", "sets", sensitivity.sets, { [style] in style.number($0, decimals: 0) }),
            ] as [(String, String, TieOrderSensitivity.Spread?, (Double) -> String)] {
                var range = self.place(name, in: place)
                for (end, value) in [
                    ("minimum", spread?.minimum), ("median", spread?.median), ("maximum", spread?.maximum),
                ] {
                    range.add(
                        end, value.map { .number($0, printed: write($0)) } ?? missing(isWithheld),
                        from: "\(source)/sensitivity/\(key)/\(end)")
                }
                place.add(range)
            }
            return place
        }
        let items = located(matched.sensitivity, in: pointer).map { item($1, from: $0) }
        for item in items { all.add(item) }
        all.list(
            items, shapedLike: item(EndpointSensitivity(endpoint: "?", sensitivity: .shape), from: ""), from: pointer)
        parent.add(all)
    }
}

extension MatchedPopulation {
    static let shape = MatchedPopulation(
        id: "?", label: "", treated: "", control: "", covariates: [], covariateLabels: [], missing: 0,
        propensity: LogisticModelFit(
            n: 0, outcomes: 0, trials: 0, coefficients: [], terms: [], logLikelihood: 0, deviance: 0, nullDeviance: 0,
            akaike: 0, areaUnderCurve: .shape, level: 0.95, notes: []),
        matching: nil, weighting: nil,
        balance: BalanceTable(
            definition: .focalGroup, before: [], after: [], effectiveTreated: nil, effectiveControl: nil),
        balanceLabels: [], binEdges: [], scores: [], sensitivity: [], notes: [])
}

extension TieOrderSensitivity {
    static let shape = TieOrderSensitivity(
        orders: 0, seed: 0, estimated: 0, sets: nil, hazardRatio: nil, pValue: nil, shareSignificant: nil)
}
