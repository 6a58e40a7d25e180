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
        help: "The patients' file: CSV with one row a patient.", completion: .file(extensions: ["csv", "tsv", "txt"]))
    var data: String?

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
        print("\nnext:\n  greenwood check \(folder)/study.yaml\n  greenwood build \(folder)/study.yaml")
    }

    private func draft(from data: String, in session: Session) throws {
        guard let bytes = session.read(data) else { throw session.fault() }
        let fileName = URL(filePath: data).lastPathComponent
        let delimiter = delimiter(of: bytes)
        let missing = missingCodes(in: bytes, delimiter: delimiter)
        let file = DataFile(
            name: Located("patients", at: SourceLocation(file: data, line: 1, column: 1)),
            path: Located(data, at: SourceLocation(file: data, line: 1, column: 1)), delimiter: delimiter,
            missingCodes: missing)
        guard let columns = readTextColumns(of: file, reading: { _ in bytes }, reporting: session.sink) else {
            throw session.fault()
        }
        let name = URL(filePath: folder).standardizedFileURL.lastPathComponent
        func draft(_ known: KnownColumns) -> StudyDraft {
            draftStudy(
                from: columns, name: name, path: "data/\(fileName)", delimiter: Character(Unicode.Scalar(delimiter)),
                missingCodes: missing, known: known)
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
        print((["", "check:"] + study.checks.map { "  \($0)" }).joined(separator: "\n"))
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

/// The delimiter that the header line holds most often.
func delimiter(of bytes: [UInt8]) -> UInt8 {
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let candidates = [",", ";", "\t", "|"].map { ($0 as Unicode.Scalar).value }.map(UInt8.init)
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { return candidates[0] }
    return candidates[index]
}

/// The usual texts for a missing value that a file uses as whole cells.
func missingCodes(in bytes: [UInt8], delimiter: UInt8) -> [String] {
    let usual = ["NA", "N/A", "NULL", "null", ".", "#N/A", "NaN", "?"]
    var found: Set<String> = []
    for cell in bytes.split(whereSeparator: { $0 == delimiter || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
    where cell.count <= 4 {
        let text = String(decoding: cell, as: UTF8.self)
        if usual.contains(text) { found.insert(text) }
    }
    return usual.filter(found.contains)
}
