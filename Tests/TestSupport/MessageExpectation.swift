public import Diagnostics
public import Testing

/// The messages of a sink as a person would read them, one after the other with an empty line between.
///
/// `texts` may be quoted under a message, by file name.
public func rendered(_ sink: DiagnosticSink, quoting texts: [String: String] = [:]) -> String {
    var formatter = DiagnosticFormatter()
    for (file, text) in texts { formatter.allowQuoting(text, of: file) }
    return sink.diagnostics.map(formatter.format).joined(separator: "\n\n")
}

/// Expects exactly this rendered text of all messages of a sink.
public func expectMessages(
    _ sink: DiagnosticSink, quoting texts: [String: String] = [:], equal expected: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let actual = rendered(sink, quoting: texts)
    if actual != expected {
        Issue.record("messages were\n\(actual)\nand should be\n\(expected)", sourceLocation: sourceLocation)
    }
}
