import Styling
import Tables

/// How Word files are written.
public struct WordOptions: Sendable {
    /// The document whose styles and page are taken; nil: the program's own.
    public var reference: WordReference?
    /// Whether lines are numbered.
    public var numbersLines: Bool
    /// Whether each table and figure begins a page.
    public var startsPages: Bool
    /// The day that stands as the file's date, `YYYY-MM-DD`.
    public var date: String

    /// Creates options.
    public init(reference: WordReference? = nil, numbersLines: Bool = false, startsPages: Bool = false, date: String) {
        self.reference = reference
        self.numbersLines = numbersLines
        self.startsPages = startsPages
        self.date = date
    }
}

/// Writes documents as Word files: WordprocessingML of ECMA-376, transitional.
///
/// Tables are Word's own and can be edited; captions are numbered by fields, and the text refers to them by fields; wide
/// tables stand on pages that lie on their side. The same document gives the same bytes.
public struct WordWriter: Sendable {
    private let options: WordOptions

    /// Creates a writer.
    public init(_ options: WordOptions) {
        self.options = options
    }

    /// The document as a file. `pictures` has the pictures by the names of the figures; a figure without one is shown by
    /// its description.
    public func file(_ document: Document, pictures: [String: WordPicture]) -> [UInt8] {
        draft(document, picturing: Set(pictures.keys)).file(pictures: pictures)
    }

    /// The document without its pictures, which need not be there yet: those of the figures whose names are given come later.
    public func draft(_ document: Document, picturing figures: Set<String>) -> WordDraft {
        var body = WordBody(document, options: options, pictured: figures)
        return body.draft()
    }
}

/// The body of a Word file as it is written, block by block.
struct WordBody {
    private enum Element {
        case paragraph(WordParagraph)
        case table(TextBuffer)
    }

    private let document: Document
    private let options: WordOptions
    /// The figures that have pictures.
    private let pictured: Set<String>
    private let blocks: [NumberedBlock]
    private let page: WordPage
    /// How the tables are laid out, by their blocks; nil for other blocks and for tables without columns.
    private let layouts: [PrintedTableLayout?]
    private let styles: WordStyleNames
    private let text: WordText
    private var package = WordPackage()
    private var numbering: WordNumbering
    private var elements: [Element] = []
    private var header: String?
    private var footer = ""
    /// Whether the pages at hand lie on their side.
    private var isAcross = false
    private var bookmarkCount = 0
    private var marked: Set<RichText.Reference> = []
    private var drawingCount = 0
    /// How far Word has counted, by the name of the sequence.
    private var counts: [String: Int] = [:]
    /// The sequences in which a number was set.
    private var resetCounts: Set<String> = []
    /// Whether the text is over, and what was put off comes.
    private var standsAtEnd = false

    init(_ document: Document, options: WordOptions, pictured: Set<String>) {
        self.document = document
        self.options = options
        self.pictured = pictured
        blocks = document.numberedBlocks
        let page = options.reference?.page ?? .a4
        self.page = page
        layouts = document.blocks.map { block in
            guard case .table(let table) = block, !table.columns.isEmpty else { return nil }
            return PrintedTableLayout(
                table, upright: page.textWidth(across: false), across: page.textWidth(across: true))
        }
        styles = options.reference?.names ?? WordStyleNames()
        numbering = WordNumbering(reference: options.reference?.numbering)
        text = WordText(bookmarks: WordBookmarks.named(blocks))
    }

    mutating func draft() -> WordDraft {
        addSupportingParts()
        add(WordParagraph(.title, text.runs(document.title)))
        for index in blocks.indices {
            if isPutOff(index) { putOff(blocks[index]) } else { add(index) }
        }
        if options.startsPages { turn(across: false) }
        for line in document.colophon { add(WordParagraph(.tableNote, text.runs(line))) }
        standsAtEnd = true
        for index in blocks.indices where isPutOff(index) && !isAcross(index) { add(index) }
        for index in blocks.indices where isPutOff(index) && isAcross(index) { add(index) }
        package.add("numbering", "numbering.xml", xml: numbering.xml)
        return package.draft(
            document: documentXML,
            properties: WordProperties(
                title: document.title.plain, language: document.language, date: options.date))
    }

    private mutating func addSupportingParts() {
        let sheet = options.reference?.styleSheet ?? WordStyleSheet.xml(language: document.language)
        package.add("styles", "styles.xml", xml: sheet)
        if let theme = options.reference?.theme { package.addTheme(theme) }
        package.add("settings", "settings.xml", xml: WordSettings.xml(language: document.language))
        if let notice = document.notice {
            header = package.add(
                "header", "header1.xml", xml: WordSettings.header(text.runs(notice), styles: styles))
        }
        footer = package.add("footer", "footer1.xml", xml: WordSettings.footer(styles: styles))
    }

    // MARK: Large tables and figures

    /// Whether a table needs pages that lie on their side, or a figure more than half a page. In a text it then stands at
    /// the end: in its place it would end the page before it wherever the text is, and leave much of that page empty.
    private func isPutOff(_ index: Int) -> Bool {
        // Without a number nothing can say in its place where it is.
        guard !options.startsPages, blocks[index].label != nil else { return false }
        if case .figure(let figure) = blocks[index].block {
            return pictured.contains(figure.id)
                && WordDrawing.size(of: figure, on: page).height * 40 > Double(page.textHeight(across: false))
        }
        return isAcross(index)
    }

    private func isAcross(_ index: Int) -> Bool { layouts[index]?.isAcross ?? false }

    /// Says where a table or figure belongs that stands at the end.
    private mutating func putOff(_ numbered: NumberedBlock) {
        guard let label = numbered.label else { return }
        turn(across: false)
        var paragraph = WordParagraph(
            .bodyText, text.runs(RichText(vocabulary(for: document.language).placeOf(label))))
        paragraph.layout = WordLayout(alignment: .center)
        add(paragraph)
    }

    // MARK: Blocks

    private mutating func add(_ index: Int) {
        let numbered = blocks[index]
        switch numbered.block {
        case .heading(let level, let heading):
            turn(across: false)
            add(WordParagraph(.heading(level), text.runs(heading)))
        case .paragraph(let paragraph):
            turn(across: false)
            add(WordParagraph(.bodyText, text.runs(paragraph)))
        case .list(let items, let isOrdered):
            turn(across: false)
            let list = numbering.list(isOrdered: isOrdered)
            for item in items {
                var paragraph = WordParagraph(isOrdered ? .listNumber : .listBullet, text.runs(item))
                paragraph.list = list
                add(paragraph)
            }
        case .table(let table): add(table, numbered, layouts[index])
        case .figure(let figure): add(figure, numbered)
        }
    }

    private mutating func add(_ table: Table, _ numbered: NumberedBlock, _ layout: PrintedTableLayout?) {
        guard let layout else { return }
        turn(across: layout.isAcross)
        startPage()
        if let label = numbered.label {
            add(
                WordParagraph(
                    .caption, keepsWithNext: true,
                    caption(label, table.caption, of: .table(table.id), isSupplementary: table.isSupplementary)))
        }
        var xml = TextBuffer()
        WordTable(table: table, layout: layout, styles: styles, text: text)
            .write(to: &xml, keepsWithNotes: !table.footnotes.isEmpty)
        elements.append(.table(xml))
        for (index, note) in table.footnotes.enumerated() {
            let mark = note.mark.map { WordText.run($0, WordText.properties(.superscript)) + WordText.run(" ") } ?? ""
            let isLast = index + 1 == table.footnotes.count
            add(
                WordParagraph(
                    .tableNote, keepsWithNext: !isLast, layout: WordLayout(spaceAfter: isLast ? 280 : nil),
                    mark + text.runs(note.text)))
        }
        // Two tables without anything between them would be one.
        if table.footnotes.isEmpty { add(WordParagraph(.tableNote, "")) }
    }

    private mutating func add(_ figure: Figure, _ numbered: NumberedBlock) {
        turn(across: false)
        startPage()
        drawingCount += 1
        let label = numbered.label ?? ""
        if pictured.contains(figure.id) {
            let png = package.addPicture("figure\(drawingCount).png", .pixels(of: figure.id))
            let svg = package.addPicture("figure\(drawingCount).svg", .lines(of: figure.id))
            let drawing = WordDrawing(figure: figure, label: label, number: drawingCount, png: png, svg: svg)
            add(drawing.paragraph(on: page))
        } else {
            add(WordParagraph(.bodyText, keepsWithNext: true, WordText.run(figure.alternativeText)))
        }
        add(
            WordParagraph(
                .caption,
                caption(label, figure.caption, of: .figure(figure.id), isSupplementary: figure.isSupplementary)))
    }

    /// A label whose number is a field, as a bookmark, and the caption.
    private mutating func caption(
        _ label: String, _ caption: RichText, of reference: RichText.Reference, isSupplementary: Bool
    ) -> String {
        bookmarkCount += 1
        let bold = WordText.properties(.bold)
        let words = label.prefix { !$0.isNumber }
        let sequence = WordBookmarks.sequence(of: reference, isSupplementary: isSupplementary)
        let shown = String(label.dropFirst(words.count))
        let number = WordText.field(
            "SEQ \(sequence)\(reset(sequence, to: shown)) \\* ARABIC", shows: shown, bold)
        // What stands twice is referred to where it stands first.
        let isFirst = marked.insert(reference).inserted
        let name = (isFirst ? text.bookmarks[reference]?.name : nil) ?? "item_\(bookmarkCount)"
        return "<w:bookmarkStart w:id=\"\(bookmarkCount)\" w:name=\"\(name)\"/>"
            + WordText.run(String(words), bold) + number + "<w:bookmarkEnd w:id=\"\(bookmarkCount)\"/>"
            + WordText.run(". ", bold) + text.runs(caption)
    }

    /// What makes a field show a number that Word would not count to here, because a table or figure before or after it
    /// stands at the end.
    private mutating func reset(_ sequence: String, to shown: String) -> String {
        let counted = (counts[sequence] ?? 0) + 1
        let number = Int(shown) ?? counted
        counts[sequence] = number
        if number != counted { resetCounts.insert(sequence) }
        // LibreOffice shows no number where text before it refers to a field that counts on from one that was set.
        return number == counted && !(standsAtEnd && resetCounts.contains(sequence)) ? "" : " \\r \(number)"
    }

    // MARK: Pages

    private mutating func add(_ paragraph: WordParagraph) { elements.append(.paragraph(paragraph)) }

    /// Whether a table or figure came before, so that the next begins a page.
    private var holdsItem = false

    private mutating func startPage() {
        defer { holdsItem = true }
        guard options.startsPages, holdsItem, !endsSection else { return }
        add(WordParagraph(.tableNote, "<w:r><w:br w:type=\"page\"/></w:r>"))
    }

    private var endsSection: Bool {
        if case .paragraph(let last)? = elements.last { last.section != nil } else { false }
    }

    /// Ends the section where the next pages stand otherwise.
    private mutating func turn(across: Bool) {
        guard across != isAcross else { return }
        let ended = section(across: isAcross).xml
        // LibreOffice finds no number to refer to in a caption that ends a section.
        if case .paragraph(var last)? = elements.last, last.section == nil, last.style != .caption {
            last.section = ended
            elements[elements.count - 1] = .paragraph(last)
        } else {
            var paragraph = WordParagraph(.tableNote, "")
            paragraph.section = ended
            add(paragraph)
        }
        isAcross = across
    }

    private func section(across: Bool) -> WordSection {
        WordSection(
            page: page, isAcross: across, numbersLines: options.numbersLines, header: header, footer: footer)
    }

    private var documentXML: TextBuffer {
        var xml = TextBuffer()
        xml += """
            \(xmlDeclaration)<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
            xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>

            """
        for element in elements {
            switch element {
            case .paragraph(let paragraph): paragraph.write(to: &xml, styles)
            case .table(let table): xml += table
            }
        }
        xml.add(section(across: isAcross).xml, "</w:body></w:document>")
        return xml
    }
}
