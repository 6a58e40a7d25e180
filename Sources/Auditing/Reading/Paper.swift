internal import ManuscriptReading

/// A group of patients that the manuscript names with its size.
struct Group: Hashable {
    var name: String
    var n: Int
}

/// A manuscript with what all rules need to know of it.
struct Paper {
    let manuscript: Manuscript
    let sentences: [Sentence]
    /// The groups that are compared, without totals.
    let groups: [Group]
    /// All sizes of groups and totals that are printed.
    let sizes: Set<Int>
    /// The estimates with limits of the text and the tables.
    private(set) var effects: [Effect] = []
    private(set) var landmarks: [Landmark] = []
    private(set) var medians: [Median] = []

    init(_ original: Manuscript) {
        let manuscript = Self.settled(original)
        self.manuscript = manuscript
        sentences = manuscript.passages.enumerated().flatMap { index, passage in
            passage.part == .references
                ? []
                : passage.sentences.map {
                    Sentence(
                        passage: index, range: $0, plain: ManuscriptText.slice(passage.text.plain, $0))
                }
        }
        (groups, sizes) = Self.groups(of: manuscript)
        effects = textEffects() + tableEffects()
        medians = textMedians()
        landmarks = textLandmarks()
    }

    /// What stands before the first heading is the abstract, and all of a text without headings are its results.
    private static func settled(_ manuscript: Manuscript) -> Manuscript {
        var manuscript = manuscript
        let parts = Set(manuscript.passages.map(\.part))
        let instead: Passage.Part =
            !parts.contains(.results) ? .results : !parts.contains(.abstract) ? .abstract : .front
        for index in manuscript.passages.indices {
            let passage = manuscript.passages[index]
            if passage.part == .front { manuscript.passages[index].part = instead }
            // Tables and figures are often collected behind the references.
            let isCaption = passage.role == .tableCaption || passage.role == .figureCaption || passage.role == .note
            if passage.part == .references, isCaption { manuscript.passages[index].part = .results }
        }
        return manuscript
    }

    func passage(of sentence: Sentence) -> Passage { manuscript.passages[sentence.passage] }

    /// A place in a sentence.
    func place(_ sentence: Sentence, _ range: Range<Int>? = nil) -> FindingPlace {
        let passage = passage(of: sentence)
        let place = passage.place(at: sentence.range.lowerBound + (range?.lowerBound ?? 0))
        return FindingPlace(
            page: place.page, line: place.line, paragraph: place.paragraph,
            section: passage.heading.isEmpty ? nil : passage.heading)
    }

    /// The words of a sentence as printed.
    func quote(_ sentence: Sentence, _ range: Range<Int>? = nil) -> String {
        let start = sentence.range.lowerBound
        let part = range.map { (start + $0.lowerBound)..<(start + $0.upperBound) } ?? sentence.range
        return passage(of: sentence).text.quote(part)
    }

    /// A place in a table.
    func place(_ table: ManuscriptTable, row: ManuscriptTable.Row? = nil, column: Int? = nil) -> FindingPlace {
        let cell = column.flatMap { column in
            row?.cells.indices.contains(column) == true ? row?.cells[column].place : nil
        }
        let place = cell ?? row?.place ?? table.place
        return FindingPlace(
            page: place.page, line: place.line, paragraph: place.paragraph, table: table.name, row: row?.name,
            column: column.map { table.columns[$0].name })
    }

    private static let sized = Pattern(#"\(?\s*\bn\s*=\s*(\d[\d,]*)\s*\)?"#)
    private static let totals = Pattern(#"^(?:total|all|overall|whole|entire|combined)\b"#)

    /// The group and size of a head such as `IO+T (n = 42)`.
    static func group(ofHead head: String) -> Group? {
        let text = ManuscriptText(head)
        guard let match = sized.firstMatch(in: text.plain), let n = match[1].flatMap({ Int($0.filter(\.isNumber)) })
        else {
            return nil
        }
        return Group(name: bareName(text.quote(0..<match.range.lowerBound)), n: n)
    }

    private static let ending = Pattern(#"[\s,:;(]*(?:\b(?:group|arm|cohort|patients))?[\s,:;(]*$"#)

    /// A group's name without "group" and without spaces around plus signs.
    private static func bareName(_ words: String) -> String {
        let text = ManuscriptText(words)
        let end = ending.firstMatch(in: text.plain)?.range.lowerBound ?? text.printed.utf16.count
        return text.quote(0..<end).replacing(" + ", with: "+").replacing("**", with: "").trimmed
    }

    static func isTotal(_ name: String) -> Bool { totals.matches(name.trimmed) }

    private static func groups(of manuscript: Manuscript) -> ([Group], Set<Int>) {
        var found: [Group] = []
        var sizes: Set<Int> = []
        for table in manuscript.tables {
            for column in table.columns {
                for head in column.heads {
                    guard let group = group(ofHead: head) else { continue }
                    sizes.insert(group.n)
                    if !group.name.isEmpty, !isTotal(group.name), !found.contains(group) { found.append(group) }
                }
            }
        }
        for passage in manuscript.passages where passage.part != .references {
            for match in textSize.matches(in: passage.text.plain) {
                guard let n = (match[2] ?? match[3]).flatMap({ Int($0) }),
                    let name = (match[1] ?? match[4]).map(bareName), name.count >= 2
                else { continue }
                sizes.insert(n)
                let group = Group(name: name, n: n)
                if found.isEmpty || found.contains(where: { $0.name == name }) || passage.part == .abstract,
                    name.contains(where: \.isUppercase), !found.contains(group), n > 1
                {
                    if !found.contains(where: { $0.name == name }) { found.append(group) }
                }
            }
        }
        return (found, sizes)
    }

    private static let textSize: Pattern = {
        let name = #"([A-Z][\w/-]*(?:\s*\+\s*[\w-]+)*)"#
        return Pattern(
            name + #"\s*(?:group|arm|cohort|patients)?\s*[(:,]\s*[nN]\s*=\s*(\d+)|"#
                + #"(\d+)\s+(?:patients\s+)?(?:were\s+)?(?:received|treated with|assigned to|underwent)\s+"# + name,
            caseless: false)
    }()
}
