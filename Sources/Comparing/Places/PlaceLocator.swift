import Drawing
import Prose
import Tables
import Templating

/// Finds where a result is printed: in cells and figures that read otherwise than before, and in sentences.
///
/// A sentence knows the names of the results that it was filled with. Of a cell or a figure only the text is known, so
/// that a result is taken to be printed there where the old text held the old value and the new text holds the new one;
/// of several such cells those whose heads name the result best.
struct PlaceLocator {
    private(set) var cellChanges: [CellChange] = []
    private let filled: [Sentence]
    private let written: [Sentence]
    private let panels: [FigureTexts]

    init(old: Edition, new: Edition) {
        let before = Dictionary(
            old.tables.map { ($0.id, TableCells($0)) }, uniquingKeysWith: { first, _ in first })
        for table in new.tables {
            let reference = new.phrasebook.context["table"]?[table.id]?["reference"]?.value?.printed ?? table.id
            guard let earlier = before[table.id] else { continue }
            let later = TableCells(table)
            let gone = earlier.names.filter { later.texts[$0] == nil }
            for name in later.names + gone {
                let (from, to) = (earlier.texts[name] ?? "", later.texts[name] ?? "")
                guard from != to else { continue }
                cellChanges.append(
                    CellChange(
                        reference: reference, row: name.row, column: name.column, old: from, new: to, cell: name))
            }
        }
        filled = new.filledSentences
        written = filled.isEmpty ? new.writtenSentences ?? [] : []
        panels = new.figures.keys.sorted().flatMap { id -> [FigureTexts] in
            guard let earlier = old.figures[id], let later = new.figures[id] else { return [] }
            let reference = new.phrasebook.context["figure"]?[id]?["reference"]?.value?.printed ?? id
            return FigureTexts.panels(from: earlier, to: later, reference: reference)
        }
    }

    func places(of old: NamedResult, _ new: NamedResult) -> [PrintedPlace] {
        let sentences =
            filled.filter { !$0.sources.isDisjoint(with: new.sources) }
            + written.filter { isPrinted(new, in: $0) }
        return tablePlaces(old, new) + figurePlaces(old, new)
            + sentences.map { PrintedPlace(kind: .sentence, reference: $0.heading, detail: $0.text) }
    }

    /// Without a template a sentence must hold the value with its interval, or name what its p-value is of.
    private func isPrinted(_ result: NamedResult, in sentence: Sentence) -> Bool {
        if let printed = result.printed, result.lower != nil { return sentence.text.holds(printed) }
        guard let statement = result.pStatement, result.p?.exists ?? false, !result.isAuxiliary else { return false }
        return sentence.text.holds(statement)
            && (result.subjects + result.labels.suffix(1)).contains { sentence.text.contains($0) }
    }

    // MARK: Tables

    private func tablePlaces(_ old: NamedResult, _ new: NamedResult) -> [PrintedPlace] {
        let pairs = Self.printedParts(old, new)
        var best = 0
        var found: [CellChange] = []
        let reference = Self.placement(of: new)
        guard reference == nil || cellChanges.contains(where: { $0.reference == reference }) else { return [] }
        for cell in cellChanges where reference == nil || reference == cell.reference {
            guard pairs.contains(where: { cell.old.holds($0.old) && cell.new.holds($0.new) }) else { continue }
            let heads = cell.row + [cell.column]
            let named = new.labels.count { label in
                label == cell.reference || heads.contains { $0 == label || $0.hasPrefix(label) || $0.contains(label) }
            }
            // A number alone fits many cells: a cell must be named by all but the words for what the number is.
            guard named >= max(1, new.labels.count - 2), named >= best else { continue }
            if named > best { (best, found) = (named, []) }
            found.append(cell)
        }
        return found.map {
            PrintedPlace(
                kind: .table, reference: $0.reference,
                detail: ($0.row + [$0.column]).filter { !$0.isEmpty }.joined(separator: " · "), cell: $0.cell)
        }
    }

    /// What of a result may stand alone in a cell: the value without its interval's name, the p-value.
    private static func printedParts(_ old: NamedResult, _ new: NamedResult) -> [(old: String, new: String)] {
        var parts: [(String, String)] = []
        func add(_ before: String?, _ after: String?) {
            if let before, let after, before != after { parts.append((before, after)) }
        }
        add(old.printed.map(core), new.printed.map(core))
        add(old.pPrinted, new.pPrinted)
        if old.test != nil, new.test != nil { add(old.pStatement, new.pStatement) }
        return parts
    }

    /// `0.43` of `0.43 (95% CI 0.21–0.88)`, `12` of `12 (30%)`.
    private static func core(_ printed: String) -> String {
        let end = printed.firstRange(of: " (")?.lowerBound ?? printed.endIndex
        let value = String(printed[..<end])
        return value.hasSuffix("%") ? String(value.dropLast()) : value
    }

    /// The table or figure that the result is a part of; nil where it stands for itself.
    private static func placement(of result: NamedResult) -> String? {
        let first = result.name.prefix { $0 != "." }
        return ["table", "figure"].contains(first) ? result.labels.first : nil
    }

    // MARK: Figures

    private func figurePlaces(_ old: NamedResult, _ new: NamedResult) -> [PrintedPlace] {
        let pairs = Self.printedParts(old, new)
        let reference = Self.placement(of: new)
        // The numbers of patients that a figure prints belong to the figure itself.
        guard reference != nil || new.scale != .count else { return [] }
        return panels.filter { panel in
            (reference.map(panel.reference.hasPrefix) ?? panel.isAbout(new.subjects))
                && pairs.contains { panel.holds($0.old, before: true) && panel.holds($0.new, before: false) }
        }.map { PrintedPlace(kind: .figure, reference: $0.reference, detail: "") }
    }
}

/// The words of one panel of a figure, before and after.
struct FigureTexts {
    var reference: String
    private var old: [String]
    private var new: [String]
    /// Whether the panel names one of the subjects.
    func isAbout(_ subjects: [String]) -> Bool {
        subjects.contains { subject in new.contains { $0.contains(subject) } }
    }

    static func panels(from old: Scene, to new: Scene, reference: String) -> [FigureTexts] {
        let (before, after) = (texts(of: old), texts(of: new))
        return after.keys.sorted().compactMap { letter in
            let (from, to) = (before[letter] ?? [], after[letter] ?? [])
            // Only what changed can print a change.
            let changed = to.filter { !from.contains($0) }
            guard !changed.isEmpty else { return nil }
            let isOnly = after.keys.filter { !$0.isEmpty }.count < 2
            return FigureTexts(reference: reference + (isOnly ? "" : letter), old: from, new: to)
        }
    }

    /// The texts by the letter of the panel, which the names of the groups begin with.
    private static func texts(of scene: Scene) -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for (element, groups) in scene.flattened {
            guard case .label(let label) = element else { continue }
            let panel =
                groups.first { $0.hasPrefix("panel-") } ?? label.name.flatMap { $0.hasPrefix("panel-") ? $0 : nil }
            let letter = panel.map { String($0.dropFirst("panel-".count).prefix { $0 != "/" }) } ?? ""
            texts[letter, default: []].append(label.text)
        }
        return texts
    }

    func holds(_ text: String, before: Bool) -> Bool { (before ? old : new).contains { $0.holds(text) } }
}

extension String {
    /// Whether a printed value stands in the text as itself, not as a part of a longer number.
    func holds(_ value: String) -> Bool {
        guard !value.isEmpty else { return false }
        if self == value { return true }
        for range in ranges(of: value) {
            let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
            let after = range.upperBound == endIndex ? nil : self[range.upperBound]
            let continues = after == "." && self[index(after: range.upperBound)...].first?.isNumber == true
            if !Self.isDigit(before), before != ".", !Self.isDigit(after), !continues { return true }
        }
        return false
    }

    private static func isDigit(_ sign: Character?) -> Bool { sign?.isNumber ?? false }
}
