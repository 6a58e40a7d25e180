import Results
import Styling

/// The columns of patients that a table counts in: the total where it is asked for, then the groups.
struct PatientColumns {
    let columns: [BaselineTable.Column]

    static let totalColumn = "total"

    /// The groups without the total.
    var groups: [BaselineTable.Column] { columns.filter { $0.id != Self.totalColumn } }

    /// The heads, such as `IO+T (n = 42)`.
    func heads(_ writer: CellWriter) -> [RichText] {
        columns.map { RichText(writer.words.columnHead($0.label, n: writer.style.count($0.n))) }
    }

    /// How a group is printed.
    func label(_ id: String) -> String { columns.first { $0.id == id }?.label ?? id }

    /// Numbers by column as that of the total, where there is one, and those of the groups.
    func divided(_ numbers: [Int]) -> (total: Int?, byColumn: [(label: String, n: Int)]) {
        let all = columns.enumerated().map { ($1, numbers.at($0) ?? 0) }
        return (
            all.first { $0.0.id == Self.totalColumn }?.1,
            all.filter { $0.0.id != Self.totalColumn }.map { (label: $0.0.label, n: $0.1) }
        )
    }
}
