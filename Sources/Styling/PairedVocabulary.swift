public import Results

/// The words of tables of variables that were measured twice in the same patients.
public protocol PairedVocabulary: Sendable {
    /// The head of the column of the pairs.
    var measurement: String { get }
    /// The heads of the two measurements where the study names none.
    var beforeAndAfter: [String] { get }
    /// The head of the column of patients of whom both values are known.
    var pairsHead: String { get }
    /// The head of a column of those with a level at one of the measurements only.
    func onlyHead(_ measurement: String) -> String
    /// A pair and the level that is counted: `Pain: yes`.
    func pair(_ label: String, level: String) -> String
    /// What the cells hold.
    func pairedCells(names: [String]) -> String
    /// How many patients of a pair lack a value.
    func missingPairs(of label: String, total: Int?, byColumn: [(label: String, n: Int)]) -> String
    /// What the differences are of, and how their intervals are computed.
    func pairedDifferences(names: [String]) -> String
    /// When McNemar's test is exact; nil where one way is always taken, which the note of the test says.
    func pairedRule(_ rule: PairedTable.TestRule, exactBelow: Int) -> String?
    /// That before and after are compared within each group, and not the groups.
    var comparedWithinGroups: String { get }
}
