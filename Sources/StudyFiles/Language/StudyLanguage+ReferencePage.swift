extension StudyLanguage {
    /// The reference page of the language in Markdown, made from the specification.
    public static func referencePage() -> String {
        var page = """
            # The study language

            Every section and key of a study file. A study file is YAML: `key: value` lines, indented with spaces; lists in
            brackets or with dashes; `#` begins a comment. Text is taken as it is written, so `No`, `010` and `2025-04-30`
            need no quotes; text that holds `: ` or ` #`, or begins with a special character, stands in quotes. Paths begin in
            the study file's folder. Every fault of a study file is reported in one run, with its line and column.

            This page is made from the program's own specification of the language, version \(version). A short study file:

            ```yaml
            \(example.trimmingLastNewline)
            ```

            """
        page += chapters(from: Chapter(title: "The file", path: "", section: document))
        page += chapters(from: Chapter(title: "A preset file", path: "", section: preset))
        return page + "\n" + expressions
    }

    /// A section with the sections inside it, each once.
    private static func chapters(from first: Chapter) -> String {
        var page = ""
        var waiting = [first]
        var written: Set<String> = []
        while !waiting.isEmpty {
            let chapter = waiting.removeFirst()
            // Several kinds of tables or figures may have a section in common.
            guard written.insert(chapter.title).inserted else { continue }
            page += "\n" + text(of: chapter)
            let prefix = chapter.path.isEmpty ? "" : "\(chapter.path)."
            waiting = chapter.section.keys.flatMap { chapters(of: $0.type, at: prefix + $0.name) } + waiting
            // Its sections are those of the same names in the study file.
            if chapter.section == preset { waiting = [] }
        }
        return page
    }

    /// A study file as short as can be.
    static let example = """
        greenwood: 1
        study: { title: Survival after treatment A or B }
        data:
          patients: { file: patients.csv, key: id }
        arms: { column: arm }
        endpoints:
          os: { from: treatment_start, event: death_date, censor: last_contact_date, at: [12, 24] }
        tables:
          - { id: baseline, kind: baseline, rows: [age, sex] }
        figures:
          - { id: survival, kind: kaplan-meier, panels: [{ endpoint: os }] }

        """

    /// A section with its place in the file.
    private struct Chapter {
        var title: String
        var path: String
        var section: Section
    }

    private static func text(of chapter: Chapter) -> String {
        let section = chapter.section
        var lines = ["## \(chapter.title)", "", section.summary, ""]
        lines += ["| Key | Takes | Where absent | Meaning |", "|---|---|---|---|"]
        for key in section.keys {
            let cells = ["`\(key.name)`", words(for: key.type), words(for: key.presence), key.summary.quotesAsCode]
            lines.append("| \(cells.joined(separator: " | ")) |")
        }
        if !section.alternatives.isEmpty {
            lines += ["", "Needed is either \(section.alternatives.map(list).joined(separator: " or "))."]
        }
        for conflict in section.conflicts {
            let reason = conflict.reason.quotesAsCode
            lines += ["", "Not together: \(list(conflict.first)) with \(list(conflict.second)), because \(reason)."]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func list(_ keys: [String]) -> String { keys.map { "`\($0)`" }.joined(separator: ", ") }

    private static func words(for presence: Presence) -> String {
        switch presence {
        case .required: "**required**"
        case .alternative: "needed, see below"
        case .defaults(let text): "`\(text)`"
        case .otherwise(let words): words.quotesAsCode
        }
    }

    /// A type's words with literals set as code; the keys of a section are in a table of their own.
    private static func words(for type: ValueType) -> String {
        switch type {
        case .choice(let choices): choices.map { "`\($0)`" }.joined(separator: ", ")
        case .choiceOrFile(let choices): words(for: .choice(choices)) + ", or a path that ends in `.yaml`"
        case .list(of: .groupTest, _, _): "a list of \(groupTests.map { "`\($0)`" }.joined(separator: ", "))"
        case .truth: "`true`, `false`"
        default: type.words.quotesAsCode
        }
    }

    /// The sections inside a type, each with the path at which it stands.
    private static func chapters(of type: ValueType, at path: String) -> [Chapter] {
        switch type {
        case .section(let section): [Chapter(title: "`\(path)`", path: path, section: section)]
        case .list(let element, _, _): chapters(of: element, at: path)
        case .entries(_, let values): chapters(of: values, at: "\(path).NAME")
        case .variants(let discriminator, let sections):
            sections.map { section in
                guard case .choice(let kinds)? = section.key(discriminator)?.type else {
                    return Chapter(title: "`\(path)`", path: path, section: section)
                }
                return Chapter(title: "`\(path)`, \(discriminator) \(list(kinds))", path: path, section: section)
            }
        default: []
        }
    }

    private static let expressions = """
        ## Conditions and formulas

        A condition (`where`) is true or false for a patient, a formula a number. Both are made of:

        | Written | Meaning |
        |---|---|
        | `age`, `` `tumour size` `` | a column or variable; in back quotes where its name holds more than letters, digits, `_` and `.` |
        | `60`, `0.5`, `1e3` | a number |
        | `"Female"`, `'Female'` | a text |
        | `==` `!=` `<` `<=` `>` `>=` | comparisons; one at a time |
        | `stage in ["B", "C"]`, `stage not in ["A"]` | whether a value is one of several |
        | `grade is missing`, `grade is not missing` | whether a value is missing |
        | `and`, `or`, `not` | joined conditions; `not` binds tighter than `and`, `and` tighter than `or` |
        | `+` `-` `*` `/` `^` and brackets | arithmetic, with the usual precedence |

        ```yaml
        populations:
          elderly: { where: "age >= 65 and ecog in [0, 1]" }
        variables:
          bmi: { formula: weight_kg / (height_cm / 100) ^ 2, label: Body-mass index, unit: kg/m² }
        ```

        """
}

extension String {
    /// The text with `'word'` set as code; apostrophes stay.
    fileprivate var quotesAsCode: String {
        replacing(/'([A-Za-z_:-]+)'/) { "`\($0.1)`" }
    }

    fileprivate var trimmingLastNewline: Substring { hasSuffix("\n") ? dropLast() : self[...] }
}
