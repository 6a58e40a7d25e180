import Results
import Styling
import Templating

/// Cumulative incidences of endpoints with competing events: `incidence.relapse.IO+T.rate.12`, and the list
/// `incidences`.
extension ResultNaming {
    func addIncidences(to root: inout TemplateContext) {
        let all = place("incidence", in: root)
        var tree = all
        let items = located(results.incidences, in: "/incidences").map { incidence($1, from: $0, in: all) }
        for item in items { tree.insert(item) }
        root.add(tree)
        root.add(
            "incidences", listing: items, shapedLike: incidence(.shape, from: "", in: all), from: "/incidences")
    }

    private static let incidenceWords: Set<String> = [
        "label", "short", "is-first", "is-compared", "has-late-entry", "figures", "groups", "gray",
        "subdistribution-hazard-ratio", "cause-specific-hazard-ratio",
    ]

    private func incidence(
        _ comparison: IncidenceComparison, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        let segments = comparison.id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return TemplateContext(ResultName(parent.name.segments + segments)).filledLater { [self] place in
            let endpoint = results.endpoints.first { $0.id == comparison.endpoint }
            place.add("label", .text(endpoint?.label ?? comparison.endpoint), from: pointer + "/endpoint")
            place.add("short", .text(endpoint?.short ?? comparison.endpoint), from: pointer + "/endpoint")
            let isFirst = results.incidences.first { $0.endpoint == comparison.endpoint }?.id == comparison.id
            place.add("is-first", .flag(isFirst), from: pointer + "/id")
            let tests = results.incidences.filter { $0.endpoint == comparison.endpoint }.compactMap(\.gray)
            place.add("is-compared", .flag(!tests.isEmpty), from: pointer + "/endpoint")
            let isLate = tests.contains { $0.notes.contains { $0.kind == .lateEntry } }
            place.add("has-late-entry", .flag(isLate), from: pointer + "/endpoint")
            addFigures(drawing: comparison.id, to: &place)
            let groups = located(comparison.groups, in: pointer + "/groups").map {
                group($1, of: comparison, unit: endpoint?.unit ?? .months, from: $0, in: place, comparedAt: pointer)
            }
            for group in groups { place.insert(group) }
            place.add(
                "groups", listing: groups,
                shapedLike: group(.shape, of: .shape, unit: .months, from: "", in: place, comparedAt: ""),
                from: pointer + "/groups")
            var gray = self.place("gray", in: place)
            add(comparison.gray, to: &gray, from: pointer + "/gray")
            place.add(gray)
            // Between two groups no group's name is needed.
            let compared =
                comparison.groups.count == 2 ? comparison.groups.first { isCompared($0.id, in: comparison) } : nil
            addHazardRatios(of: compared?.id, in: comparison, to: &place, from: pointer)
            addWaldTests(of: comparison, to: &place, from: pointer)
        }
    }

    private func group(
        _ group: IncidenceGroup, of comparison: IncidenceComparison, unit: TimeUnit, from pointer: String,
        in parent: TemplateContext, comparedAt: String
    ) -> TemplateContext {
        self.place(group.id, in: parent, besides: Self.incidenceWords).filledLater { [self] place in
            place.add("label", .text(group.label), from: pointer + "/label")
            place.add("n", count(group.n), from: pointer + "/n")
            place.add("events", count(group.events), from: pointer + "/events")
            place.add("competing", count(group.competing), from: pointer + "/competing")
            place.add(
                "end", percent(group.curve.incidence.last),
                from: "\(pointer)/curve/incidence/\(max(0, group.curve.incidence.count - 1))")
            var rates = self.place("rate", in: place)
            func rate(_ rate: LandmarkRate, from source: String) -> TemplateContext {
                var item = self.place(segment(of: rate.time), in: rates)
                add(rate.estimate, as: .percent, to: &item, from: source + "/estimate")
                item.add("group", .text(group.label), from: source)
                item.add("when", .number(rate.time, printed: when(rate.time, unit)), from: source + "/time")
                addDifference(
                    of: group.id, at: rate.time, among: comparison.rateDifferences, to: &item, from: comparedAt)
                return item
            }
            let items = located(group.rates, in: pointer + "/rates").map { rate($1, from: $0) }
            for item in items { rates.add(item) }
            place.add(rates)
            place.add("rates", listing: items, shapedLike: rate(.shape, from: ""), from: pointer + "/rates")
            addHazardRatios(of: group.id, in: comparison, to: &place, from: comparedAt)
        }
    }

    private func isCompared(_ group: String, in comparison: IncidenceComparison) -> Bool {
        comparison.causeSpecific?.coefficients.contains { $0.column.parts.first?.level == group } ?? false
    }

    /// The tests of all groups at once in both models.
    private func addWaldTests(
        of comparison: IncidenceComparison, to place: inout TemplateContext, from pointer: String
    ) {
        for (segment, test, key) in [
            ("subdistribution-hazard-ratio", comparison.subdistribution?.wald, "subdistribution"),
            ("cause-specific-hazard-ratio", comparison.causeSpecific?.wald, "causeSpecific"),
        ] {
            guard var ratio = place[segment] else { continue }
            var wald = self.place("wald", in: ratio)
            add(test, to: &wald, from: "\(pointer)/\(key)/wald")
            ratio.add(wald)
            place.add(ratio)
        }
    }

    /// A group's hazard ratios against the reference group; those of the reference group itself are absent.
    private func addHazardRatios(
        of group: String?, in comparison: IncidenceComparison, to place: inout TemplateContext, from pointer: String
    ) {
        var subdistribution = self.place("subdistribution-hazard-ratio", in: place)
        let fit = comparison.subdistribution
        let position = fit?.coefficients.firstIndex { $0.column.parts.first?.level == group }
        let fitted = position.flatMap { fit?.coefficients[$0] }
        add(
            fitted?.hazardRatio, as: .ratio, to: &subdistribution,
            from: "\(pointer)/subdistribution/coefficients/\(position ?? 0)/hazardRatio")
        let p = fitted?.pValue.map { TemplateValue.number($0, printed: style.pValue($0, kind: .other)) }
        subdistribution.add(
            "p", p ?? (fitted?.hazardRatio.isWithheld == true ? withheld : .absent(reason: words.notCompared)),
            from: "\(pointer)/subdistribution/coefficients/\(position ?? 0)/pValue")
        place.add(subdistribution)
        var specific = self.place("cause-specific-hazard-ratio", in: place)
        let coefficients = comparison.causeSpecific?.coefficients ?? []
        let index = coefficients.firstIndex { $0.column.parts.first?.level == group }
        let reference = index.flatMap { coefficients[$0].column.parts.first?.reference }
        func label(_ id: String?) -> String { comparison.groups.first { $0.id == id }?.label ?? id ?? "" }
        add(
            index.map { coefficients[$0] }, labelled: (label(group), label(reference)), to: &specific,
            from: "\(pointer)/causeSpecific/coefficients/\(index ?? 0)")
        place.add(specific)
    }
}

extension IncidenceComparison {
    static let shape = IncidenceComparison(
        id: "?", endpoint: "?", population: "all", grouping: nil, groups: [], gray: nil, subdistribution: nil,
        causeSpecific: nil)
}

extension IncidenceGroup {
    static let shape = IncidenceGroup(
        id: "?", label: "", n: 0, events: 0, competing: 0, missing: 0,
        curve: CumulativeIncidenceCurve(
            cause: 1, n: 0, events: 0, competingEvents: 0, time: [], atRisk: [], eventsAtTime: [], competingAtTime: [],
            censoredAtTime: [], incidence: [], standardError: [], lower: [], upper: [], level: 0.95,
            transform: .logLog, variance: .aalen, notes: []),
        curveUnit: .days, rates: [.shape], notes: [])
}
