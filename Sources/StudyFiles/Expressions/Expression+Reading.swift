public import Diagnostics

extension Expression {
    /// What an expression is for.
    public enum Purpose: Sendable {
        /// To be true or false for a patient.
        case condition
        /// To be a number for a patient.
        case formula
    }

    /// Reads an expression that stands on one line of a file; nil, with a message, where it cannot be read.
    ///
    /// - Parameters:
    ///   - text: The expression.
    ///   - purpose: Whether it must be a condition or a number.
    ///   - start: Where its first character stands.
    ///   - sink: Where the message goes.
    public init?(
        _ text: String, as purpose: Purpose, at start: SourceLocation, reporting sink: DiagnosticSink
    ) {
        let read = Self.read(text, as: purpose, report: sink.emit) { span in
            SourceLocation(
                file: start.file, line: start.line, column: start.column + span.lowerBound, length: span.count)
        }
        guard let read else { return nil }
        self = read
    }

    /// Reads the expression of a YAML scalar, with the place of each name where the scalar tells.
    static func read(
        _ text: String, as purpose: Purpose, in value: YAMLValue, of source: SourceText, report: (Diagnostic) -> Void
    ) -> Expression? {
        read(text, as: purpose, report: report) { span in
            guard let offsets = value.offsets, let last = offsets.last else { return value.location }
            guard span.lowerBound < offsets.count else { return source.location(of: last + 1..<last + 2) }
            let end = offsets[max(span.lowerBound, min(span.upperBound, offsets.count) - 1)]
            return source.location(of: offsets[span.lowerBound]..<end + 1)
        }
    }

    private static func read(
        _ text: String, as purpose: Purpose, report: (Diagnostic) -> Void,
        locate: @escaping (Range<Int>) -> SourceLocation
    ) -> Expression? {
        do {
            return try ExpressionParser.parse(text, wantsCondition: purpose == .condition, locate: locate)
        } catch {
            report(Diagnostic(.expressionSyntax, at: locate(error.span), error.summary, help: error.help))
            return nil
        }
    }
}
