internal import Foundation
public import Results
internal import Styling

/// What is in a bundle and what it was made from: the file `manifest.json`.
public struct Manifest: Codable, Equatable, Sendable {
    /// The manifest's own file name.
    public static let fileName = "manifest.json"

    /// A file of the bundle.
    public struct Output: Codable, Equatable, Sendable {
        /// Its path inside the bundle.
        public var path: String
        /// The SHA-256 of its bytes.
        public var sha256: String
        /// Its size in bytes.
        public var bytes: Int

        /// Describes a file.
        init(_ file: BundleFile) { (path, sha256, bytes) = (file.path, file.sha256, file.bytes.count) }
    }

    /// A template that the documents were made with.
    public struct Template: Codable, Equatable, Sendable {
        /// The name by which the study or another template asked for it.
        public var name: String
        /// The SHA-256 of its text.
        public var sha256: String

        /// Creates a template's entry.
        public init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// The style that the documents and figures follow, and where its facts were found.
    public struct Style: Codable, Equatable, Sendable {
        /// The style's name.
        public var name: String
        /// Who says what the journal demands: `publisher`, `secondary`, `own` or `none`.
        public var grade: String
        /// The address of the page; nil where there is none.
        public var source: String?
        /// The day on which it was read; verify with the journal.
        public var date: String

        /// Describes a style.
        init(_ style: HouseStyle) {
            let found = style.figures.source
            (name, grade, source, date) = (style.name, found.grade.rawValue, found.address, found.date)
        }
    }

    /// The program's name and version.
    public var program: String
    /// The libraries that drew the figures, with their versions: other versions may draw other bytes.
    public var drawnWith: String
    /// The style; nil in a manifest of an older program.
    public var style: Style?
    /// Whether the data are synthetic.
    public var synthetic: Bool
    /// The files that the analysis read.
    public var inputs: [Provenance.Input]
    /// The templates that the documents were made with, by name.
    public var templates: [Template]
    /// The files of the bundle, this one apart, by path.
    public var outputs: [Output]

    /// Describes files made from results.
    init(
        of results: StudyResults, style: HouseStyle, drawnWith: String, templates: [Template], files: [Output]
    ) {
        program = results.provenance.program
        self.drawnWith = drawnWith
        self.style = Style(style)
        synthetic = results.study.synthetic
        inputs = results.provenance.inputs
        self.templates = templates.sorted { $0.name < $1.name }
        outputs = files.sorted { $0.path < $1.path }
    }

    /// Reads a manifest; nil where the bytes are none.
    public init?(json bytes: [UInt8]) {
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else { return nil }
        self = manifest
    }

    func encodedJSON() throws -> [UInt8] { try JSONText.bytes(of: self) }
}
