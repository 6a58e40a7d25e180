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

    init(_ manuscript: Manuscript) {
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
        let name = text.quote(0..<match.range.lowerBound).trimmed
        return Group(name: name.hasSuffix(",") ? String(name.dropLast()) : name, n: n)
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
                guard let n = match[2].flatMap({ Int($0) }), let name = match[1] else { continue }
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

    private static let textSize = Pattern(
        #"([A-Z][\w+/-]*(?:\s*\+\s*[\w-]+)*)\s*(?:group|arm|cohort|patients)?\s*\(\s*n\s*=\s*(\d+)\s*\)"#,
        caseless: false)
}
