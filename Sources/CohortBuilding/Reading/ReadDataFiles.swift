internal import DataReading
internal import Diagnostics
internal import StudyFiles

/// Reads data files of a study in order; one that cannot be read is left out, with a message.
func readDataFiles(
    _ files: [DataFile], namedIn studyFile: String, reading: @escaping (String) throws -> [UInt8],
    streaming: (String) throws -> (any StreamedFile)? = { _ in nil }, _ reporter: FaultReporter
) -> [DataTable] {
    files.compactMap { declaration in
        let path = declaration.path.value
        do {
            let companion = { try? reading($0) }
            let cells =
                if let file = try declaration.database == nil ? streaming(path) : nil {
                    try readCells(
                        of: declaration, streaming: file, namedIn: studyFile, companion: companion,
                        reporting: reporter.report)
                } else {
                    readCells(
                        of: declaration, bytes: try reading(path), namedIn: studyFile, companion: companion,
                        reporting: reporter.report)
                }
            return cells.map { DataTable($0, declaration: declaration) }
        } catch let fault as DiagnosedError {
            reporter.report(fault.diagnostic)
        } catch {
            reporter.report(
                Diagnostic(
                    .unreadableFile, at: declaration.path.location, "file '\(path)' can't be read: \(error)",
                    help: ["check the path; it is relative to the study file"]))
        }
        return nil
    }
}
