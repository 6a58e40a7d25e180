/// A failure that is a message for a person already: whoever catches it passes the message on.
public struct DiagnosedError: Error, Equatable, Sendable {
    /// What is wrong, where, and how to mend it.
    public var diagnostic: Diagnostic

    /// Wraps a message.
    public init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}
