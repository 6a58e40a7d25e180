internal import Foundation

extension Comparison {
    /// The report as JSON: every change with its name, texts, facts, size, places and causes, for programs.
    public func encodedJSON() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(Report(self))) + [UInt8(ascii: "\n")]
    }
}

private struct Report: Encodable {
    struct Side: Encodable {
        var name: String
        var program: String
        var patients: Int
    }

    struct Change: Encodable {
        var name: String
        var label: String
        var old: String
        var new: String
        var importance: Importance
        var facts: [Importance]
        var standardErrors: Double?
        var isPrintedOtherwise: Bool
        var oldTest: String?
        var newTest: String?
        var places: [PrintedPlace]
        var causes: [ResultChange.Cause]
    }

    struct Cell: Encodable {
        var label: String
        var old: String
        var new: String
    }

    var schemaVersion = 1
    var study: String
    var old: Side
    var new: Side
    var hasFlipped: Bool
    var inputs: [InputChange]
    var changes: [Change]
    var printedOtherwise: Int
    var appeared: [UnpairedResult]
    var vanished: [UnpairedResult]
    var sentences: [SentenceChange]
    var furtherCells: [Cell]
    var steps: [RefreshStep]
    var refresh: RefreshCounts?

    init(_ comparison: Comparison) {
        study = comparison.title
        old = Side(name: comparison.oldName, program: comparison.oldProgram, patients: comparison.oldPatients)
        new = Side(name: comparison.newName, program: comparison.newProgram, patients: comparison.newPatients)
        hasFlipped = comparison.hasFlipped
        inputs = comparison.inputs
        changes = comparison.changes.map { change in
            Change(
                name: change.name, label: change.label, old: change.old, new: change.new,
                importance: change.importance, facts: change.facts, standardErrors: change.size,
                isPrintedOtherwise: change.isVisible, oldTest: change.oldTest, newTest: change.newTest,
                places: change.places, causes: change.causes)
        }
        printedOtherwise = comparison.printedOtherwise
        appeared = comparison.appeared
        vanished = comparison.vanished
        sentences = comparison.sentences
        furtherCells = comparison.cells.map { Cell(label: $0.label, old: $0.old, new: $0.new) }
        steps = comparison.steps
        refresh = comparison.refresh
    }
}
