internal import Foundation

/// The findings of an audit, written for a terminal, a pipeline or a browser.
public struct AuditReport: Sendable {
    /// The file that was read.
    public var file: String
    /// What was found.
    public var findings: [Finding]
    /// The tables and numbers that were read, so that silence can be judged.
    public var coverage: Coverage
    /// The program that made the report.
    public var program: String

    /// What the audit could read of a file.
    public struct Coverage: Equatable, Sendable, Codable {
        /// Tables whose rows and columns were recognised.
        public var tables: Int
        /// Of these, tables without a layout, whose columns were guessed.
        public var guessedTables: Int
        /// Estimates with limits.
        public var estimates: Int
        /// p-values.
        public var pValues: Int
        /// Counts with percentages.
        public var shares: Int

        /// Creates a coverage.
        public init(tables: Int, guessedTables: Int, estimates: Int, pValues: Int, shares: Int) {
            self.tables = tables
            self.guessedTables = guessedTables
            self.estimates = estimates
            self.pValues = pValues
            self.shares = shares
        }
    }

    /// Creates a report.
    public init(file: String, findings: [Finding], coverage: Coverage, program: String) {
        self.file = file
        self.findings = ordered(findings)
        self.coverage = coverage
        self.program = program
    }

    /// Whether something is printed that cannot all be true.
    public var hasContradictions: Bool { findings.contains { $0.certainty == .contradiction } }

    /// How many findings of each certainty there are, in words.
    var summary: String {
        let counts = Finding.Certainty.allCases.map { certainty in
            let count = findings.count { $0.certainty == certainty }
            return switch certainty {
            case .contradiction: "\(count) contradiction\(count == 1 ? "" : "s")"
            case .suspicious: "\(count) suspicious"
            case .cannotTell: "\(count) that cannot be told"
            }
        }
        return counts.joined(separator: ", ")
    }

    /// What was read, in words.
    var coverageText: String {
        let guessed = coverage.guessedTables > 0 ? " (\(coverage.guessedTables) without a layout, columns guessed)" : ""
        return
            "read \(coverage.tables) table\(coverage.tables == 1 ? "" : "s")\(guessed), \(coverage.estimates) estimates with limits, \(coverage.pValues) p-values, \(coverage.shares) counts with percentages"
    }

    /// For a terminal.
    public var text: String {
        var lines: [String] = []
        for finding in findings {
            lines.append("\(file): \(finding.place.description)")
            lines.append("  \(finding.certainty.words): \(clipped(finding.printed)) [\(finding.rule.rawValue)]")
            lines.append("  expected: \(finding.expected)")
            lines.append("  settle by: \(finding.settle)")
            lines.append("")
        }
        return lines.map { $0 + "\n" }.joined() + "\(file): \(summary)\n\(coverageText)\n"
    }

    /// For a pipeline.
    public func json() throws -> [UInt8] {
        struct Document: Encodable {
            var schema = 1
            var program: String
            var file: String
            var coverage: Coverage
            var findings: [Finding]
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(Document(program: program, file: file, coverage: coverage, findings: findings)))
            + [0x0A]
    }

    private func clipped(_ text: String) -> String {
        text.count > 240 ? String(text.prefix(237)) + "…" : text
    }
}

extension Finding.Certainty {
    /// As a report says it.
    var words: String {
        switch self {
        case .contradiction: "contradiction"
        case .suspicious: "suspicious"
        case .cannotTell: "cannot tell"
        }
    }
}
