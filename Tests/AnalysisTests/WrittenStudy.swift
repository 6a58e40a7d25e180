import CohortBuilding
import Diagnostics
import Results
import StudyFiles

@testable import Analysis

/// A study and its data as texts, read as the program reads them.
struct WrittenStudy {
    let context: AnalysisContext
    /// The messages of reading, then those of the analysis.
    let sink: DiagnosticSink

    enum Fault: Error { case notRead([Diagnostic]) }

    /// Reads a study of which only the parts after `study` and `data` are given.
    ///
    /// - Parameters:
    ///   - yaml: The sections after the data, such as arms, variables and endpoints.
    ///   - patients: The patients' file, whose key is `id`.
    ///   - files: The other files by their name in the study: text, and whether `id` links them to patients.
    /// - Throws: ``Fault`` where the study or its data have errors.
    init(
        _ yaml: String = "arms: { column: arm }\n", patients: String,
        files: [(name: String, text: String, isLinked: Bool)] = []
    ) throws {
        var text = "greenwood: 1\nstudy: { title: Written, short: Written, synthetic: true }\ndata:\n"
        text += "  patients: { file: patients.csv, key: id }\n"
        for file in files {
            text += "  \(file.name): { file: \(file.name).csv\(file.isLinked ? ", patient: id" : "") }\n"
        }
        var texts = ["patients.csv": patients]
        for file in files { texts["\(file.name).csv"] = file.text }
        try self.init(study: text + yaml + "manuscript: { style: frontiers }\n") { texts[$0] ?? "" }
    }

    /// Reads a study and its files.
    init(study text: String, reading: @escaping (String) throws -> String) throws {
        let reading = { (path: String) in Array(try reading(path).utf8) }
        let readingSink = DiagnosticSink()
        guard let study = readStudy(text, file: "study.yaml", reporting: readingSink),
            let cohort = buildCohort(for: study, reading: reading, reporting: readingSink)
        else { throw Fault.notRead(readingSink.diagnostics) }
        sink = DiagnosticSink()
        context = AnalysisContext.make(study: study, cohort: cohort, reporting: sink)
    }

    /// The results of its whole plan; messages go to ``sink``.
    func analyzed() -> StudyResults {
        analyze(
            context.cohort, as: context.study, provenance: Provenance(program: "greenwood", inputs: []),
            reporting: sink)
    }
}

/// A name at the first place of the study file.
func named(_ name: String) -> Located<String> { SmallStudy.located(name) }

/// Rows of a table of comma-separated values in another order, the header first.
func reversedRows(_ csv: String) -> String {
    let lines = csv.split(separator: "\n")
    return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
}
