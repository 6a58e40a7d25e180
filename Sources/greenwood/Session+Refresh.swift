internal import Analysis
internal import Bundling
internal import Checksums
internal import CohortBuilding
internal import Comparing
internal import Diagnostics
internal import Foundation
internal import Results
internal import StudyFiles

/// The states of a study's data between two editions, analysed.
struct RefreshAnalysis {
    var oldName: String
    var newName: String
    /// The old and the new data under the study as it is.
    var old: StudyResults
    var new: StudyResults
    /// The states in between that could be analysed, in order.
    var between: [(step: RefreshStep, results: StudyResults)]
    var counts: RefreshCounts
    /// The table of corrected cells as CSV. It shows patients' data: it goes nowhere but to the file asked for.
    var correctedCells: [UInt8]
}

extension Session {
    /// Analyses the data of two folders and the states in between; nil, with messages, where either is at fault.
    func analyzeRefresh(of path: String, old: String, new: String) -> RefreshAnalysis? {
        guard let text = readStudyText(at: path, reporting: sink) else { return nil }
        allowQuoting(text, of: path)
        guard let study = readStudy(text, file: path, reporting: sink) else { return nil }
        let before = DataFolder(old)
        let after = DataFolder(new)
        guard
            let refresh = DataRefresh(of: study, old: before.read, new: after.read, reporting: sink),
            let oldResults = analyzed(study, from: before.read, reporting: sink),
            let newResults = analyzed(study, from: after.read, reporting: sink)
        else { return nil }
        let steps: [(RefreshStep, DataRefresh.Step)] = [(.corrections, .corrections), (.followUp, .followUp)]
        let between = steps.compactMap { step, state -> (step: RefreshStep, results: StudyResults)? in
            let faults = DiagnosticSink()
            let results = analyzed(
                refresh.study, from: { refresh.bytes(of: $0, after: state) ?? [] }, reporting: faults)
            if results == nil { report(notAnalysed: step, because: faults.diagnostics.first?.summary) }
            return results.map { (step, $0) }
        }
        return RefreshAnalysis(
            oldName: old, newName: new, old: oldResults, new: newResults, between: between,
            counts: RefreshCounts(
                newPatients: refresh.newPatients, patientsWithFollowUp: refresh.patientsWithFollowUp,
                patientsGone: refresh.patientsGone, correctedCells: refresh.corrections.count),
            correctedCells: csv(of: refresh.corrections))
    }

    private func analyzed(
        _ study: Study, from reading: @escaping (String) throws -> [UInt8], reporting faults: DiagnosticSink
    ) -> StudyResults? {
        guard let cohort = buildCohort(for: study, reading: reading, reporting: faults) else { return nil }
        let provenance = Provenance(
            program: "greenwood \(programVersion)",
            inputs: study.dataFiles.map { file in
                Provenance.Input(
                    role: file.name.value, path: file.path.value,
                    sha256: (try? reading(file.path.value)).map { SHA256Digest(of: $0).hexadecimal } ?? "",
                    rows: cohort.rowCounts[file.name.value])
            })
        let results = Analysis.analyze(
            cohort, as: study, provenance: provenance, reporting: faults, atEachStep: startAnalysing)
        return faults.hasErrors ? nil : results
    }

    func report(notAnalysed step: RefreshStep, because reason: String?) {
        sink.emit(
            Diagnostic(
                .stepNotAnalysed, severity: .warning, at: nil,
                "the data after the step '\(step.rawValue)' can't be analysed: \(reason ?? "they have no patients")",
                help: ["its changes count to the step after it"]))
    }

    // MARK: Attribution

    /// Attributes the changes between two editions to the steps between them.
    func attribute(
        _ comparison: inout Comparison, from old: NamedEdition, to new: NamedEdition, by refresh: RefreshAnalysis
    ) {
        checkData(refresh.old, of: old, option: "--data-old")
        checkData(refresh.new, of: new, option: "--data-new")
        var stages: [IntermediateEdition] = []
        func add(_ step: RefreshStep, _ results: StudyResults) {
            stages.append(
                IntermediateEdition(
                    step: step,
                    edition: Edition(results: results, style: houseStyle(of: results) ?? new.edition.style)))
        }
        if !hasSameNumbers(old.edition.results, refresh.old) { add(.plan, refresh.old) }
        for state in refresh.between { add(state.step, state.results) }
        stages.append(IntermediateEdition(step: .newPatients, edition: new.edition))
        comparison.attribute(from: old.edition, through: stages)
        comparison.refresh = refresh.counts
    }

    private func hasSameNumbers(_ left: StudyResults, _ right: StudyResults) -> Bool {
        var left = left
        (left.provenance, left.published, left.manuscript) = (right.provenance, right.published, right.manuscript)
        return left == right
    }

    /// An edition that was made of other data than those given would be attributed wrongly.
    private func checkData(_ results: StudyResults, of side: NamedEdition, option: String) {
        let given = results.provenance.inputs
        let other = side.edition.results.provenance.inputs.filter { input in
            given.contains { $0.role == input.role && $0.sha256 != input.sha256 }
        }
        if let first = other.first { report(otherData: first.role, than: side.name, option: option) }
    }

    func report(otherData role: String, than name: String, option: String) {
        sink.emit(
            Diagnostic(
                .dataMismatch, severity: .warning, at: nil,
                "'\(name)' was made of another file '\(role)' than \(option) has, so causes may be attributed wrongly",
                help: ["give the data that it was made of, or leave the bundles out and compare the data alone"]))
    }

    private func csv(of cells: [DataRefresh.CorrectedCell]) -> [UInt8] {
        func quoted(_ text: String) -> String {
            let needsQuotes = text.contains { $0 == "\"" || $0 == "," || $0.isNewline }
            return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
        }
        let rows = cells.map { cell in
            [cell.file, cell.key, cell.column ?? "(row removed)", cell.old ?? "", cell.new ?? ""]
        }
        let lines = ([["file", "key", "column", "old", "new"]] + rows).map { $0.map(quoted).joined(separator: ",") }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// A folder with the data files of a study, at their paths as the study names them or directly inside.
private struct DataFolder {
    let folder: String

    init(_ folder: String) { self.folder = folder }

    func read(_ path: String) throws(SystemError) -> [UInt8] {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let direct = join(folder, name)
        let nested = join(folder, path)
        return try readFile(FileManager.default.fileExists(atPath: nested) ? nested : direct)
    }
}
