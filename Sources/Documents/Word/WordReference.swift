internal import Archives

/// What is wrong with a reference document. Its description finishes "can't be used: …".
public struct WordReferenceError: Error, Equatable, CustomStringConvertible {
    /// What is wrong, in words.
    public var description: String
}

/// A Word document of the user's whose styles, theme, numbering, page and margins are taken; its text is not.
public struct WordReference: Sendable {
    /// The numbering that its styles may refer to.
    struct Numbering: Sendable {
        private let before: String
        private let lists: String
        private let after: String
        /// The highest number of a definition and of a list.
        let highestAbstract: Int
        let highest: Int
    }

    /// The file as it was read, for hashing.
    public let bytes: [UInt8]
    /// `word/styles.xml`, with the program's definition of each style that it lacks.
    let styleSheet: String
    /// The identifiers of its styles.
    let names: WordStyleNames
    /// `word/theme/theme1.xml`, which its styles may take fonts and colours from.
    let theme: [UInt8]?
    let numbering: Numbering?
    let page: WordPage

    /// Reads a document, trusting nothing in it.
    public init(_ bytes: [UInt8]) throws(WordReferenceError) {
        self.bytes = bytes
        let archive: ZIPReader
        do throws(ArchiveError) {
            archive = try ZIPReader(bytes, limits: ArchiveLimits(fileSize: 32 << 20, totalSize: 256 << 20))
        } catch {
            throw WordReferenceError(description: error.description)
        }
        guard archive.contains("word/document.xml") else {
            throw WordReferenceError(description: "it is not a Word document (.docx)")
        }
        let styles = try Self.text("word/styles.xml", of: archive)
        let found = try Self.styleNames(in: styles)
        let missing = WordStyle.allCases.filter { found.known[$0.rawValue.lowercased()] == nil }
        guard let end = styles.ranges(of: "</w:styles>").last?.lowerBound else {
            throw WordReferenceError(description: "its styles are not written as Word writes them")
        }
        var names = found
        let taken = Self.identifiers(in: styles)
        for style in missing {
            // A style of another name may have the identifier.
            var identifier = style.identifier
            while taken.contains(identifier) { identifier += "1" }
            names.known[style.rawValue.lowercased()] = identifier
        }
        let added = missing.map { WordStyleSheet.definition(of: $0, names: names) }.joined()
        styleSheet = String(styles[..<end]) + added + styles[end...]
        self.names = names
        theme = try Self.theme(of: archive)
        numbering = try Self.numbering(of: archive)
        page = try Self.page(in: Self.text("word/document.xml", of: archive))
    }

    private static func text(_ path: String, of archive: ZIPReader) throws(WordReferenceError) -> String {
        let bytes: [UInt8]
        do throws(ArchiveError) {
            bytes = try archive.bytes(of: path)
        } catch {
            throw WordReferenceError(description: error.description)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw WordReferenceError(description: "'\(path)' in it is not UTF-8 text")
        }
        guard isWellFormed(text) else { throw WordReferenceError(description: "'\(path)' in it is damaged") }
        return text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    }

    /// Whether every tag is closed in its turn.
    private static func isWellFormed(_ text: String) -> Bool {
        var scanner = MarkupScanner(text)
        var open: [String] = []
        while let token = scanner.next() {
            switch token {
            case .start(let name, _, let isEmpty): if !isEmpty { open.append(name) }
            case .end(let name): guard open.popLast() == name else { return false }
            case .text: continue
            }
        }
        return scanner.isAtEnd && open.isEmpty
    }

    private static func theme(of archive: ZIPReader) throws(WordReferenceError) -> [UInt8]? {
        let path = "word/theme/theme1.xml"
        return archive.contains(path) ? Array(try text(path, of: archive).utf8) : nil
    }

    /// The identifiers of all styles, those of letters and lists too.
    private static func identifiers(in text: String) -> Set<String> {
        var identifiers: Set<String> = []
        var scanner = MarkupScanner(text)
        while let token = scanner.next() {
            guard case .start("w:style", let attributes, _) = token else { continue }
            identifiers.formUnion(attributes.filter { $0.name == "w:styleId" }.map(\.value))
        }
        return identifiers
    }

    /// The identifiers of the styles of paragraphs and tables by their names.
    private static func styleNames(in text: String) throws(WordReferenceError) -> WordStyleNames {
        var names = WordStyleNames()
        var scanner = MarkupScanner(text)
        var identifier: String?
        while let token = scanner.next() {
            guard case .start(let name, let attributes, _) = token else { continue }
            let values = Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first }
            if name == "w:style" {
                let isTaken = ["paragraph", "table"].contains(values["w:type"])
                identifier = isTaken ? values["w:styleId"] : nil
            } else if name == "w:name", let style = identifier, let name = values["w:val"] {
                names.known[name.lowercased()] = style
                identifier = nil
            }
        }
        guard names.known[WordStyle.normal.rawValue.lowercased()] != nil else {
            throw WordReferenceError(description: "it has no style 'Normal'")
        }
        return names
    }

    /// The size and margins of its last section.
    private static func page(in text: String) -> WordPage {
        var page = WordPage.a4
        var scanner = MarkupScanner(text)
        while let token = scanner.next() {
            guard case .start(let name, let attributes, _) = token else { continue }
            let values = Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first }
            func length(_ key: String, _ range: ClosedRange<Int>) -> Int? {
                values["w:" + key].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
            }
            if name == "w:pgSz", let width = length("w", 5000...31_680), let height = length("h", 5000...31_680) {
                (page.width, page.height) = (min(width, height), max(width, height))
            } else if name == "w:pgMar" {
                let margins = 0...4000
                page.top = length("top", margins) ?? page.top
                page.bottom = length("bottom", margins) ?? page.bottom
                page.left = length("left", margins) ?? page.left
                page.right = length("right", margins) ?? page.right
                page.header = length("header", margins) ?? page.header
                page.footer = length("footer", margins) ?? page.footer
            }
        }
        let isUsable = page.textWidth(across: false) >= 2880 && page.textHeight(across: true) >= 2160
        return isUsable ? page : .a4
    }
}

extension WordReference.Numbering {
    /// Splits numbering around its lists; nil where it is not written as Word writes it, or holds pictures.
    fileprivate init?(_ text: String) {
        guard !text.contains("numPicBullet"), let end = text.ranges(of: "</w:numbering>").last?.lowerBound else {
            return nil
        }
        let firstList = text.firstRange(of: "<w:num ")?.lowerBound ?? end
        let afterLists = text.ranges(of: "</w:num>").last?.upperBound ?? firstList
        before = String(text[..<firstList])
        lists = String(text[firstList..<afterLists])
        after = String(text[afterLists...])
        var (highest, highestAbstract) = (0, -1)
        var scanner = MarkupScanner(text)
        while let token = scanner.next() {
            guard case .start(_, let attributes, _) = token else { continue }
            for attribute in attributes {
                if attribute.name == "w:numId" { highest = max(highest, Int(attribute.value) ?? 0) }
                if attribute.name == "w:abstractNumId" {
                    highestAbstract = max(highestAbstract, Int(attribute.value) ?? 0)
                }
            }
        }
        self.highest = min(highest, 1 << 20)
        self.highestAbstract = min(highestAbstract, 1 << 20)
    }

    /// The whole numbering with more definitions and lists.
    func xml(adding definitions: String, _ more: String) -> String { before + definitions + lists + more + after }
}

extension WordReference {
    private static func numbering(of archive: ZIPReader) throws(WordReferenceError) -> Numbering? {
        let path = "word/numbering.xml"
        return archive.contains(path) ? Numbering(try text(path, of: archive)) : nil
    }
}
