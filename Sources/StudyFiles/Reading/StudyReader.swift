public import Diagnostics

/// Reads a study file.
///
/// Every fault of the file is reported in one run, at its line and column. Names of columns are not checked: they are known when the data are read.
///
/// - Parameters:
///   - text: The study file's text.
///   - file: The study file's path as the user named it, for messages.
///   - sink: Where messages go.
/// - Returns: The study; nil where anything is at fault.
public func readStudy(_ text: String, file: String, reporting sink: DiagnosticSink) -> Study? {
    StudyReader(text, file: file, reporting: sink).read()
}

/// What reading a study file carries along: its text, where messages go, and the names that the study declares.
final class StudyReader {
    let source: SourceText
    private let sink: DiagnosticSink
    private(set) var hasErrors = false
    /// What is called how where the study has no label for it.
    private(set) var labels = DefaultLabels.english
    /// The names that the study declares, sound or not, by what they stand for.
    private(set) var declared: [StudyLanguage.NameRole: [String]] = [:]
    /// The sections behind those names, where they are mappings.
    private var declarations: [StudyLanguage.NameRole: [String: Fields]] = [:]
    /// Whether the study declares arms, be the section sound or not, and the section.
    private(set) var givesArms = false
    private(set) var arms: Fields?

    init(_ text: String, file: String, reporting sink: DiagnosticSink) {
        let withoutMark = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        source = SourceText(withoutMark, file: file)
        self.sink = sink
    }

    /// Gives a message. What it quotes from the file may hold line breaks, which would tear the message.
    func report(_ diagnostic: Diagnostic) {
        if diagnostic.severity == .error { hasErrors = true }
        var message = diagnostic
        message.summary = message.summary.onOneLine
        message.help = message.help.map(\.onOneLine)
        sink.emit(message)
    }

    func read() -> Study? {
        guard let document = YAMLReader.read(source, report: { self.report($0) }) else { return nil }
        return study(from: document)
    }

    /// The study that a document describes.
    func study(from document: YAMLValue) -> Study? {
        guard readsVersion(of: document) else { return nil }
        labels = .labels(for: document["study"]?["language"]?.text ?? "en")
        declared[.endpoint] = document["endpoints"]?.entries?.map(\.key.value) ?? []
        let populations = document["populations"]?.entries?.map(\.key.value) ?? []
        declared[.population] = ["all"] + populations.filter { $0 != "all" }
        declared[.dataFile] = document["data"]?.entries?.map(\.key.value) ?? []
        let start = SourceLocation(file: source.file, line: 1, column: 1)
        let owner = Owner(words: "the study file", location: start)
        guard let fields = checkSection(document, as: StudyLanguage.document, of: owner) else { return nil }
        let study = study(from: fields)
        return hasErrors ? nil : study
    }

    /// Whether the file is written in a version that this program knows. Where it is newer, no more can be said of it.
    private func readsVersion(of document: YAMLValue) -> Bool {
        guard let value = document["greenwood"], let text = value.text, let version = Int(text) else { return true }
        let known = StudyLanguage.version
        guard version != known else { return true }
        let summary =
            version > known
            ? "study language \(version) is newer than this program, which reads \(known)"
            : "study language \(version) doesn't exist"
        let help = version > known ? ["use a newer greenwood"] : ["write 'greenwood: \(known)'"]
        report(Diagnostic(.unsupportedVersion, at: value.location, summary, help: help))
        return false
    }

    /// The section that declares a name; nil where there is none, or it is no mapping.
    func declaration(of name: Located<String>, as role: StudyLanguage.NameRole) -> Fields? {
        declarations[role]?[name.value]
    }

    private func remember(_ fields: Fields) {
        (givesArms, arms) = (fields.gives("arms"), fields.section("arms"))
        for (role, key) in [
            (StudyLanguage.NameRole.endpoint, "endpoints"), (.population, "populations"), (.dataFile, "data"),
        ] {
            declarations[role] = Dictionary(
                fields.namedSections(key).map { ($0.name.value, $0.fields) }, uniquingKeysWith: { first, _ in first })
        }
    }

    private func study(from fields: Fields) -> Study? {
        remember(fields)
        let description = fields.section("study")
        let study = description.flatMap(studyDescription)
        let dataFiles = dataFiles(fields.namedSections("data"), of: fields)
        let arms = arms.flatMap(armDeclaration)
        let variables = fields.namedSections("variables").compactMap { variable(named: $0, from: $1) }
        checkNames(of: variables, hasArms: givesArms)
        let endpoints = fields.namedSections("endpoints").compactMap { endpoint(named: $0, from: $1) }
        let conventions = conventions(from: fields.section("conventions") ?? defaults(of: StudyLanguage.conventions))
        let exclusions = fields.sections("exclusions").compactMap(exclusionRule)
        let populations = fields.namedSections("populations").compactMap { population(named: $0, from: $1) }
        let tables = tablePlans(fields.sections("tables"))
        let figures = figurePlans(fields.sections("figures"))
        let manuscript = fields.section("manuscript") ?? defaults(of: StudyLanguage.manuscript)
        let minimumCell = minimumCell(from: fields)
        guard let study, !hasErrors else { return nil }
        var whole = Study(
            file: source.file, description: study, cutoff: description?.date("cutoff"), dataFiles: dataFiles,
            arms: arms, variables: variables, endpoints: endpoints, conventions: conventions, exclusions: exclusions,
            populations: populations, tables: tables, figures: figures, manuscript: presentation(from: manuscript),
            templateLocation: manuscript.gives("template") ? manuscript.text("template")?.location : nil,
            publishedLocation: manuscript.text("published")?.location,
            styleLocation: manuscript.gives("style") ? manuscript.text("style")?.location : nil)
        whole.minimumCell = minimumCell
        return whole
    }
}

/// A name as a label: underscores are spaces, the first letter is a capital.
public func inWords(_ name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
}

extension String {
    /// The text with each line break as a space.
    fileprivate var onOneLine: String {
        contains(where: \.isNewline) ? String(map { $0.isNewline ? " " : $0 }) : self
    }
}
