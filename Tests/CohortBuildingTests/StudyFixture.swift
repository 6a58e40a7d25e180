import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import TestSupport
import Testing

/// The text of a study file, in which names find their places. The study itself is made in code.
struct StudyText {
    static let file = "study.yaml"
    let text: String

    /// A value with the place of its first occurrence, or of its first one after a mark.
    func at(_ value: String, after mark: String = "") -> Located<String> {
        let start = mark.isEmpty ? text.startIndex : text.firstRange(of: mark)?.upperBound
        guard let start, let range = text[start...].firstRange(of: value) else {
            Issue.record("the study text has no '\(value)' after '\(mark)'")
            return Located(value, at: SourceLocation(file: Self.file, line: 1, column: 1))
        }
        let before = text[..<range.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
        let column = (before.last?.unicodeScalars.count ?? 0) + 1
        let length = value.unicodeScalars.count
        return Located(
            value, at: SourceLocation(file: Self.file, line: before.count, column: column, length: length))
    }

    /// The place of a value.
    func place(_ value: String, after mark: String = "") -> Diagnostics.SourceLocation {
        at(value, after: mark).location
    }
}

/// A study made in code, with the bytes of its data files by path.
struct StudyFixture {
    var yaml = StudyText(text: "")
    var study: Study
    var files: [String: [UInt8]]
    /// The day after which nothing can have been recorded.
    var today: CalendarDay?

    /// A study of `patients.csv`, whose other parts a test adds.
    init(
        _ yaml: String = "", patients: String, key: String? = "id", missing: [String] = [],
        delimiter: Character = ","
    ) {
        self.init(yaml, bytes: Array(patients.utf8), key: key, missing: missing, delimiter: delimiter)
    }

    init(
        _ yaml: String = "", bytes: [UInt8], key: String? = "id", missing: [String] = [], delimiter: Character = ","
    ) {
        self.yaml = StudyText(text: yaml)
        let nowhere = SourceLocation(file: StudyText.file, line: 1, column: 1)
        let patients = DataFile(
            name: Located("patients", at: nowhere), path: Located("patients.csv", at: nowhere),
            key: key.map { Located($0, at: nowhere) }, delimiter: delimiter.utf8.first ?? 44, missingCodes: missing)
        study = Study(
            file: StudyText.file,
            description: StudyDescription(title: "T", short: "T", synthetic: true, cutoff: nil, language: "en"),
            dataFiles: [patients],
            conventions: Conventions(
                level: 0.95, survivalInterval: .logLog, medianRule: .rPrint, beyondLastObservation: .notEstimable,
                ties: .efron, quantileType: 7, categoricalTest: .pearsonOrFisher, continuousTest: .ranks),
            manuscript: ManuscriptPresentation(template: "results.md", style: "plain", numbers: NumberPreferences()))
        files = ["patients.csv": bytes]
    }

    /// Adds a data file that is linked to the patients by `patient`, or not linked.
    mutating func link(_ name: String, _ csv: String, patient: String? = "id", key: String? = nil) {
        let nowhere = SourceLocation(file: StudyText.file, line: 1, column: 1)
        study.dataFiles.append(
            DataFile(
                name: Located(name, at: nowhere), path: Located("\(name).csv", at: nowhere),
                key: key.map { Located($0, at: nowhere) }, patient: patient.map { Located($0, at: nowhere) }))
        files["\(name).csv"] = Array(csv.utf8)
    }

    /// Builds the cohort and gives the messages with it.
    func build() -> (cohort: Cohort?, sink: DiagnosticSink) {
        let sink = DiagnosticSink()
        let cohort = buildCohort(
            for: study,
            reading: { path throws(UnknownFile) in
                guard let bytes = files[path] else { throw UnknownFile() }
                return bytes
            }, today: today, reporting: sink)
        return (cohort, sink)
    }

    /// The cohort of a study without faults; records an issue where there is a message.
    func cohort(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Cohort {
        let (cohort, sink) = build()
        expectMessages(sink, equal: "", sourceLocation: sourceLocation)
        return try #require(cohort, sourceLocation: sourceLocation)
    }

    /// Expects exactly these messages, and a cohort only where none is an error.
    func expect(_ messages: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let (cohort, sink) = build()
        let quoting = yaml.text.isEmpty ? [:] : [StudyText.file: yaml.text]
        expectMessages(sink, quoting: quoting, equal: messages, sourceLocation: sourceLocation)
        #expect((cohort == nil) == sink.hasErrors, sourceLocation: sourceLocation)
    }

    struct UnknownFile: Error, CustomStringConvertible {
        var description: String { "no such file" }
    }
}

extension StudyFixture {
    /// A place that no message of the test shows.
    static let nowhere = SourceLocation(file: StudyText.file, line: 1, column: 1)

    /// Declares a variable without showing where.
    mutating func declare(
        _ name: String, _ source: Variable.Source? = nil, kind: Variable.Kind? = nil, levels: [String] = [],
        codes: [(String, String)] = [], reference: String? = nil, separator: String? = nil
    ) {
        study.variables.append(
            Variable(
                name: Self.at(name), label: name, source: source ?? .column(Self.at(name)), kind: kind,
                levels: levels.map(Self.at), codes: codes.map { .init(raw: Self.at($0), level: $1) },
                reference: reference.map(Self.at), separator: separator))
    }

    /// Declares a population without showing where.
    mutating func population(_ name: String, _ condition: Expression) {
        study.populations.append(Population(name: Self.at(name), label: name, condition: condition))
    }

    static func at(_ value: String) -> Located<String> { Located(value, at: nowhere) }
}

/// Short forms for expressions, whose places no message of the test shows.
func name(_ name: String) -> Expression { .name(StudyFixture.at(name)) }
func number(_ number: Double) -> Expression { .number(number, StudyFixture.nowhere) }
func text(_ text: String) -> Expression { .text(text, StudyFixture.nowhere) }
