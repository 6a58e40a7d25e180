import Results
import Styling
import Templating

/// Comparisons of survival, each under its own name (`pfs`), and the list `comparisons`.
extension ResultNaming {
    /// The words at the top of the tree, which no comparison may hide.
    private static let fixedWords: Set<String> = [
        "study", "provenance", "conventions", "privacy", "cohort", "arms", "comparisons", "table", "tables",
        "baseline-tables",
        "figure", "figures", "incidence", "incidences", "matching", "matchings", "response-tables", "safety-tables",
        "cox-tables", "logistic-tables", "survival-tables", "effect-tables", "matched-tables", "survival-figures",
        "balance-figures",
        "residual-figures", "forest-plots", "flow-charts", "paired-tables", "safety-figures", "patient-figures",
        "predicted-figures", "methods",
    ]

    func addSurvival(to root: inout TemplateContext) {
        let items = located(results.survival, in: "/survival").map { comparison($1, from: $0) }
        for item in items { root.insert(item) }
        root.add(
            "comparisons", listing: items, shapedLike: comparison(.shape, from: ""), from: "/survival")
    }

    private func comparison(_ comparison: SurvivalComparison, from pointer: String) -> TemplateContext {
        let segments = comparison.id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isFixed = Self.fixedWords.contains(segments[0]) || segments[0] == Self.detour
        let place = TemplateContext(ResultName((isFixed ? [Self.detour] : []) + segments))
        return place.filledLater { [self] place in
            addDescription(of: comparison, to: &place, from: pointer)

            let endpoint = results.endpoints.first { $0.id == comparison.endpoint }
            let unit = endpoint?.unit ?? comparison.overall.median.unit
            let groups = located(comparison.groups, in: pointer + "/groups").map {
                group($1, of: comparison, unit: unit, from: $0, in: place, comparedAt: pointer)
            }
            let overall = group(
                comparison.overall, of: comparison, unit: unit, from: pointer + "/overall", in: place,
                comparedAt: pointer)
            place.add("groups", listing: groups, shapedLike: overall, from: pointer + "/groups")
            for group in groups { place.insert(group) }
            place.insert(overall)

            var logRank = self.place("log-rank", in: place)
            add(comparison.logRank, to: &logRank, from: pointer + "/logRank")
            place.add(logRank)
            addContrasts(of: comparison, to: &place, from: pointer)
            place.add("longest-median", longestMedian(comparison), from: pointer + "/groups")
            addLandmarks(of: comparison, unit: unit, to: &place, from: pointer)
        }
    }

    private func addDescription(
        of comparison: SurvivalComparison, to place: inout TemplateContext, from pointer: String
    ) {
        let index = results.endpoints.firstIndex { $0.id == comparison.endpoint }
        let endpoint = index.map { results.endpoints[$0] }
        let source = index.map { "/endpoints/\($0)" } ?? ""
        let label = endpoint?.label ?? comparison.endpoint
        let isMain = comparison.id == comparison.endpoint
        let population = results.cohort.populations.first { $0.id == comparison.population }
        let populationLabel = population?.label ?? comparison.population
        let grouping = comparison.grouping.map(variableLabel)
        let title = words.title(
            label, by: isMain ? nil : grouping,
            in: isMain || comparison.population == "all" ? nil : populationLabel)
        place.add("title", .text(title), from: pointer + "/id")
        place.add("is-main", .flag(isMain), from: pointer + "/id")
        let first = results.survival.first { $0.endpoint == comparison.endpoint && $0.logRank != nil }
        place.add("is-first", .flag(first?.id == comparison.id), from: pointer + "/id")
        addStrata(endpoint?.strata ?? [], to: &place, from: endpoint?.strata == nil ? "/endpoints" : source + "/strata")
        let competes = results.incidences.contains { $0.endpoint == comparison.endpoint }
        place.add("is-abbreviated", .flag(endpoint?.isAbbreviated ?? false), from: source + "/short")
        place.add("is-named-after-event", .flag(endpoint?.isNamedAfterEvent ?? false), from: source + "/label")
        place.add("has-competing", .flag(competes), from: pointer + "/endpoint")
        place.add("label", .text(label), from: source + "/label")
        place.add("short", .text(endpoint?.short ?? comparison.endpoint), from: source + "/short")
        place.add("definition", text(endpoint?.definition, or: words.notStated), from: source + "/definition")
        let unit = endpoint?.unit ?? comparison.overall.median.unit
        place.add("unit", .text(words.unit(unit)), from: source + "/unit")
        place.add("unit-singular", .text(words.singular(unit)), from: source + "/unit")
        place.add("population", .text(populationLabel), from: pointer + "/population")
        place.add("grouping", text(grouping, or: words.notCompared), from: pointer + "/grouping")
        let figure = figureReference(to: comparison.id)
        addFigures(drawing: comparison.id, to: &place)
        place.add("figure", text(figure?.text, or: words.notDrawn), from: figure?.pointer ?? "/figures")
    }

    /// The variables by whose levels an analysis is stratified, as a list of labels.
    func addStrata(_ labels: [String], to place: inout TemplateContext, from pointer: String) {
        var strata = self.place("strata", in: place)
        func item(_ index: Int, _ label: String) -> TemplateContext {
            var item = self.place(String(index + 1), in: strata)
            item.add("label", .text(label), from: "\(pointer)/\(index)")
            return item
        }
        let items = labels.enumerated().map { item($0, $1) }
        for item in items { strata.add(item) }
        strata.list(items, shapedLike: item(0, ""), from: pointer)
        place.add(strata)
    }

    /// How a grouping variable is printed: by the label that a table gives it.
    func variableLabel(_ name: String) -> String {
        for case .baseline(let table) in results.tables.map(\.content) {
            if let row = table.rows.first(where: { $0.variable == name }) { return row.label }
        }
        return name
    }

    // MARK: Groups

    private static let comparisonWords: Set<String> = [
        "title", "is-main", "is-first", "is-abbreviated", "is-named-after-event", "has-competing", "figures", "strata",
        "further-tests", "label", "short", "definition", "unit", "unit-singular",
        "population",
        "grouping", "figure",
        "groups",
        "log-rank", "longest-median", "landmark", "landmarks", "hazard-ratio", "hazard-ratios", "robust-hazard-ratio",
        "tests",
        "restricted-mean-horizon",
    ]

    private func group(
        _ group: SurvivalGroup, of comparison: SurvivalComparison, unit: TimeUnit, from pointer: String,
        in parent: TemplateContext, comparedAt source: String
    ) -> TemplateContext {
        let isOverall = pointer.hasSuffix("/overall")
        let place =
            isOverall
            ? self.place("overall", in: parent)
            : self.place(group.id, in: parent, besides: Self.comparisonWords.union(["overall"]))
        return place.filledLater { [self] place in
            place.add("label", .text(group.label), from: pointer + "/label")
            place.add("n", count(group.n), from: pointer + "/n")
            place.add("events", count(group.events), from: pointer + "/events")
            place.add("events-percent", percent(group.events, of: group.n), from: pointer + "/events")
            place.add("censored", count(group.n - group.events), from: pointer + "/events")
            place.add("missing", count(group.missing), from: pointer + "/missing")
            addQuantile("median", group.median, isEmpty: group.n == 0, to: &place, from: pointer + "/median")
            addQuantile(
                "follow-up", group.medianFollowUp, isEmpty: group.n == 0, to: &place, from: pointer + "/medianFollowUp")
            place.add("shortest-time", time(group.shortestTime, in: unit, of: group), from: pointer + "/shortestTime")
            place.add("longest-time", time(group.longestTime, in: unit, of: group), from: pointer + "/longestTime")
            place.add(
                "end", percent(group.curve.survival.last),
                from: "\(pointer)/curve/survival/\(max(0, group.curve.survival.count - 1))")
            addRates(of: group, in: comparison, unit: unit, to: &place, from: pointer + "/rates", comparedAt: source)
            addContrasts(of: isOverall ? nil : group.id, in: comparison, to: &place, from: source)
        }
    }

    /// A quantile with its limits, its interval, and all of it in one: `12.6 months (95% CI 6.0–17.3)`.
    func addQuantile(
        _ segment: String, _ quantile: SurvivalQuantile, isEmpty: Bool, to parent: inout TemplateContext,
        from pointer: String
    ) {
        var place = self.place(segment, in: parent)
        // Of nobody there is no curve that could reach or not reach a level.
        let values = [quantile.value, quantile.lower, quantile.upper].map { point -> TemplateValue in
            isEmpty ? .absent(reason: words.notEstimable) : time(point, in: quantile.unit)
        }
        let interval = interval(values[1], values[2])
        let statement = style.confidenceStatement(quantile.level, interval)
        let main = values[0].printed ?? ""
        let withUnit = values[0].isNumber ? "\(main) \(words.unit(quantile.unit))" : main
        place.set(values[0], from: pointer + "/value")
        place.add("lower", values[1], from: pointer + "/lower")
        place.add("upper", values[2], from: pointer + "/upper")
        let isTold = !values[1].isWithheld || !values[2].isWithheld
        place.add("interval", isTold ? .text(interval) : withheld, from: pointer)
        let full = TemplateValue.text(isEmpty ? withUnit : "\(withUnit) (\(statement))")
        place.add("full", isTold || !values[0].isWithheld ? full : withheld, from: pointer)
        parent.add(place)
    }

    private func time(_ point: TimePoint, in unit: TimeUnit) -> TemplateValue {
        switch point {
        case .reached(let time) where time.isFinite: .number(time, printed: style.time(point, in: unit))
        case .reached: .absent(reason: words.notEstimable)
        case .notReached: .absent(reason: words.notReached)
        case .withheld: withheld
        }
    }

    /// The first or last time of a group, which is one patient's and so never told where counts are withheld.
    private func time(_ time: Double?, in unit: TimeUnit, of group: SurvivalGroup) -> TemplateValue {
        time.map { self.time(.reached($0), in: unit) } ?? missing(results.privacy != nil && group.n != 0)
    }

    /// Two limits in one text, the unit once; an end that isn't a number is joined by a word instead of a dash.
    func interval(_ lower: TemplateValue, _ upper: TemplateValue, unit: String = "") -> String {
        let (first, last) = (lower.printed ?? "", upper.printed ?? "")
        if !lower.isNumber, first == last { return first }
        return lower.isNumber && upper.isNumber
            ? style.interval(String(first.dropLast(unit.count)), last) : words.range(from: first, to: last)
    }

    /// The group whose median is longest, where every group's is reached and no other's is as long.
    private func longestMedian(_ comparison: SurvivalComparison) -> TemplateValue {
        if comparison.groups.contains(where: { $0.median.value == .withheld }) { return withheld }
        let medians = comparison.groups.map(\.median.value.time)
        let reached = medians.compactMap(\.self)
        guard reached.count == medians.count, reached.count > 1, let longest = reached.max(),
            reached.count(where: { $0 == longest }) == 1, let index = medians.firstIndex(of: longest)
        else { return .absent(reason: words.undetermined) }
        return .text(comparison.groups[index].label)
    }
}
