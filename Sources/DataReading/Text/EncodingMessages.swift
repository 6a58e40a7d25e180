internal import Diagnostics
internal import StudyFiles

/// What is said of the letters of a text.
extension TextFileReader {
    /// Says that a text that is called UTF-8 is none.
    func refuse(_ fault: UTF8Fault, at location: SourceLocation) {
        switch fault {
        case .invalid: refuseInvalid(at: location, .utf8)
        case .nul: refuseNUL(at: location, in: nil)
        }
    }

    /// Says that a NUL byte stands in a text, and in which encoding where it is not UTF-8.
    func refuseNUL(at location: SourceLocation, in encoding: TextEncoding?) {
        context.refuse(
            at: location, "NUL byte: this is no text\(encoding.map { " in \($0.rawValue)" } ?? "")",
            help: "\(encoding == nil ? "" : "correct 'encoding', or ")export the file as CSV in UTF-8")
    }

    func refuseInvalid(at location: SourceLocation, _ encoding: TextEncoding) {
        context.report(
            Diagnostic(
                .encodingUnsupported, at: location, "file can't be read as \(encoding.rawValue) from here on",
                notes: declaration.encoding.map { [.init("it is declared here", at: $0.location)] } ?? [],
                help: ["correct 'encoding' in \(context.section), or save the file as UTF-8"]))
    }

    func refuseUnknown(_ encoding: TextEncoding) {
        context.report(
            Diagnostic(
                .encodingUnsupported, at: declaration.encoding?.location ?? start,
                "this system can't convert \(encoding.rawValue)",
                help: [
                    "install the C library's conversions (on Debian: libc-gconv-modules-extra), or save the file as UTF-8"
                ]))
    }

    /// Whether a file begins with the mark of another encoding than the study says; then with a message.
    func refusesMark(_ mark: TextEncoding, _ declared: Located<TextEncoding>) -> Bool {
        if declared.value == mark || (declared.value == .utf16 && mark != .utf8) { return false }
        context.report(
            Diagnostic(
                .encodingUnsupported, at: start,
                "file begins with the mark of \(mark.rawValue), the study says \(declared.value.rawValue)",
                notes: [.init("it is declared here", at: declared.location)],
                help: ["delete 'encoding', or write 'encoding: \(mark.rawValue)'"]))
        return true
    }

    /// Warns that an encoding was taken that is no more than likely, and shows a cell.
    func warn(ofGuess encoding: TextEncoding, at location: SourceLocation, cell: String) {
        context.report(
            Diagnostic(
                .encodingGuessed, severity: .warning, at: location,
                "file is not UTF-8 and was read as \(encoding.rawValue), in which this is \(quoted(cell))",
                help: [
                    context.studyFile.isEmpty
                        ? "the study file says so; if that is wrong, name the right one with --encoding"
                        : "if that is right, add 'encoding: \(encoding.rawValue)' to \(context.section) "
                            + "in '\(context.studyFile)'; else name the right one"
                ]))
    }

    /// Says that the letters don't tell the encoding, and how a cell reads in those that make sense.
    func refuseAmbiguous(_ cells: [(encoding: TextEncoding, text: String)], at location: SourceLocation) {
        let readings = cells.map { "\($0.encoding.rawValue): \(quoted($0.text))" }
        let example = (cells.first?.encoding ?? .western).rawValue
        let place =
            context.studyFile.isEmpty
            ? "with '--encoding \(example)' or another"
            : "in \(context.section) of '\(context.studyFile)', as in 'encoding: \(example)'"
        context.report(
            Diagnostic(
                .encodingUnsupported, at: location, "file is not UTF-8, and its letters don't tell what it is",
                notes: readings.isEmpty ? [] : [.init("this may be, \(readings.joined(separator: ", "))")],
                help: [
                    "name its encoding \(place); known are "
                        + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
                ]))
    }

    /// Whether a file has the wrong ending, by its first bytes; then with a message.
    func refusesBinaryForm(_ head: [UInt8]) -> Bool {
        let forms: [(name: String, beginning: [UInt8])] = [
            ("an OpenDocument spreadsheet (.ods)", Array(head.prefix(30)) + Self.openDocument),
            ("an Excel workbook or another ZIP archive", [0x50, 0x4B, 0x03, 0x04]),
            ("an old Excel workbook (.xls)", [0xD0, 0xCF, 0x11, 0xE0]),
            ("an SQLite database", Array("SQLite format 3\0".utf8)), ("an SPSS file", Array("$FL2@(#)".utf8)),
            ("a Stata file", Array("<stata_dta>".utf8)), ("a SAS transport file", Array("HEADER RECORD*******".utf8)),
            ("a PDF", Array("%PDF-".utf8)),
        ]
        let isArchive = head.starts(with: [0x50, 0x4B, 0x03, 0x04])
        guard
            let form = forms.dropFirst(isArchive ? 0 : 1).first(where: { head.starts(with: $0.beginning) })
        else { return false }
        // What no reader takes is saved in another form; another ending would not help.
        let isSheet = form.name.hasSuffix(".xls)") || form.name.hasSuffix(".ods)")
        context.refuse(
            at: start, "this is no text but \(form.name)",
            help: isSheet
                ? "save it as an Excel workbook (.xlsx) or as CSV"
                : "give the file the ending of its form, or export it as CSV")
        return true
    }

    /// The first member of the archive that an OpenDocument spreadsheet is, from its name on.
    private static let openDocument = Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)

    private var start: SourceLocation { SourceLocation(file: context.file, line: 1, column: 1) }
}
