extension Comparison {
    /// The report as a terminal shows it.
    ///
    /// Important changes are listed with the places that print them; of the others the largest, or with `all` each of
    /// them.
    public func report(for terminal: TerminalText, all: Bool) -> String {
        TerminalReport(comparison: self, terminal: terminal, listsAll: all).lines.joined(separator: "\n") + "\n"
    }

    /// The few lines that a rebuild prints; none where nothing changed that anybody can see.
    public func shortReport(for terminal: TerminalText, seeAlso command: String) -> String {
        let words = ComparisonWords()
        guard !changes.filter(\.isVisible).isEmpty || !appeared.isEmpty || !vanished.isEmpty else { return "" }
        let important = changes.filter { $0.importance.isImportant }
        var lines = [
            terminal.set("since the previous bundle: \(words.summary(self))", important.isEmpty ? .faint : .bold)
        ]
        for change in important.prefix(Self.shortestList) {
            let facts = change.facts.map { words.fact($0, of: change) }.joined(separator: "; ")
            let text = "\(change.label): \(change.old) \(words.arrow) \(change.new) (\(facts))"
            lines += terminal.wrapped(text, indent: 4, first: 2)
        }
        let more = important.count - Self.shortestList
        lines.append("  " + (more > 0 ? "and \(more) more important ones; " : "") + "all of it: \(command)")
        return lines.joined(separator: "\n") + "\n"
    }

    private static var shortestList: Int { 5 }
}

/// The report of a comparison, line by line.
private struct TerminalReport {
    let comparison: Comparison
    let terminal: TerminalText
    let listsAll: Bool
    private let words = ComparisonWords()

    init(comparison: Comparison, terminal: TerminalText, listsAll: Bool) {
        self.comparison = comparison
        self.terminal = terminal
        self.listsAll = listsAll
    }

    private static let longestList = 15

    var lines: [String] {
        var lines = head
        for importance in Importance.allCases {
            let changes = comparison.changes(importance).filter(\.isVisible)
            guard !changes.isEmpty else { continue }
            lines += ["", heading(importance, count: changes.count)]
            lines += importance == .other ? others(changes) : changes.flatMap(detailed)
        }
        return lines + sentences + unpaired + cells + foot
    }

    private var head: [String] {
        var lines = [terminal.set(terminal.cut(comparison.title, to: terminal.width), .bold)]
        let sides = [
            ("old", comparison.oldName, comparison.oldPatients), ("new", comparison.newName, comparison.newPatients),
        ]
        lines += sides.map { "\($0)  \($1) (\(words.counted($2, "patient", "patients")))" }
        if !comparison.inputs.isEmpty {
            let files = comparison.inputs.map(words.input).joined(separator: ", ")
            lines += terminal.wrapped("files that differ: \(files)", indent: 2, first: 0)
        }
        if comparison.oldProgram != comparison.newProgram {
            lines.append("programs: \(comparison.oldProgram) \(words.arrow) \(comparison.newProgram)")
        }
        if let withholding = comparison.withholding { lines += terminal.wrapped(withholding, indent: 2, first: 0) }
        if let refresh = comparison.refresh {
            lines += terminal.wrapped("data: \(words.refresh(refresh))", indent: 2, first: 0)
        }
        return lines + [""] + terminal.wrapped(words.summary(comparison), indent: 2, first: 0)
    }

    private func heading(_ importance: Importance, count: Int) -> String {
        let text = "\(words.heading(importance, significance: comparison.significance)) (\(count))"
        return terminal.set(text, importance.isImportant ? .alarm : .bold)
    }

    // MARK: Changes

    private func detailed(_ change: ResultChange) -> [String] {
        var lines = terminal.wrapped(change.label, indent: 4, first: 2).map { terminal.set($0, .bold) }
        lines += beforeAndAfter(change)
        let further = change.facts.filter { $0 != change.importance && $0 != .test }
            .map { words.fact($0, of: change) }
        if !further.isEmpty {
            lines += terminal.wrapped("also: \(further.joined(separator: "; "))", indent: 6, first: 4)
        }
        if let causes = words.causes(of: change) { lines += terminal.wrapped(causes, indent: 6, first: 4) }
        for place in shown(change.places) {
            lines.append(terminal.set("    " + terminal.cut(place.text, to: terminal.width - 4), .faint))
        }
        return lines
    }

    private func beforeAndAfter(_ change: ResultChange) -> [String] {
        let (old, new) = (change.oldText, change.newText)
        let columns = [old, words.arrow, new].map { TerminalText.columns(of: $0) }.reduce(0, +) + 6
        if columns <= terminal.width {
            return ["    \(terminal.set(old, .old)) \(words.arrow) \(terminal.set(new, .new))"]
        }
        return terminal.wrapped(old, indent: 6, first: 4).map { terminal.set($0, .old) }
            + terminal.wrapped("\(words.arrow) \(new)", indent: 6, first: 4).map { terminal.set($0, .new) }
    }

    /// Tables and figures, then sentences, five at most.
    private func shown(_ places: [PrintedPlace]) -> [PrintedPlace] {
        let figures = places.filter { $0.kind != .sentence }
        return Array((figures + places.filter { $0.kind == .sentence }).prefix(5))
    }

    /// One line each: name, old and new, size; the places' numbers where there is room.
    private func others(_ changes: [ResultChange]) -> [String] {
        let shown = listsAll ? changes[...] : changes.prefix(Self.longestList)
        var lines = shown.flatMap { change -> [String] in
            var tail = [words.size(change.size), words.causes(of: change) ?? ""]
            var references: [String] = []
            for place in change.places where place.kind != .sentence && !references.contains(place.reference) {
                references.append(place.reference)
            }
            if change.places.contains(where: { $0.kind == .sentence }) { references.append("text") }
            tail.append(references.joined(separator: ", "))
            let end = tail.filter { !$0.isEmpty }.joined(separator: ", ")
            let text = "\(change.label): \(change.old) \(words.arrow) \(change.new)" + (end.isEmpty ? "" : " [\(end)]")
            return terminal.wrapped(text, indent: 4, first: 2)
        }
        if shown.count < changes.count { lines.append("  … and \(changes.count - shown.count) more: --all lists them") }
        return lines
    }

    // MARK: The rest

    private var sentences: [String] {
        guard !comparison.sentences.isEmpty else { return [] }
        var lines = ["", terminal.set("Sentences with other words (\(comparison.sentences.count))", .bold)]
        for change in comparison.sentences {
            if !change.heading.isEmpty { lines.append("  \(change.heading)") }
            let parts = [("-", change.old, TerminalText.Look.old), ("+", change.new, .new)]
            for (sign, text, look) in parts {
                guard let text else { continue }
                lines += terminal.wrapped("\(sign) \(text)", indent: 6, first: 4).map { terminal.set($0, look) }
            }
        }
        return lines
    }

    private var unpaired: [String] {
        list("New results", comparison.appeared) + list("Results that are gone", comparison.vanished)
    }

    private func list(_ title: String, _ results: [UnpairedResult]) -> [String] {
        guard !results.isEmpty else { return [] }
        let shown = listsAll ? results[...] : results.prefix(Self.longestList)
        var lines = ["", terminal.set("\(title) (\(results.count))", .bold)]
        lines += shown.flatMap { terminal.wrapped("\($0.label): \($0.printed)", indent: 4, first: 2) }
        if shown.count < results.count { lines.append("  … and \(results.count - shown.count) more: --all lists them") }
        return lines
    }

    /// Cells that no named result explains.
    private var cells: [String] {
        let cells = comparison.cells
        guard !cells.isEmpty else { return [] }
        guard listsAll else {
            return [
                "",
                "\(words.counted(cells.count, "further cell", "further cells")) of tables changed: --all lists them",
            ]
        }
        return ["", terminal.set("Further cells that changed (\(cells.count))", .bold)]
            + cells.flatMap {
                terminal.wrapped("\($0.label): \($0.old) \(words.arrow) \($0.new)", indent: 4, first: 2)
            }
    }

    private var foot: [String] {
        var lines: [String] = []
        let hidden = comparison.changes.count { !$0.isVisible }
        if hidden > 0 {
            lines += [
                "", "\(words.counted(hidden, "result differs", "results differ")) only beyond the printed digits.",
            ]
        }
        if !comparison.steps.isEmpty { lines += [""] + terminal.wrapped(words.attributionRule, indent: 0) }
        return lines
    }
}
