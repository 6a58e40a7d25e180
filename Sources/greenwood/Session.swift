internal import Analysis
internal import ArgumentParser
internal import Bundling
internal import CairoRendering
internal import Checksums
internal import CohortBuilding
internal import DataReading
internal import Databases
internal import Diagnostics
internal import Dispatch
internal import Drawing
internal import Foundation
internal import Mathematics
internal import Results
internal import StudyFiles
internal import Styling

/// A study that was read together with its patients.
struct LoadedStudy {
    var study: Study
    var cohort: Cohort
    /// Counts of the patients for parts of the plan, where a database counted them.
    var parts: [PlanPart: Cohort]
    var provenance: Provenance
    /// The values that the study lists as published.
    var published: [PublishedValue]
}

/// One run of a command: reads files, collects messages, and prints them to standard error.
final class Session {
    let sink = DiagnosticSink()
    private var formatter = DiagnosticFormatter()
    /// Measures the texts of figures, and loads fonts meanwhile; nil until a study is read.
    private(set) var measurer: PangoTextMeasurer?
    /// A look at the bundle that is going to be replaced, which goes on meanwhile; nil until it is known which.
    private var previous: BundleInspection?
    let progress: ProgressLine?
    /// The exit code where what the user gave is at fault.
    private let faultCode: Int32

    init(showsProgress: Bool = true, faultCode: Int32 = Exit.fault) {
        progress = showsProgress ? ProgressLine.onTerminal() : nil
        self.faultCode = faultCode
    }

    /// A look at the bundle in a folder: the one that was begun, or else one that begins now.
    @discardableResult
    func inspection(of folder: String) -> BundleInspection {
        if let previous, previous.path == folder { return previous }
        let inspection = BundleInspection(of: folder)
        previous = inspection
        return inspection
    }

    /// Forgets the look at a bundle that is replaced by now.
    func forgetInspection() { previous = nil }

    /// The bytes of a file; nil, with a message, where it cannot be read.
    func read(_ path: String) -> [UInt8]? {
        do {
            return try readFile(path)
        } catch {
            sink.emit(
                Diagnostic(
                    .unreadableFile, at: nil, "file '\(path)' can't be read: \(error)",
                    help: ["check the spelling; paths begin in the folder where the command is run"]))
            return nil
        }
    }

    /// Reads a study file and its data; nil, with messages, where anything is at fault.
    func load(_ path: String) -> LoadedStudy? {
        progress?.step("reading \(path)")
        guard let text = readStudyText(at: path, reporting: sink) else { return nil }
        formatter.allowQuoting(text, of: path)
        guard var study = readStudy(text, file: path, reporting: sink) else { return nil }
        let folder = folderName(of: path)
        var styleInputs: [Provenance.Input] = []
        if let presentation = presentation(of: study, in: folder, inputs: &styleInputs) {
            study.manuscript = presentation
        }
        beginLoadingFonts(of: study)
        let hashes = FileHashes()
        let databases = DatabaseReader()
        let readingFile = { (file: String) throws -> [UInt8] in
            self.progress?.step("reading \(file)")
            let content = try readFile(join(folder, file))
            hashes.add(file, content)
            return content
        }
        let reading = { (file: String) throws -> [UInt8] in
            if let position = study.dataFiles.firstIndex(where: { $0.path.value == file && $0.database != nil }),
                let table = study.dataFiles[position].database
            {
                let rows = try databases.read(table)
                hashes.add(file, hash: rows.digest)
                study.dataFiles[position].database?.statement = rows.statement
                return rows.csv
            }
            return try readingFile(file)
        }
        let streaming = { (file: String) throws -> (any StreamedFile)? in
            guard let large = try? LargeFile(join(folder, file)) else { return nil }
            self.progress?.step("reading \(file)")
            hashes.add(file, large)
            return large
        }
        let counted = countedPatients(of: &study, in: databases)
        if let counted { hashes.add(counted.path, hash: counted.patients.digest) }
        guard !sink.hasErrors else { return nil }
        let ofPublished = DiagnosticSink(forPart: ())
        let (published, cohort) = simultaneously(
            { [study] in readPublished(of: study, reading: readingFile, reporting: ofPublished) },
            {
                counted?.patients.whole
                    ?? buildCohort(
                        for: study, reading: reading, streaming: streaming, today: lastPossibleDay, reporting: sink)
            })
        // After an error nobody waits for the rest of a large file.
        if !sink.hasErrors { report(refused: hashes.refused) }
        sink.add(ofPublished)
        guard let cohort, !sink.hasErrors else { return nil }
        let studyInput = Provenance.Input(
            role: "study", path: URL(filePath: path).lastPathComponent,
            sha256: SHA256Digest(of: Array(text.utf8)).hexadecimal, rows: nil)
        let inputs = dataInputs(of: study, cohort, publishedRows: published.count, hashes: hashes.all)
        return LoadedStudy(
            study: study, cohort: cohort, parts: counted?.patients.parts ?? [:],
            provenance: Provenance(
                program: "greenwood \(programVersion)", inputs: [studyInput] + inputs + styleInputs),
            published: published)
    }

    private func readPublished(
        of study: Study, reading: @escaping (String) throws -> [UInt8], reporting sink: DiagnosticSink
    ) -> [PublishedValue] {
        guard let file = study.manuscript.published else { return [] }
        let location = study.publishedLocation ?? SourceLocation(file: study.file, line: 1, column: 1)
        return readPublishedValues(at: Located(file, at: location), of: study, reading: reading, reporting: sink)
    }

    /// Says which large files could not be read to their end, and why.
    private func report(refused: [String: String]) {
        for (file, reason) in refused.sorted(by: { $0.key < $1.key }) {
            sink.emit(
                Diagnostic(
                    .unreadableFile, at: nil, "file '\(file)' can't be read: \(reason)",
                    help: ["run the command again when nothing writes to the file"]))
        }
    }

    /// The files that hold the patients and the published values, as the results name them.
    private func dataInputs(
        of study: Study, _ cohort: Cohort, publishedRows: Int, hashes: [String: String]
    ) -> [Provenance.Input] {
        let data = study.dataFiles.flatMap { file in
            let data = Provenance.Input(
                role: file.name.value, path: file.path.value, sha256: hashes[file.path.value] ?? "",
                rows: cohort.rowCounts[file.name.value])
            // The formats of a SAS data set, which label its values.
            let catalog = file.catalog.map { path in
                Provenance.Input(
                    role: "\(file.name.value) catalog", path: path.value, sha256: hashes[path.value] ?? "", rows: nil)
            }
            return [data] + [catalog].compactMap(\.self)
        }
        let published = study.manuscript.published.map { file in
            Provenance.Input(role: "published", path: file, sha256: hashes[file] ?? "", rows: publishedRows)
        }
        return data + [published].compactMap(\.self)
    }

    /// Looks for the fonts of the study's figures on another thread, while this one reads and analyses the data.
    private func beginLoadingFonts(of study: Study) {
        guard let style = try? HouseStyle.named(study.manuscript.style) else { return }
        let measurer = PangoTextMeasurer(language: study.description.language)
        let family = style.figures.fontFamily
        DispatchQueue.global().async {
            measurer.prepare([false, true].map { Font(family: family, size: 1, isBold: $0) })
        }
        self.measurer = measurer
    }

    /// Runs the plan on the patients, beside the published values.
    func analyze(_ loaded: LoadedStudy, writesScript: Bool = true) -> StudyResults {
        var results = Analysis.analyze(
            loaded.cohort, parts: loaded.parts, as: loaded.study, provenance: loaded.provenance,
            reporting: sink, writesScript: writesScript,
            atEachStep: startAnalysing)
        results.published = loaded.published
        return results
    }

    /// Shows that a part of the plan is being analysed.
    func startAnalysing(_ part: String) { progress?.step("analysing \(part)") }

    /// Allows lines of a template to be quoted under messages about it.
    func allowQuoting(_ text: String, of file: String) {
        formatter.allowQuoting(text, of: file)
    }

    /// Results that were analysed before.
    func readResults(_ path: String) throws -> StudyResults {
        guard let bytes = read(path) else { throw fault() }
        do {
            return try StudyResults(decodingJSON: bytes)
        } catch {
            report(error, reading: path)
            throw fault()
        }
    }

    /// Says why results could not be read.
    func report(_ error: ResultsReadingError, reading path: String) {
        switch error {
        case .newerSchema(let found, let supported):
            sink.emit(
                Diagnostic(
                    .resultsTooNew, at: nil,
                    "'\(path)' is written in version \(found) of the results' grammar; this program reads up to \(supported)",
                    help: ["render it with the program that wrote it, or analyse the study again"]))
        case .unreadable(let reason):
            sink.emit(
                Diagnostic(
                    .resultsUnreadable, at: nil, "'\(path)' is not a results file: \(reason)",
                    help: ["give the results.json of a bundle, or make one with 'greenwood analyze'"]))
        }
    }

    /// Writes bytes to a file, or to standard output for `-`.
    func write(_ bytes: [UInt8], to path: String) throws {
        progress?.end()
        guard path != "-" else {
            FileHandle.standardOutput.write(Data(bytes))
            return
        }
        do throws(SystemError) {
            try writeFile(bytes, to: path)
        } catch {
            sink.emit(
                Diagnostic(
                    .cannotWrite, at: nil, "'\(path)' can't be written: \(error)",
                    help: ["choose another place with --output"]))
            throw fault()
        }
    }

    /// All messages as they are printed, without a line end.
    var messages: String { sink.diagnostics.map(formatter.format).joined(separator: "\n\n") }

    /// Prints all messages to standard error.
    func printMessages() {
        progress?.end()
        guard !sink.diagnostics.isEmpty else { return }
        FileHandle.standardError.write(Data((messages + "\n").utf8))
    }

    /// Prints all messages and ends the run as one whose study or data are at fault.
    func fault() -> ExitCode {
        printMessages()
        return ExitCode(faultCode)
    }
}

/// The day that it is where the day begins first on earth: no record of the past has a later one.
private var lastPossibleDay: CalendarDay {
    CalendarDay(daysSinceEpoch: Int(((Date().timeIntervalSince1970 + 14 * 3600) / 86400).rounded(.down)))
}
