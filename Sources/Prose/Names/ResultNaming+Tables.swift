import Results
import Styling
import Templating

/// Tables (`table.baseline`), and the lists `tables` and `baseline-tables`.
extension ResultNaming {
    func addTables(to root: inout TemplateContext) {
        var tables = place("table", in: root)
        let items = located(results.tables, in: "/tables").map { table($1, from: $0, in: tables) }
        for item in items { tables.add(item) }
        root.add(tables)
        func list(_ name: String, like content: TableResult.Content, where belongs: (TableResult.Content) -> Bool) {
            let chosen = zip(results.tables, items).filter { belongs($0.0.content) }.map(\.1)
            let shape = table(TableResult(id: "?", caption: "", content: content), from: "", in: tables)
            root.add(name, listing: chosen, shapedLike: shape, from: "/tables")
        }
        list("tables", like: .baseline(.shape)) { _ in true }
        list("baseline-tables", like: .baseline(.shape)) { if case .baseline = $0 { true } else { false } }
        list("response-tables", like: .response(.shape)) { if case .response = $0 { true } else { false } }
        list("paired-tables", like: .paired(.shape)) { if case .paired = $0 { true } else { false } }
        list("safety-tables", like: .adverseEvents(.shape)) { if case .adverseEvents = $0 { true } else { false } }
        list("cox-tables", like: .cox(.shape)) { if case .cox = $0 { true } else { false } }
        list("logistic-tables", like: .logistic(.shape)) { if case .logistic = $0 { true } else { false } }
        list("survival-tables", like: .survival(.shape)) {
            switch $0 {
            case .survival, .incidence: true
            default: false
            }
        }
        list("effect-tables", like: .effect(.shape)) { if case .effect = $0 { true } else { false } }
        list("matched-tables", like: .matchedBaseline(.shape)) {
            if case .matchedBaseline = $0 { true } else { false }
        }
    }

    private func table(
        _ table: TableResult, from pointer: String, in tables: TemplateContext
    ) -> TemplateContext {
        self.place(table.id, in: tables).filledLater { [self] place in
            let placement = Placement(.table, table.id)
            place.place(as: placement)
            place.add("reference", .text(reference(to: placement)), from: pointer)
            place.add("caption", .text(table.caption), from: pointer + "/caption")
            switch table.content {
            case .baseline(let baseline):
                place.add("kind", .text("baseline"), from: pointer + "/content/kind")
                add(baseline, to: &place, from: pointer + "/content")
            case .matchedBaseline(let matched):
                place.add("kind", .text("matched-baseline"), from: pointer + "/content/kind")
                for (segment, table) in [("before", matched.before), ("after", matched.after)] {
                    var part = self.place(segment, in: place)
                    add(table, to: &part, from: "\(pointer)/content/\(segment)")
                    place.add(part)
                }
            case .response(let response):
                place.add("kind", .text("response"), from: pointer + "/content/kind")
                add(response, to: &place, from: pointer + "/content")
            case .paired(let paired):
                place.add("kind", .text("paired"), from: pointer + "/content/kind")
                add(paired, to: &place, from: pointer + "/content")
            case .adverseEvents(let events):
                place.add("kind", .text("adverse-events"), from: pointer + "/content/kind")
                add(events, to: &place, from: pointer + "/content")
            case .cox(let cox):
                place.add("kind", .text("cox"), from: pointer + "/content/kind")
                add(cox, to: &place, from: pointer + "/content")
            case .survival: place.add("kind", .text("survival"), from: pointer + "/content/kind")
            case .incidence: place.add("kind", .text("incidence"), from: pointer + "/content/kind")
            case .logistic(let logistic):
                place.add("kind", .text("logistic"), from: pointer + "/content/kind")
                add(logistic, to: &place, from: pointer + "/content")
            case .effect(let effect):
                place.add("kind", .text("effect"), from: pointer + "/content/kind")
                add(effect, to: &place, from: pointer + "/content")
            }
        }
    }

    // MARK: Characteristics of the patients

    private static let baselineWords: Set<String> = [
        "reference", "caption", "kind", "variables", "compared", "imbalanced", "balanced", "untested",
    ]

    private func add(_ table: BaselineTable, to place: inout TemplateContext, from pointer: String) {
        let items = located(table.rows, in: pointer + "/rows").map { variable($1, of: table, from: $0, in: place) }
        for item in items { place.insert(item) }
        let shape = variable(.shape, of: .shape, from: "", in: place)
        let isOpen = table.rows.contains { $0.test?.isWithheld == true }
        func list(_ name: String, where belongs: (TestResult?) -> Bool) {
            let chosen = zip(table.rows, items).filter { belongs($0.0.test) }.map(\.1)
            let mark = isOpen && (name == "imbalanced" || name == "balanced") ? words.withheld : nil
            place.add(name, listing: chosen, shapedLike: shape, from: pointer + "/rows", withheld: mark)
        }
        list("variables") { _ in true }
        list("compared") { $0?.pValue != nil }
        list("imbalanced") { ($0?.pValue).map { $0 < 0.05 } ?? false }
        list("balanced") { ($0?.pValue).map { $0 >= 0.05 } ?? false }
        list("untested") { $0?.pValue == nil && $0?.isWithheld != true }
    }

    private static let variableWords: Set<String> = [
        "label", "summary", "p", "p-statement", "test", "statistic", "degrees-of-freedom", "difference", "levels",
        "groups",
        "group",
    ]

    private func variable(
        _ variable: BaselineVariable, of table: BaselineTable, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        self.place(variable.variable, in: parent, besides: Self.baselineWords).filledLater { [self] place in
            let label = style.label(variable.label, unit: variable.unit)
            place.add("label", .text(label), from: pointer + "/label")
            place.add("summary", .text(words.summary(variable.summary)), from: pointer + "/summary")
            add(variable.test, to: &place, from: pointer + "/test")
            let difference = variable.difference.map {
                TemplateValue.number($0, printed: style.standardizedDifference($0))
            }
            place.add("difference", difference ?? .absent(reason: words.notCompared), from: pointer + "/difference")
            let levels = located(variable.levels, in: pointer + "/levels").map {
                level($1, of: variable, in: table, from: $0, in: place)
            }
            for level in levels { place.insert(level) }
            let levelShape = level(
                BaselineVariable.Level(id: "?", label: "", counts: [0]), of: .shape, in: .shape, from: "", in: place)
            place.add("levels", listing: levels, shapedLike: levelShape, from: pointer + "/levels")
            let descriptions = table.columns.indices.map { index in
                description(of: variable, column: index, of: table, from: "\(pointer)/descriptions/\(index)", in: place)
            }
            let isContinuous = !variable.descriptions.isEmpty
            if isContinuous { for description in descriptions { place.insert(description) } }
            place.add(
                "groups", listing: isContinuous ? groups(descriptions, of: table) : [],
                shapedLike: description(of: .shape, column: 0, of: .shape, from: "", in: place),
                from: pointer + "/descriptions")
        }
    }

    /// The columns of the groups; where the table has only the total, that.
    private func groups(_ columns: [TemplateContext], of table: BaselineTable) -> [TemplateContext] {
        guard table.grouping != nil else { return columns }
        return zip(table.columns, columns).filter { $0.0.id != "total" }.map(\.1)
    }

    // MARK: Cells

    private func level(
        _ level: BaselineVariable.Level, of variable: BaselineVariable, in table: BaselineTable,
        from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        self.place(level.id, in: parent, besides: Self.variableWords).filledLater { [self] place in
            place.add("label", .text(level.label), from: pointer + "/label")
            let cells = table.columns.enumerated().map { index, column in
                var cell = self.place(column.id, in: place, besides: ["label", "groups"])
                let source = "\(pointer)/counts/\(index)"
                let n = level.counts.at(index)
                let total = denominator(variable, column: index, of: table)
                cell.add("group", .text(column.label), from: source)
                cell.add("n", n.map(count) ?? .absent(reason: words.notApplicable), from: source)
                let weighted = weightedShare(level, of: variable, column: index, in: table)
                let share =
                    weighted ?? n.map { percent($0, of: total) } ?? .absent(reason: words.notApplicable)
                cell.add("percent", share, from: weighted == nil ? source : "\(pointer)/weights/\(index)")
                // As in the table: of weighted patients the share alone.
                let full =
                    weighted.map { $0.printed ?? "" }
                    ?? n.map { style.count($0) + (share.exists ? " (\(share.printed ?? ""))" : "") }
                cell.add(
                    "full", weighted == nil && n?.isWithheld == true ? withheld : text(full, or: words.notApplicable),
                    from: source)
                return cell
            }
            for cell in cells { place.insert(cell) }
            place.add("groups", listing: groups(cells, of: table), from: pointer + "/counts")
        }
    }

    /// The share of a level among weighted patients; nil where all count the same.
    private func weightedShare(
        _ level: BaselineVariable.Level, of variable: BaselineVariable, column: Int, in table: BaselineTable
    ) -> TemplateValue? {
        guard let weight = level.weights?.at(column) else { return nil }
        let total: Double? =
            switch (variable.summary, table.denominator) {
            case (.responses, .responses): variable.levels.compactMap { $0.weights?.at(column) }.reduce(0, +)
            case (_, .known), (_, .responses): variable.knownWeights?.at(column)
            case (_, .all): table.columns[column].weight
            }
        guard let total, total > 0 else { return nil }
        return percent(weight / total)
    }

    /// What the percentages of a column are of, as the table has them.
    private func denominator(_ variable: BaselineVariable, column: Int, of table: BaselineTable) -> Int {
        switch (variable.summary, table.denominator) {
        case (.responses, .responses): variable.responses.at(column) ?? 0
        case (_, .known), (_, .responses): variable.known.at(column) ?? 0
        case (_, .all): table.columns[column].n
        }
    }

    private func description(
        of variable: BaselineVariable, column: Int, of table: BaselineTable, from pointer: String,
        in parent: TemplateContext
    ) -> TemplateContext {
        let group = table.columns[column]
        return self.place(group.id, in: parent, besides: Self.variableWords).filledLater { [self] place in
            let description = variable.descriptions.at(column) ?? .shape
            let decimals = style.decimals(of: variable)
            func add(_ name: String, _ x: Double?, _ key: String) -> TemplateValue {
                // Nobody has no median; else what is missing was withheld, as minima and maxima always are.
                let isWithheld = x == nil && results.privacy != nil && description.n != 0
                let value = isWithheld ? withheld : number(x, decimals: decimals)
                place.add(name, value, from: "\(pointer)/\(key)")
                return value
            }
            place.add("group", .text(group.label), from: pointer)
            place.add("n", count(description.n), from: pointer + "/n")
            let mean = add("mean", description.mean, "mean")
            let deviation = add("standard-deviation", description.standardDeviation, "standardDeviation")
            let minimum = add("minimum", description.minimum, "minimum")
            let lower = add("lower-quartile", description.lowerQuartile, "lowerQuartile")
            let median = add("median", description.median, "median")
            let upper = add("upper-quartile", description.upperQuartile, "upperQuartile")
            let maximum = add("maximum", description.maximum, "maximum")
            let parts =
                switch variable.summary {
                case .mean: [mean, deviation]
                case .range: [median, minimum, maximum]
                case .median, .levels, .responses: [median, lower, upper]
                }
            place.add("full", full(parts), from: pointer)
        }
    }

    /// The centre with the spread in brackets: `54.0 (47.0–61.0)`.
    private func full(_ parts: [TemplateValue]) -> TemplateValue {
        guard let centre = parts.first, centre.isNumber else { return missing(parts.first?.isWithheld ?? false) }
        let texts = parts.map { $0.printed ?? "" }
        let spread = texts.count == 3 ? interval(parts[1], parts[2]) : texts[1]
        return .text("\(texts[0]) (\(spread))")
    }
}
