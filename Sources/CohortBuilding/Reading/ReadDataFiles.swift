internal import Diagnostics
internal import StudyFiles

/// Reads data files of a study in order; one that cannot be read is left out, with a message.
func readDataFiles(
    _ files: [DataFile], namedIn studyFile: String, reading: (String) throws -> [UInt8], _ reporter: FaultReporter
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
        return DataFileReader(declaration: declaration, bytes: bytes, studyFile: studyFile, reporter: reporter).table()
    }
}

/// Reads one data file and refuses what cannot be read safely.
private struct DataFileReader {
    let declaration: DataFile
    let bytes: [UInt8]
    let studyFile: String
    let reporter: FaultReporter

    /// The path from where the study file's path begins, so that an editor finds it.
    var file: String {
        let path = declaration.path.value
        guard declaration.database == nil, !path.hasPrefix("/"), let slash = studyFile.lastIndex(of: "/") else {
            return path
        }
        return studyFile[...slash] + path
    }

    func table() -> DataTable? {
        guard bytes.count <= Int(UInt32.max) else {
            refuse(at: nil, "'\(file)' is larger than 4 GiB", help: "split the file, or leave out columns not used")
            return nil
        }
        guard isText() else { return nil }
        var faults: [CSVFault] = []
        let csv = CSVTable(bytes, file: file, delimiter: declaration.delimiter) { faults.append($0) }
        // A wrong delimiter makes every row look wrong: then that alone is said.
        if let csv, hasWrongDelimiter(csv) { return nil }
        for fault in faults {
            reporter.report(fault.diagnostic(in: bytes, file: file, delimiter: declaration.delimiter))
        }
        guard let csv else {
            if faults.isEmpty {
                refuse(
                    at: SourceLocation(file: file, line: 1, column: 1), "file is empty",
                    help: "begin it with a row of column names")
            }
            return nil
        }
        return hasNamedColumns(csv) ? DataTable(csv, declaration: declaration) : nil
    }

    private func refuse(at location: SourceLocation?, _ summary: String, help: String) {
        reporter.report(Diagnostic(.csvSyntax, at: location, summary, help: [help]))
    }

    private func isText() -> Bool {
        let converted = file.hasSuffix(".csv") ? "\(file.dropLast(4)).utf8.csv" : "\(file).utf8"
        func conversion(from encoding: String) -> String {
            "iconv -f \(encoding) -t UTF-8 \(shellQuoted(file)) > \(shellQuoted(converted))"
        }
        switch encodingFault(in: bytes) {
        case nil: return true
        case .utf16:
            reporter.report(
                Diagnostic(
                    .encodingUnsupported, at: SourceLocation(file: file, line: 1, column: 1),
                    "file must be UTF-8, it is UTF-16",
                    help: ["convert it, then name the new file in the study: \(conversion(from: "UTF-16"))"]))
        case .invalidUTF8(let offset):
            reporter.report(
                Diagnostic(
                    .encodingUnsupported, at: location(of: offset),
                    "file must be UTF-8, this is not; perhaps it is Windows-1252 or GB18030",
                    help: [
                        "convert Western European text by: \(conversion(from: "WINDOWS-1252"))",
                        "convert Chinese text by: \(conversion(from: "GB18030"))",
                    ]))
        case .nul(let offset):
            refuse(
                at: location(of: offset), "NUL byte: this is no text, or UTF-16 without a byte order mark",
                help: "export the file as CSV in UTF-8")
        }
        return false
    }

    private func location(of offset: Int) -> SourceLocation {
        place(of: offset, in: bytes, file: file, from: lengthOfByteOrderMark(bytes), onLine: 1)
    }

    private func hasWrongDelimiter(_ csv: CSVTable) -> Bool {
        guard csv.header.count == 1, let other = otherDelimiter(in: csv.header[0]) else { return false }
        refuse(
            at: csv.location(ofColumn: 0), "only one column found, and its name holds \(other.name)",
            help: "add 'delimiter: \(other.yaml)' to data.\(declaration.name.value) in '\(studyFile)'")
        return true
    }

    private func hasNamedColumns(_ csv: CSVTable) -> Bool {
        var first: [String: Int] = [:]
        var isSound = true
        for (column, name) in csv.header.enumerated() {
            if name.isEmpty {
                isSound = false
                refuse(
                    at: csv.location(ofColumn: column), "column \(column + 1) has no name",
                    help: "name the column in the first row, or delete it")
            } else if let earlier = first[name] {
                isSound = false
                reporter.report(
                    Diagnostic(
                        .duplicateColumn, at: csv.location(ofColumn: column),
                        "column \(quoted(name)) stands twice in the header",
                        notes: [.init("it stands first here", at: csv.location(ofColumn: earlier))],
                        help: ["rename one of them"]))
            } else {
                first[name] = column
            }
        }
        return isSound
    }

    private func otherDelimiter(in name: String) -> (name: String, yaml: String)? {
        if name.contains(";") { return ("';'", "\";\"") }
        if name.contains("\t") { return ("a tab", "\"\\t\"") }
        if name.contains(","), declaration.delimiter != UInt8(ascii: ",") { return ("','", "\",\"") }
        return nil
    }
}

/// A path as a shell takes it.
private func shellQuoted(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-+".unicodeScalars.contains($0)
    }
    return isPlain
        ? path : "'\(path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#))'"
}
