public import Documents
import Styling
import Tables

extension Comparison {
    /// Who a document about the changes is for.
    public enum Reader: Sendable {
        /// Who made them: everything.
        case analyst
        /// Who wrote the manuscript together: what they have to look at, in whole sentences.
        case coauthors
    }

    /// The report as a document; `figures` show old and new curves over one another.
    public func document(for reader: Reader, figures: [Figure] = []) -> Document {
        ChangeDocument(comparison: self, reader: reader, figures: figures).document
    }
}

/// Writes a comparison as a report or a letter.
private struct ChangeDocument {
    let comparison: Comparison
    let reader: Comparison.Reader
    let figures: [Figure]
    private let words = ComparisonWords()

    init(comparison: Comparison, reader: Comparison.Reader, figures: [Figure]) {
        self.comparison = comparison
        self.reader = reader
        self.figures = figures
    }

    var document: Document {
        var blocks = opening
        for importance in Importance.allCases { blocks += section(importance) }
        blocks += sentences
        if !figures.isEmpty {
            blocks.append(.heading(level: 1, RichText("Curves before and after")))
            blocks += figures.map { .figure($0) }
        }
        if reader == .analyst {
            blocks += list("New results", comparison.appeared) + list("Results that are gone", comparison.vanished)
            blocks += cells
        }
        if !comparison.steps.isEmpty { blocks.append(.paragraph(RichText(words.attributionRule))) }
        let texts = vocabulary(for: comparison.language)
        return Document(
            language: comparison.language,
            title: RichText(
                reader == .analyst ? "What changed: \(comparison.title)" : "Changes after the data refresh"),
            notice: comparison.isSynthetic ? RichText(texts.syntheticData) : nil, blocks: blocks,
            colophon: [RichText(texts.madeBy(comparison.newProgram))])
    }

    private var opening: [Document.Block] {
        let (old, new) = (comparison.oldPatients, comparison.newPatients)
        let files = comparison.inputs.map(words.input).joined(separator: ", ")
        switch reader {
        case .analyst:
            var items = [
                "Old: \(comparison.oldName), \(words.counted(old, "patient", "patients")), \(comparison.oldProgram).",
                "New: \(comparison.newName), \(words.counted(new, "patient", "patients")), \(comparison.newProgram).",
            ]
            if !files.isEmpty { items.append("Files that differ: \(files).") }
            if let refresh = comparison.refresh { items.append("Data: \(words.refresh(refresh)).") }
            if let withholding = comparison.withholding { items.append(withholding) }
            return [
                .list(items.map { RichText($0) }, isOrdered: false), .paragraph(RichText(words.summary(comparison))),
            ]
        case .coauthors:
            let patients =
                old == new
                ? "The analysis is of \(words.counted(new, "patient", "patients")), as before."
                : "\(words.counted(new, "patient is", "patients are")) in the analysis now; \(old) were before."
            let verdict =
                comparison.hasFlipped
                ? "What follows needs a look: some conclusions may no longer be as the manuscript words them."
                : "No effect changed its direction, no p-value crossed the level of significance, and no median or "
                    + "estimate came or went."
            let data = comparison.refresh.map { " Since then: \(words.refresh($0))." } ?? ""
            return [
                .paragraph(RichText("“\(comparison.title)” was analysed again. \(patients)\(data)")),
                .paragraph(RichText("\(words.summary(comparison)) \(verdict)")),
            ] + (comparison.withholding.map { [.paragraph(RichText($0))] } ?? [])
        }
    }

    // MARK: Changes

    private func section(_ importance: Importance) -> [Document.Block] {
        let changes = comparison.changes(importance).filter { change in
            change.isVisible && (reader == .analyst || importance.isImportant || !change.places.isEmpty)
        }
        guard !changes.isEmpty else { return [] }
        let title = words.heading(importance, significance: comparison.significance)
        // A letter names what must be looked at, and of the rest what is largest.
        let mayBeLong = reader == .analyst || importance.isImportant
        let shown = mayBeLong ? changes : Array(changes.prefix(20))
        let rest = changes.count - shown.count
        let note = "\(words.counted(rest, "more is", "more are")) in the report."
        let further = rest == 0 ? [] : [Document.Block.paragraph(RichText(note))]
        return [.heading(level: 1, RichText(title)), .table(table(of: shown, importance))] + further
    }

    private func table(of changes: [ResultChange], _ importance: Importance) -> Table {
        let hasCauses = !comparison.steps.isEmpty
        let hasSizes = importance == .other && reader == .analyst
        var heads = ["Result", "Before", "Now"]
        if hasSizes { heads.append("Change") }
        heads.append("Printed in")
        if hasCauses { heads.append("Came by") }
        let rows = changes.map { change -> Table.Row in
            var cells = [RichText(change.oldText), RichText(change.newText, importance.isImportant ? .bold : [])]
            if hasSizes { cells.append(RichText(words.size(change.size))) }
            cells.append(RichText(places(of: change)))
            if hasCauses { cells.append(RichText(change.decisiveSteps.map(words.step).joined(separator: ", "))) }
            return Table.Row(.block, head: Table.Cell(RichText(change.label)), cells: cells.map { Table.Cell($0) })
        }
        return Table(
            id: "changes-\(importance.rawValue)", caption: "",
            columns: heads.map { Table.Column(RichText($0), alignment: .leading) }, rows: rows)
    }

    /// The tables and figures by number, and under which headings the text prints it.
    private func places(of change: ResultChange) -> String {
        var parts: [String] = []
        for place in change.places {
            let text = place.kind == .sentence ? (place.reference.isEmpty ? "text" : place.reference) : place.reference
            if !parts.contains(text) { parts.append(text) }
        }
        return parts.joined(separator: ", ")
    }

    // MARK: Sentences

    private var sentences: [Document.Block] {
        guard !comparison.sentences.isEmpty else { return [] }
        var blocks: [Document.Block] = [.heading(level: 1, "Sentences with other words")]
        for change in comparison.sentences {
            if !change.heading.isEmpty { blocks.append(.heading(level: 2, RichText(change.heading))) }
            let before = change.old.map { RichText("Before: ", .bold) + RichText($0) }
            let now = change.new.map { RichText("Now: ", .bold) + RichText($0) }
            blocks += [
                before ?? RichText("A new sentence.", .italic), now ?? RichText("The sentence is gone.", .italic),
            ]
            .map { .paragraph($0) }
        }
        return blocks
    }

    private func list(_ title: String, _ results: [UnpairedResult]) -> [Document.Block] {
        guard !results.isEmpty else { return [] }
        let items = results.map { RichText("\($0.label): \($0.printed)") }
        return [.heading(level: 1, RichText(title)), .list(items, isOrdered: false)]
    }

    private var cells: [Document.Block] {
        guard !comparison.cells.isEmpty else { return [] }
        let columns = ["Cell", "Before", "Now"].map { Table.Column(RichText($0), alignment: .leading) }
        let rows = comparison.cells.map { cell in
            Table.Row(
                .block, head: Table.Cell(RichText(cell.label)),
                cells: [cell.old, cell.new].map { Table.Cell(RichText($0)) })
        }
        return [
            .heading(level: 1, "Further cells that changed"),
            .table(Table(id: "changed-cells", caption: "", columns: columns, rows: rows)),
        ]
    }
}
