import Results

/// The words of tables of variables that were measured twice.
extension EnglishVocabulary {
    var measurement: String { "Measurement" }
    var beforeAndAfter: [String] { ["Before", "After"] }
    var pairsHead: String { "n" }

    func onlyHead(_ measurement: String) -> String { "Only \(lowercasedStart(measurement)), n" }

    func pair(_ label: String, level: String) -> String { "\(label): \(level)" }

    func pairedCells(names: [String]) -> String {
        "Values are n (%) of the patients whose values are known both times; “only \(lowercasedStart(names[0]))” counts "
            + "those who had the level then and not the other time."
    }

    func missingPairs(of label: String, total: Int?, byColumn: [(label: String, n: Int)]) -> String {
        missingValues(of: label, total: total, byColumn: byColumn)
    }

    func pairedDifferences(names: [String]) -> String {
        "Differences: \(lowercasedStart(names[1])) less \(lowercasedStart(names[0])), with Newcombe's interval for paired "
            + "proportions."
    }

    func pairedRule(_ rule: PairedTable.TestRule, exactBelow: Int) -> String? {
        rule == .exactOrCorrected
            ? "McNemar's test is exact where fewer than \(exactBelow) patients changed, else with continuity correction."
            : nil
    }

    var comparedWithinGroups: String {
        "Each group is compared with itself; the groups are not compared with each other."
    }
}
