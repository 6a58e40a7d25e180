import Results

/// The words of tables of variables that were measured twice.
extension ChineseVocabulary {
    var measurement: String { "指标" }
    var beforeAndAfter: [String] { ["前", "后"] }
    var pairsHead: String { "n" }

    func onlyHead(_ measurement: String) -> String { "仅“\(measurement)”有，n" }

    func pair(_ label: String, level: String) -> String { "\(label)：\(level)" }

    func pairedCells(names: [String]) -> String {
        "数值为两次测量均已知的患者中的 n (%)；“仅有”指该次有而另一次没有该水平的患者。"
    }

    func missingPairs(of label: String, total: Int?, byColumn: [(label: String, n: Int)]) -> String {
        missingValues(of: label, total: total, byColumn: byColumn)
    }

    func pairedDifferences(names: [String]) -> String {
        "率差：“\(names[1])”减“\(names[0])”，区间为配对率差的 Newcombe 法。"
    }

    func pairedRule(_ rule: PairedTable.TestRule, exactBelow: Int) -> String? {
        rule == .exactOrCorrected ? "变化的患者少于 \(exactBelow) 例时用 McNemar 精确检验，否则用连续性校正。" : nil
    }

    var comparedWithinGroups: String { "各组均与自身比较，组间未作比较。" }
}
