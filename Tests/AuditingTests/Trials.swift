import Auditing
import ManuscriptReading
import Testing

/// The findings of a manuscript that is written out in a test.
func findings(_ text: String, name: String = "paper.md") throws -> [Finding] {
    try audit(readManuscript(Array(text.utf8), name: name))
}

/// Expects that a text has a finding of a rule, and that the same text made right has none.
func expect(
    _ rule: AuditRule, _ certainty: Finding.Certainty, in wrong: String, notIn right: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
    let found = try findings(wrong).filter { $0.rule == rule }
    #expect(
        found.contains { $0.certainty == certainty }, "\(rule.rawValue) found \(found)", sourceLocation: sourceLocation)
    let silent = try findings(right).filter { $0.rule == rule }
    #expect(silent.isEmpty, "\(rule.rawValue) found \(silent)", sourceLocation: sourceLocation)
}
