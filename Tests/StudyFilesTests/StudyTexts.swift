import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import StudyFiles

/// The beginning of every study file of these tests: seven lines without a fault.
let head = """
    greenwood: 1
    study:
      title: A study
    data:
      patients: { file: patients.csv, key: id }
    arms:
      column: arm

    """

/// Reads a text as `study.yaml`.
func read(_ text: String) -> (study: Study?, sink: DiagnosticSink) {
    let sink = DiagnosticSink()
    return (readStudy(text, file: "study.yaml", reporting: sink), sink)
}

/// Reads a text that must be without fault.
func readSound(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Study {
    let (study, sink) = read(text)
    expectMessages(sink, equal: "", sourceLocation: sourceLocation)
    return try #require(study, sourceLocation: sourceLocation)
}

/// Expects exactly these messages, and no study.
func expectFaults(
    in text: String, _ expected: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let (study, sink) = read(text)
    #expect(study == nil, sourceLocation: sourceLocation)
    expectMessages(sink, quoting: ["study.yaml": text], equal: expected, sourceLocation: sourceLocation)
}

/// The text of a study file of the repository.
func studyText(_ path: String) throws -> String {
    try String(contentsOf: URL(filePath: "\(repositoryRoot)/\(path)"), encoding: .utf8)
}
