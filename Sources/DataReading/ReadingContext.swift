internal import Diagnostics
internal import StudyFiles

/// What every reader of a data file needs: what the study says of it, and where messages go.
struct ReadingContext {
    let declaration: DataFile
    /// The path as messages show it.
    let file: String
    /// The path of the study file; empty before there is one.
    let studyFile: String
    /// Another file by its path as the study names it; nil where there is none.
    let companion: (String) -> [UInt8]?
    let report: (Diagnostic) -> Void

    /// Where the study file says how the file is read.
    var section: String { "data.\(declaration.name.value)" }

    func refuse(at location: SourceLocation?, _ summary: String, help: String) {
        report(Diagnostic(.csvSyntax, at: location, summary, help: [help]))
    }

    func refuseEmpty(cell: String? = nil) {
        refuse(
            at: SourceLocation(file: file, line: 1, column: 1, cell: cell), "file is empty",
            help: "begin it with a row of column names")
    }

    /// Says that a file of another form than text cannot be read.
    func refuse(damaged reason: String, help: String, at location: SourceLocation? = nil) {
        report(
            Diagnostic(
                .unreadableData, at: location ?? declaration.path.location,
                "'\(declaration.path.value)' can't be read as \(declaration.format.words): \(reason)", help: [help]))
    }
}
