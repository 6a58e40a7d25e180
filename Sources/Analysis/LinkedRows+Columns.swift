import CohortBuilding
import Diagnostics
import StudyFiles

extension LinkedRows {
    /// Where a column stands in a row of a linked file; nil, with a message, where the file has none of that name.
    func position(of column: Located<String>, in file: DataFile, reporting sink: DiagnosticSink) -> Int? {
        let position = columns.firstIndex(of: column.value)
        if position == nil {
            sink.emit(
                Diagnostic(
                    .unknownColumn, at: column.location,
                    "column '\(column.value)' doesn't exist in '\(file.path.value)'",
                    help: NearestName.help(for: column.value, among: columns, kind: "columns").map { [$0] } ?? []))
        }
        return position
    }
}
