internal import ArgumentParser
internal import CohortBuilding
internal import Diagnostics
internal import Foundation
internal import StudyDrafting
internal import StudyFiles

/// `greenwood init`: a first study from a data file, or a copy of an example.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Begin a study: a folder with the data and a first study file.",
        discussion: """
              greenwood init my-study --data patients.csv     guess arms, endpoints, variables, tables and figures
              greenwood init my-study --example lung          copy a complete study to learn from

            Says what it guessed and what to check. On a terminal it asks about the key, the arms and the start; --yes takes \
            the guesses.
            """)

    enum Example: String, ExpressibleByArgument, CaseIterable { case hcc, lung }

    @Argument(help: "The study's folder, which must not exist yet.", completion: .directory)
    var folder: String

    @Option(
        help: "The patients' file with one row a patient: CSV, Excel, SPSS, Stata, SAS or SQLite.",
        completion: .file(extensions: [
            "csv", "tsv", "txt", "gz", "xlsx", "sav", "dta", "sas7bdat", "xpt", "sqlite", "db",
        ]))
    var data: String?

    @Option(help: "The sheet of a workbook or the table of a database; else the first, or the only one.")
    var table: String?

    @Option(help: "What the letters of a text file are written in, such as windows-1252; else as the file shows.")
    var encoding: String?

    @Option(
        help:
            "Copy a complete study instead: hcc (synthetic, with matching and adverse events) or lung (public, small).")
    var example: Example?

    @Option(help: "The column that identifies a patient.")
    var key: String?

    @Option(help: "The column of the treatment arms.")
    var arms: String?

    @Option(help: "The column with the date on which time begins.")
    var start: String?

    @Flag(name: .shortAndLong, help: "Ask nothing; take the guesses.")
    var yes = false

    func validate() throws {
        if (data == nil) == (example == nil) {
            throw ValidationError("Give either --data FILE or --example hcc|lung.")
        }
        if let encoding, TextEncoding(rawValue: encoding.lowercased()) == nil {
            let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'\(encoding)' is no known encoding: known are \(known)")
        }
    }

    mutating func run() throws {
        let session = Session()
        guard !FileManager.default.fileExists(atPath: folder) else {
            session.sink.emit(
                Diagnostic(
                    .cannotWrite, at: nil, "'\(folder)' exists already",
                    help: ["name a new folder, or delete that one"]))
            throw session.fault()
        }
        if let example {
            try write(Examples.files(of: example.rawValue), in: session)
            print("copied the example '\(example.rawValue)' to \(folder)/")
        } else if let data {
            try draft(from: data, in: session)
        }
        try write([("study.schema.json", Array(StudyLanguage.jsonSchema()))], in: session)
        let file = shellWord("\(folder)/study.yaml")
        print("\nnext:\n  greenwood check \(file)\n  greenwood build \(file)")
    }

    private func draft(from data: String, in session: Session) throws {
        guard let bytes = session.read(data) else { throw session.fault() }
        let fileName = URL(filePath: data).lastPathComponent
        func located<Value>(_ value: Value) -> Located<Value> {
            Located(value, at: SourceLocation(file: data, line: 1, column: 1))
        }
        var file = DataFile(name: located("patients"), path: located(data))
        if file.format == .text {
            file.encoding = encoding.flatMap { TextEncoding(rawValue: $0.lowercased()) }.map(located)
        }
        if file.format == .workbook { file.sheet = table.map(located) }
        if file.format == .database { file.table = table.map(located) }
        let reading = { (path: String) throws(SystemError) -> [UInt8] in
            if path == data { return bytes }
            return try readFile(path)
        }
        guard let read = readTextColumns(of: file, reading: reading, reporting: session.sink) else {
            throw session.fault()
        }
        let others = read.otherSheets.map { "'\($0)'" }.joined(separator: ", ")
        guard others.isEmpty || read.columns.contains(where: { $0.values.count > 0 }) else {
            session.sink.emit(
                Diagnostic(
                    .emptyPopulation, at: nil,
                    "sheet '\(read.file.sheet?.value ?? "")' of '\(data)' has no rows of data",
                    help: ["name another with --table: \(others)"]))
            throw session.fault()
        }
        var columns = read.columns
        let found = read.file
        let missing = missingCodes(in: columns)
        for index in columns.indices {
            columns[index].values = columns[index].values.map { $0.flatMap { missing.contains($0) ? nil : $0 } }
        }
        let name = URL(filePath: folder).standardizedFileURL.lastPathComponent
        func draft(_ known: KnownColumns) -> StudyDraft {
            draftStudy(
                from: columns, name: name, path: "data/\(fileName)",
                delimiter: Character(Unicode.Scalar(found.delimiter ?? UInt8(ascii: ","))),
                readingKeys: readingKeys(of: found), missingCodes: missing, line: read.line, known: known)
        }
        var known = KnownColumns(key: key, arms: arms, start: start)
        try requireColumns(known, among: columns, in: session)
        if !yes, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            known = askAbout(known, guessed: draft(known), among: columns.map(\.name))
        }
        let study = draft(known)
        try write([("study.yaml", Array(study.yaml.utf8)), ("data/\(fileName)", bytes)], in: session)
        print(
            "wrote \(folder)/study.yaml and \(folder)/data/\(fileName): \(columns.first?.values.count ?? 0) patients\n")
        print((["guessed:"] + study.guesses.map { "  \($0)" }).joined(separator: "\n"))
        let sheets =
            others.isEmpty
            ? []
            : [
                "Sheet '\(found.sheet?.value ?? "")' was read. Others are \(others): name one with --table if it holds the patients."
            ]
        print((["", "check:"] + (sheets + study.checks).map { "  \($0)" }).joined(separator: "\n"))
        session.printMessages()
    }

    /// Columns that were named on the command line must exist.
    private func requireColumns(_ known: KnownColumns, among columns: [TextColumn], in session: Session) throws {
        let names = columns.map(\.name)
        for name in [known.key, known.arms, known.start].compactMap({ $0 }) where !names.contains(name) {
            session.sink.emit(
                Diagnostic(
                    .unknownColumn, at: nil, "column '\(name)' doesn't exist in '\(data ?? "")'",
                    help: NearestName.help(for: name, among: names, kind: "columns").map { [$0] } ?? []))
        }
        if session.sink.hasErrors { throw session.fault() }
    }

    private func write(_ files: [(path: String, bytes: [UInt8])], in session: Session) throws {
        for file in files {
            let path = "\(folder)/\(file.path)"
            try? FileManager.default.createDirectory(atPath: folderName(of: path), withIntermediateDirectories: true)
            try session.write(file.bytes, to: path)
        }
    }
}

/// Asks on the terminal for what was guessed; an empty answer keeps the guess, a dash says that there is none.
private func askAbout(_ known: KnownColumns, guessed draft: StudyDraft, among names: [String]) -> KnownColumns {
    func ask(_ question: String, _ value: String?, _ guess: String?) -> String? {
        if let value { return value }
        while true {
            print("\(question)\(guess.map { " [\($0)]" } ?? " [none]"): ", terminator: "")
            guard let answer = readLine()?.trimmingCharacters(in: .whitespaces), !answer.isEmpty else { return guess }
            if names.contains(answer) { return answer }
            print("  no such column; \(NearestName.help(for: answer, among: names, kind: "columns") ?? "")")
        }
    }
    return KnownColumns(
        key: ask("Which column identifies a patient?", known.key, draft.key),
        arms: ask("Which column holds the treatment arms?", known.arms, draft.armColumn),
        start: draft.startColumn == nil && known.start == nil
            ? nil : ask("On which date does time begin?", known.start, draft.startColumn))
}

/// A path as a shell takes it for one word.
func shellWord(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/._-+,:@%=".unicodeScalars.contains(scalar)
    }
    return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
}

/// The keys of the study file that say how a file was read, where that is not what any reader would take.
private func readingKeys(of file: DataFile) -> [String: String] {
    var keys: [String: String] = [:]
    if let encoding = file.encoding?.value, encoding != .utf8 { keys["encoding"] = encoding.rawValue }
    keys["sheet"] = file.sheet?.value
    keys["table"] = file.table?.value
    return keys
}

/// The usual texts for a missing value that a file uses as whole cells.
func missingCodes(in columns: [TextColumn]) -> [String] {
    let usual = ["NA", "N/A", "NULL", "null", ".", "#N/A", "NaN", "?"]
    return usual.filter { code in columns.contains { $0.values.contains(code) } }
}
