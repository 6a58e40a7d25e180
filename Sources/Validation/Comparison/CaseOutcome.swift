/// What came of running one case.
public enum CaseOutcome: Equatable, Sendable {
    /// All quantities that both have were compared.
    case compared(Agreement)
    /// The case asks for something that does not apply, and why. It is never counted as passed.
    case notApplicable(String)
}

/// Why a case cannot be run.
public struct NotApplicable: Error {
    /// The reason, as a clause in lower case.
    public var reason: String

    init(_ reason: String) { self.reason = reason }
}
