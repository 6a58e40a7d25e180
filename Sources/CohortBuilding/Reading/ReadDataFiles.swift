internal import DataReading
internal import Diagnostics
internal import StudyFiles

/// Reads data files of a study in order; one that cannot be read is left out, with a message.
func readDataFiles(
    _ files: [DataFile], namedIn studyFile: String, reading: @escaping (String) throws -> [UInt8],
    _ reporter: FaultReporter
) -> [DataTable] {
    files.compactMap { declaration in
        let bytes: [UInt8]
        do {
            bytes = try reading(declaration.path.value)
        } catch let fault as DiagnosedError {
            reporter.report(fault.diagnostic)
            return nil
        } catch {
            reporter.report(
                Diagnostic(
                    .unreadableFile, at: declaration.path.location,
                    "file '\(declaration.path.value)' can't be read: \(error)",
                    help: ["check the path; it is relative to the study file"]))
            return nil
        }
        return readCells(
            of: declaration, bytes: bytes, namedIn: studyFile, companion: { try? reading($0) },
            reporting: reporter.report
        ).map { DataTable($0, declaration: declaration) }
    }
}
