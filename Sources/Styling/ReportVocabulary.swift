public import Results

/// The words that documents add to their text, in one language: those of the interactive page, and of Word files.
public protocol ReportVocabulary: Sendable {
    /// The place in the text of a table or figure that stands at the end of the document.
    func placeOf(_ label: String) -> String
    /// What puts a table on the clipboard.
    var copyTable: String { get }
    /// That it is there.
    var copied: String { get }
    /// A length of time as the place where a curve is read: `At 6 months`.
    func at(_ duration: String) -> String
    /// What is read off a curve; without an estimate the group is no longer observed.
    func reading(_ label: String, estimate: String?, atRisk: String?) -> String
    /// The statement of a test of interaction.
    func interaction(_ statement: String, of method: TestResult.Method) -> String
    /// The events of an arm.
    func events(of arm: String, _ events: String, of patients: String) -> String
}
