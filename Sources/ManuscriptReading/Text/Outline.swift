/// Follows the headings of a paper, and tells captions, notes and headings from paragraphs.
struct Outline {
    private(set) var part: Passage.Part = .front
    private(set) var heading = ""

    /// Takes note of a heading.
    mutating func enter(_ text: String) {
        heading = text
        if let part = Self.part(of: text) { self.part = part }
    }

    /// The part of the paper that begins under a heading; nil where it goes on.
    static func part(of heading: String) -> Passage.Part? {
        guard let match = partPattern.firstMatch(in: ManuscriptText(heading).plain), let word = match[1]?.lowercased()
        else { return nil }
        return switch word.prefix(4) {
        case "abst", "summ": .abstract
        case "back", "intr": .introduction
        case "meth", "mate", "pati", "stat": .methods
        case "resu", "find": .results
        case "disc", "conc", "limi": .discussion
        case "refe", "bibl", "lite": .references
        default: .front
        }
    }

    private static let partPattern = Pattern(
        #"^[#*\s]*(?:\d{1,2}\.?\s+|[IVX]+\.\s+)?(abstract|summary|background|introduction|methods?|materials? and methods?|patients and methods?|statistical (?:methods?|analys[ie]s)|results?(?: and (?:discussion|analysis))?|findings|discussion|conclusions?|limitations|references|bibliography|literature cited|acknowledge?ments?|funding|author contributions|data availability(?: statement)?|conflicts? of interest|ethics statement|supplementary materials?|keywords?)\s*[:.]?\**\s*$"#
    )
    private static let numberedPattern = Pattern(
        #"^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-Z][^.!?]{2,90}$"#, caseless: false)
    private static let markdownPattern = Pattern(#"^#{1,6}\s+\S"#)

    /// Whether a line is a heading.
    static func isHeading(_ line: String) -> Bool {
        let plain = ManuscriptText(line).plain
        if markdownPattern.matches(plain) { return true }
        guard line.utf16.count <= 120 else { return false }
        return partPattern.matches(plain)
            || (numberedPattern.matches(plain) && !CellValue(plain).isData && !hasValues(plain))
    }

    private static let valuesPattern = Pattern(#"\(\s*\d|\d\.\d+\s*$|\d\s*%"#)
    private static func hasValues(_ line: String) -> Bool { valuesPattern.matches(line) }

    /// A heading without its number and marks.
    static func bareHeading(_ line: String) -> String {
        String(line.drop { "#* ".contains($0) }.reversed().drop { "#* ".contains($0) }.reversed())
    }

    private static let captionPattern = Pattern(
        #"^[*_>\s]*((?:supplementary |supplemental |appendix |extended data )?(table|fig(?:ure)?)\.?\s*(?:S|A|e)?\d{1,2}[A-Za-z]?(?![\d]|\.\d))\s*[.:|,]?\**\s*[.:|]?\s*(.*)$"#
    )
    private static let citingPattern = Pattern(
        #"^(?:and|or|shows?|showed|lists?|summari[sz]es?|summari[sz]ed|presents?|compares?|describes?|gives?|reports?|displays?|provides?|contains?|details|illustrates?|depicts?|demonstrates?|reveals?|indicates?|also|we|the results|\)|;|,|-)\b"#
    )

    /// The label and words of a caption; nil for other lines, such as a sentence that begins with "Table 1 shows".
    static func caption(_ line: String) -> (label: String, isTable: Bool, words: String)? {
        let text = ManuscriptText(line)
        guard text.plain.utf16.count <= 4000, let match = captionPattern.firstMatch(in: text.plain),
            let label = match.groups[1], let words = match.groups[3], let kind = match[2]
        else { return nil }
        if citingPattern.matches(words.text) || words.text.hasPrefix(")") { return nil }
        let printed = text.quote(words.range).replacing("**", with: "")
        return (capitalised(label.text), kind.lowercased() == "table", printed)
    }

    private static func capitalised(_ label: String) -> String {
        label.split(separator: " ").map { word in
            let lower = word.lowercased()
            return ["table", "figure", "fig", "fig.", "supplementary", "supplemental"].contains(lower)
                ? lower.prefix(1).uppercased() + lower.dropFirst() : String(word)
        }.joined(separator: " ")
    }

    private static let notePattern = Pattern(
        #"^(?:\(?[*†‡§¶#ᵃᵇᶜᵈᵉ]|[a-e]\s+[A-Z]|[a-e][.)]\s|abbreviations?\b|notes?\b|values?\b|data (?:are|is)\b|unmarked\b|p[- ]values?\b|percentages?\b|categorical\b|continuous\b|-, |bold\b|statistically\b|synthetic data|no patient\b|[A-Z][A-Za-z0-9+/ -]{1,24}[,:=]\s+[a-zA-Z])"#,
        caseless: false)
    private static let smallNotePattern = Pattern(
        #"^(?:abbreviations?|notes?|values? (?:are|in)|data (?:are|is|were)|p[- ]values?|percentages?|hazard ratios?|cox models?|matching|standardi[sz]ed)\b"#
    )

    /// Whether a line below a table reads as a note to it.
    static func isNote(_ line: String) -> Bool {
        let plain = ManuscriptText(line).plain
        return plain.utf16.count <= 1200 && (notePattern.matches(plain) || smallNotePattern.matches(plain))
    }
}
