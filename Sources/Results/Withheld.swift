/// How small counts were kept out of results, where the study asks for it.
///
/// Results that have it are written in version ``StudyResults/protectedSchemaVersion`` of their grammar, so that a program
/// that would print the stand-ins refuses them.
public struct PrivacyProtection: Codable, Equatable, Sendable {
    /// Counts from 1 to one less are not published, nor what they could be worked out from.
    public var minimumCell: Int
    /// How many counts of tables, charts and groups were withheld, those withheld to protect others among them.
    public var withheldCounts: Int
    /// What is printed for a number that is withheld: the sign of official statistics for *confidential*.
    public static let mark = "[c]"

    /// What stands for a withheld count: ``Swift/Int/withheld``.
    public var standIn: Int

    /// Creates the remark.
    public init(minimumCell: Int, withheldCounts: Int) {
        self.minimumCell = minimumCell
        self.withheldCounts = withheldCounts
        standIn = .withheld
    }
}

extension Int {
    /// Stands for a count that is not published. No count comes near it, and sums, differences and doubles of it stay
    /// recognisable, as those of `NaN` do.
    public static let withheld = -999_999_999_999_999

    /// Whether a count, or anything that it was added to, is not published.
    public var isWithheld: Bool { (500_000_000_000_000...100_000_000_000_000_000).contains(magnitude) }

    /// The count in plain digits, or what is printed for a withheld one.
    public var plainText: String { isWithheld ? PrivacyProtection.mark : "\(self)" }
}

extension Double {
    /// Stands for a count that is not published, where counts may be sums of weights.
    public static let withheld = Double(Int.withheld)

    /// Whether a count, or anything that it was added to, is not published.
    public var isWithheld: Bool { (5e14...1e17).contains(magnitude) }
}

extension Estimate {
    /// Whether it is not published, because it would tell of too few patients.
    public var isWithheld: Bool { value == nil && notes.contains { $0.kind == .withheld } }
}

extension TestResult {
    /// Whether it is not published, because it would tell of too few patients.
    public var isWithheld: Bool { pValue == nil && notes.contains { $0.kind == .withheld } }
}
