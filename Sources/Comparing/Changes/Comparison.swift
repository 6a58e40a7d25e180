import Prose
import Results
import Styling
import Templating

/// What two editions of a report differ in.
public struct Comparison: Sendable {
    /// The study's title.
    public var title: String
    /// Whether the data are synthetic.
    public var isSynthetic: Bool
    /// The language of the documents.
    public var language: String
    /// Where the editions came from, as the user named them.
    public var oldName: String
    /// The name of the later edition.
    public var newName: String
    /// How many patients were analysed.
    public var oldPatients: Int
    /// How many patients are analysed in the later edition.
    public var newPatients: Int
    /// The files that the editions were made of, where they differ: what is printed of each.
    public var inputs: [InputChange]
    /// The programs that made them.
    public var oldProgram: String
    /// The program that made the later edition.
    public var newProgram: String
    /// What one edition withholds to protect patients and the other does not, in words; nil where they withhold alike.
    public var withholding: String?
    /// The level of significance, as reports name it: `0.05`.
    public var significance: String
    /// Every result that is another, by weight, then by size.
    public var changes: [ResultChange]
    /// How many results have the same numbers and are only printed otherwise; they are not among the ``changes``.
    public var printedOtherwise: Int
    /// Results that only the new edition has.
    public var appeared: [UnpairedResult]
    /// Results that only the old edition had.
    public var vanished: [UnpairedResult]
    /// Cells that are others without a named result of theirs.
    public var cells: [CellChange]
    /// Sentences whose words changed.
    public var sentences: [SentenceChange]
    /// The steps that the changes were attributed to; empty where they were not.
    public var steps: [RefreshStep]
    /// What became of the data; nil where they were not at hand.
    public var refresh: RefreshCounts?

    /// Whether something important is another.
    public var hasFlipped: Bool { changes.contains { $0.importance.isImportant } }
    /// Whether nothing at all is another.
    public var isEmpty: Bool {
        changes.isEmpty && printedOtherwise == 0 && appeared.isEmpty && vanished.isEmpty && cells.isEmpty
            && sentences.isEmpty
    }
    /// Whether results are printed otherwise and none is another.
    public var isOfFormOnly: Bool {
        printedOtherwise > 0 && !changes.contains(where: \.isVisible) && appeared.isEmpty && vanished.isEmpty
    }
    /// The changes of one weight.
    public func changes(_ importance: Importance) -> [ResultChange] { changes.filter { $0.importance == importance } }
}

/// What became of the data of a study: numbers only, no patient.
public struct RefreshCounts: Equatable, Codable, Sendable {
    /// Patients that the old data did not have.
    public var newPatients: Int
    /// Patients who were there already and were observed for longer.
    public var patientsWithFollowUp: Int
    /// Patients who are in the old data only.
    public var patientsGone: Int
    /// Cells that are others and are no new follow-up.
    public var correctedCells: Int

    /// Creates the counts.
    public init(newPatients: Int, patientsWithFollowUp: Int, patientsGone: Int, correctedCells: Int) {
        self.newPatients = newPatients
        self.patientsWithFollowUp = patientsWithFollowUp
        self.patientsGone = patientsGone
        self.correctedCells = correctedCells
    }
}

/// A file of the analysis that is another than before.
public struct InputChange: Equatable, Codable, Sendable {
    /// What the study calls it.
    public var role: String
    /// Its rows; nil for a file that has none, or that was not there.
    public var oldRows: Int?
    /// Its rows in the new data.
    public var newRows: Int?
}

/// Compares two editions by the names of their results.
///
/// Reports call the earlier edition `oldName` and the later one `newName`.
public func compare(_ old: Edition, to new: Edition, oldName: String, newName: String) -> Comparison {
    let before = ResultIndex(old.phrasebook.context)
    let after = ResultIndex(new.phrasebook.context)
    let isOneAnalysis = haveSameNumbers(old.results, new.results)
    let finder = ChangeFinder(new.results.conventions, isOneAnalysis: isOneAnalysis)
    var changes: [ResultChange] = []
    var sources: [String: Set<String>] = [:]
    var parts: [String: (old: NamedResult, new: NamedResult)] = [:]
    for name in after.order {
        guard let later = after.results[name], let earlier = before.results[name],
            let change = finder.change(from: earlier, to: later)
        else { continue }
        changes.append(change)
        sources[name] = later.sources
        parts[name] = (earlier, later)
    }
    changes += ModelChanges(old: old.results, new: new.results).changes { id in
        new.phrasebook.context["table"]?[id]?["reference"]?.value?.printed
    }
    let locator = PlaceLocator(old: old, new: new)
    for index in changes.indices {
        guard let pair = parts[changes[index].name], changes[index].isVisible else { continue }
        changes[index].places = locator.places(of: pair.old, pair.new)
    }
    let printedCells = Set(changes.flatMap(\.places).compactMap(\.cell))
    let ofForm = changes.count(where: \.isOfFormOnly)
    changes.removeAll(where: \.isOfFormOnly)
    return Comparison(
        title: new.results.study.title, isSynthetic: new.results.study.synthetic,
        language: new.results.study.language, oldName: oldName, newName: newName,
        oldPatients: old.results.cohort.analysed, newPatients: new.results.cohort.analysed,
        inputs: changedInputs(old.results, new.results), oldProgram: old.results.provenance.program,
        newProgram: new.results.provenance.program,
        withholding: ComparisonWords().withholding(
            old: old.results.privacy?.minimumCell, new: new.results.privacy?.minimumCell),
        significance: new.style.number(
            finder.significance, decimals: new.style.decimalsNeeded(by: (finder.significance * 1e6).rounded() / 1e6)),
        changes: ordered(changes), printedOtherwise: ofForm,
        appeared: unpaired(after, without: before), vanished: unpaired(before, without: after),
        cells: isOneAnalysis ? [] : locator.cellChanges.filter { !printedCells.contains($0.cell) },
        sentences: sentenceChanges(old, new, byLetters: isOneAnalysis), steps: [])
}

/// By weight, then what sentences print before what tables and figures print and what nothing prints, then the largest
/// first; changes of unknown size last, in the order of the results.
func ordered(_ changes: [ResultChange]) -> [ResultChange] {
    changes.enumerated().sorted { left, right in
        if left.element.importance != right.element.importance {
            return left.element.importance < right.element.importance
        }
        if left.element.prominence != right.element.prominence {
            return left.element.prominence > right.element.prominence
        }
        let sizes = (left.element.size ?? -1, right.element.size ?? -1)
        return sizes.0 == sizes.1 ? left.offset < right.offset : sizes.0 > sizes.1
    }.map(\.element)
}

/// Both sides as they were written where both are at hand, else both as a template makes them.
private func sentenceChanges(_ old: Edition, _ new: Edition, byLetters: Bool) -> [SentenceChange] {
    if let before = old.writtenSentences, let after = new.writtenSentences {
        return SentenceComparison(before, after, byLetters: byLetters).changes
    }
    guard !old.filledSentences.isEmpty, !new.filledSentences.isEmpty else { return [] }
    return SentenceComparison(old.filledSentences, new.filledSentences, byLetters: byLetters).changes
}

/// Whether two results differ in nothing but where they came from and how they are to be printed.
private func haveSameNumbers(_ old: StudyResults, _ new: StudyResults) -> Bool {
    var old = old
    (old.provenance, old.manuscript, old.replication) = (new.provenance, new.manuscript, new.replication)
    return old == new
}

private func unpaired(_ index: ResultIndex, without other: ResultIndex) -> [UnpairedResult] {
    index.order.compactMap { name in
        guard other.results[name] == nil, let result = index.results[name] else { return nil }
        return UnpairedResult(
            name: name, label: result.labels.joined(separator: " · "), printed: result.text)
    }
}

private func changedInputs(_ old: StudyResults, _ new: StudyResults) -> [InputChange] {
    let before = old.provenance.inputs
    let after = new.provenance.inputs
    let roles = after.map(\.role) + before.map(\.role).filter { role in !after.contains { $0.role == role } }
    return roles.compactMap { role in
        let (earlier, later) = (before.first { $0.role == role }, after.first { $0.role == role })
        guard earlier?.sha256 != later?.sha256 else { return nil }
        return InputChange(role: role, oldRows: earlier?.rows, newRows: later?.rows)
    }
}
