internal import Archives
internal import Auditing
internal import CohortBuilding
internal import DataReading
internal import Diagnostics
internal import ManuscriptReading
internal import Results
internal import StudyDrafting
internal import StudyFiles
internal import Templating

/// A reader of bytes that somebody gives to the program: where fuzzing begins, and where what it found is read again.
///
/// Whatever the bytes, a reader gives a value or messages. A crash, a hang or a full memory is a fault.
public enum ReaderEntrance: String, CaseIterable, Sendable {
    case study, data, expression, template, results, archive, manuscript

    /// Reads the bytes and forgets what they say.
    public func read(_ bytes: [UInt8]) {
        switch self {
        case .study: readStudyFile(bytes)
        case .data: readData(bytes)
        case .expression: readExpression(bytes)
        case .template: readTemplate(bytes)
        case .results: readResults(bytes)
        case .archive: readArchive(bytes)
        case .manuscript: readManuscriptText(bytes)
        }
    }

    private func readStudyFile(_ bytes: [UInt8]) {
        let sink = DiagnosticSink()
        guard let text = studyText(of: bytes, file: "study.yaml", reporting: sink) else { return }
        _ = readStudy(text, file: "study.yaml", reporting: sink)
        _ = readStylePreset(text, file: "preset.yaml", reporting: sink)
        print(sink, quoting: text)
    }

    private func readData(_ bytes: [UInt8]) {
        let sink = DiagnosticSink()
        guard let study = readStudy(Self.plan, file: "study.yaml", reporting: sink) else {
            fatalError("the plan of this file is at fault")
        }
        _ = buildCohort(for: study, reading: { _ in bytes }, reporting: sink)
        readInParts(bytes, of: study, expecting: sink.diagnostics)
        let read = readTextColumns(of: study.dataFiles[0], reading: { _ in bytes }, reporting: sink)
        if let read {
            _ = draftStudy(
                from: read.columns, name: "a study", path: "patients.csv", delimiter: ",", missingCodes: [])
        }
        print(sink, quoting: Self.plan)
    }

    /// A large file is read another way, which must say the same.
    private func readInParts(_ bytes: [UInt8], of study: Study, expecting messages: [Diagnostic]) {
        let sink = DiagnosticSink()
        _ = buildCohort(
            for: study, reading: { _ in bytes }, streaming: { _ in FuzzedFile(bytes) }, reporting: sink)
        // What a damaged gzip file says first depends on how far it was read.
        guard !isGzip(bytes) else { return }
        let formatter = DiagnosticFormatter()
        if sink.diagnostics.map(formatter.format) != messages.map(formatter.format) {
            fatalError("a file read part by part gives other messages")
        }
    }

    private func readExpression(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let start = SourceLocation(file: "study.yaml", line: 1, column: 1)
        for purpose in [Expression.Purpose.condition, .formula] {
            let sink = DiagnosticSink()
            _ = Expression(text, as: purpose, at: start, reporting: sink)
            print(sink, quoting: text)
        }
    }

    private func readTemplate(_ bytes: [UInt8]) {
        let sink = DiagnosticSink()
        let template = Template(named: "fuzzed.md", from: OneTemplate(bytes: bytes), reporting: sink)
        var context = TemplateContext()
        var study = TemplateContext(ResultName(["study"]))
        study.add("title", .text("A study"), from: "/study/title")
        study.add("n", .number(12, printed: "12"), from: "/study/n")
        context.add(study)
        _ = template.filled(with: context, reporting: sink)
        print(sink, quoting: String(decoding: bytes, as: UTF8.self))
    }

    private func readResults(_ bytes: [UInt8]) {
        if let results = try? StudyResults(decodingJSON: bytes) { _ = try? results.encodedJSON() }
        _ = try? StudyResults.decodingEarlier(json: bytes)
    }

    private func readArchive(_ bytes: [UInt8]) {
        let limits = ArchiveLimits(fileSize: 4 << 20, totalSize: 16 << 20)
        _ = try? decompressedGzip(bytes, limits: limits)
        guard let archive = try? ZIPReader(bytes, limits: limits) else { return }
        for entry in archive.entries { _ = try? archive.bytes(of: entry.path) }
    }

    private func readManuscriptText(_ bytes: [UInt8]) {
        // The first byte chooses the kind that a name would tell.
        let names = ["paper.md", "paper.html", "paper.txt", "paper.docx"]
        let name = names[Int(bytes.first ?? 0) % names.count]
        guard let manuscript = try? readManuscript(Array(bytes.dropFirst()), name: name) else { return }
        _ = audit(manuscript)
        _ = coverage(of: manuscript)
    }

    /// Messages are formed too: what they quote is the reader's input.
    private func print(_ sink: DiagnosticSink, quoting text: String) {
        var formatter = DiagnosticFormatter()
        for file in ["study.yaml", "preset.yaml", "patients.csv", "fuzzed.md"] {
            formatter.allowQuoting(text, of: file)
        }
        for diagnostic in sink.diagnostics { _ = formatter.format(diagnostic) }
    }

    private static let plan = """
        greenwood: 1
        study: { title: A study, cutoff: 2024-06-30 }
        data:
          patients: { file: patients.csv, key: id, missing: [NA, "-"] }
        arms: { column: arm }
        variables:
          age: { label: Age, unit: years }
          old: { cut: [65], from: age }
          sex: { codes: { 1: Male, 2: Female } }
        endpoints:
          os: { from: start, event: death, censor: last }
          pfs: { time: time, status: status, codes: { 0: censored, 1: event }, time_unit: days }
        exclusions:
          - { where: age < 18, because: A child }

        """
}

/// A file that is read part by part.
private final class FuzzedFile: StreamedFile {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var size: Int { bytes.count }

    func read(from offset: Int, into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = max(0, min(room.count, bytes.count - offset))
        room.copyBytes(from: bytes[offset..<offset + count])
        return count
    }

    func expectUnchanged() {}
}

/// A folder of one template, which may include itself.
private struct OneTemplate: TemplateLoader {
    var bytes: [UInt8]

    var names: [String] { ["fuzzed.md"] }

    func source(named name: String) throws(TemplateLoadingError) -> TemplateSource? {
        guard names.contains(name) else { return nil }
        return try TemplateSource(name: name, file: name, bytes: bytes)
    }
}
