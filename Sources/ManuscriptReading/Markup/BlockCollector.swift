/// Collects the paragraphs and tables of a file that says itself what is what, and joins captions to tables.
struct BlockCollector {
    private var outline = Outline()
    private var passages: [Passage] = []
    private var tables: [ManuscriptTable] = []
    private var pending: (label: String, words: String)?
    /// Whether nothing but notes has come since the last table.
    private var isBelowTable = false

    mutating func addHeading(_ text: String, place: Place) {
        let words = ManuscriptText(text)
        guard !words.printed.isEmpty else { return }
        outline.enter(words.printed)
        passages.append(
            Passage(words, part: outline.part, role: .heading, heading: outline.heading, place: place))
        isBelowTable = false
    }

    mutating func addParagraph(_ text: String, place: Place) {
        let words = ManuscriptText(text)
        guard !words.printed.isEmpty else { return }
        if let caption = Outline.caption(words.printed) {
            add(words, role: caption.isTable ? .tableCaption : .figureCaption, place: place)
            if !caption.isTable {
                isBelowTable = false
            } else if isBelowTable, let last = tables.indices.last, tables[last].label.isEmpty {
                tables[last].label = caption.label
                tables[last].caption = ManuscriptText(caption.words)
            } else {
                pending = (caption.label, caption.words)
            }
        } else if isBelowTable, Outline.isNote(words.printed) {
            add(words, role: .note, place: place)
            tables[tables.count - 1].notes.append(words)
        } else if Outline.isHeading(words.printed), Outline.part(of: words.printed) != nil {
            addHeading(words.printed, place: place)
        } else {
            add(words, role: .paragraph, place: place)
            isBelowTable = false
        }
    }

    mutating func addTable(_ raw: RawTable) {
        guard var table = TableBuilder(raw).table() else { return }
        if let caption = pending {
            table.label = caption.label
            table.caption = ManuscriptText(caption.words)
            pending = nil
        }
        tables.append(table)
        isBelowTable = true
    }

    private mutating func add(_ words: ManuscriptText, role: Passage.Role, place: Place) {
        passages.append(Passage(words, part: outline.part, role: role, heading: outline.heading, place: place))
    }

    func manuscript() -> Manuscript { Manuscript(passages: passages, tables: tables) }
}
