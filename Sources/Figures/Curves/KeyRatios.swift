import Results
import Styling

/// The hazard ratios of three groups or more, each against the reference group, as a column of the key.
///
/// Two groups have one ratio, which stands on a line under the key (``PrintedHazardRatio``).
struct KeyRatios {
    static let headName = "ratio"

    let head: KeyHead
    /// The ratios as they are read aloud, with the groups that they compare.
    let spoken: [String]
    private let cells: [String: KeyCell]

    /// Nil for two groups, or where there is no model.
    ///
    /// - Parameters:
    ///   - coefficients: Of a model of the groups alone.
    ///   - groups: The groups' values and how they are printed, in order.
    ///   - writing: How numbers are written.
    ///   - isSubdistribution: Whether the hazards are of the subdistribution.
    init?(
        _ coefficients: [(ratio: Estimate, column: ColumnIdentity)], groups: [(id: String, label: String)],
        writing: CurveWriting, isSubdistribution: Bool
    ) {
        guard groups.count > 2, let first = coefficients.first,
            let reference = first.column.parts.first?.reference
        else { return nil }
        let style = writing.style
        head = KeyHead(
            name: Self.headName, intervalName: "ratio-interval",
            phrases: writing.words.hazardRatioColumn(
                interval: style.confidenceLabel(first.ratio.level), isSubdistribution: isSubdistribution))
        var cells = [reference: KeyCell.word(writing.words.reference)]
        var spoken: [String] = []
        for (ratio, column) in coefficients {
            guard let level = column.parts.first?.level else { continue }
            let text = ratio.value.map { style.ratio($0, of: ratio) }
            cells[level] = .number(
                text ?? (ratio.isWithheld ? PrivacyProtection.mark : style.numbers.notEstimable),
                interval: text == nil ? "" : "(\(style.ratioInterval(of: ratio)))")
            spoken.append(
                PrintedHazardRatio(
                    ratio, of: column, groups: groups, letter: nil, writing: writing,
                    isSubdistribution: isSubdistribution
                ).spoken)
        }
        (self.cells, self.spoken) = (cells, spoken)
    }

    /// What stands beside a group; empty for one that the model has not.
    func cell(of group: String) -> KeyCell { cells[group] ?? .number("", interval: "") }
}
