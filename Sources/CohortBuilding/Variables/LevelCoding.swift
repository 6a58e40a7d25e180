internal import Diagnostics
internal import StudyFiles

/// Which level each text of a column stands for.
struct LevelCoding {
    /// The levels in order.
    let levels: [String]
    /// What the study calls the texts that it declares: `levels`, `codes`, `order`.
    let declaration: Declaration?

    private let byText: [String: Int]
    private let byNumber: [Double: Int]

    /// Where and how the study declares the texts of a column.
    struct Declaration {
        /// What they are called in messages: `levels`, `codes`, `members`, `arms`.
        var name: String
        /// The path of the study file's key, `variables.sex.levels`.
        var key: String
        var texts: [Located<String>]
    }

    /// Every text is its own level; those that the file itself lists come first, in its order.
    init(undeclared texts: [String?], listed: [String] = []) {
        let levels = distinctLevels(of: texts)
        let first = listed.filter(levels.contains)
        self.init(pairs: (first + levels.filter { !first.contains($0) }).map { ($0, $0) }, declaration: nil)
    }

    /// The levels are declared, in order.
    init(declared levels: [Located<String>], name: String, key: String) {
        self.init(
            pairs: levels.map { ($0.value, $0.value) }, declaration: Declaration(name: name, key: key, texts: levels))
    }

    /// The texts are codes for levels, which come in the order declared or else in the order of their codes.
    init(codes: [Variable.Code], levels: [Located<String>], name: String, key: String) {
        self.init(
            order: levels.map(\.value), pairs: codes.map { ($0.raw.value, $0.level) },
            declaration: Declaration(name: name, key: key, texts: codes.map(\.raw)))
    }

    private init(order: [String] = [], pairs: [(text: String, level: String)], declaration: Declaration?) {
        var levels = order
        for level in pairs.map(\.level) where order.isEmpty && !levels.contains(level) { levels.append(level) }
        let positions = Dictionary(zip(levels, levels.indices), uniquingKeysWith: { first, _ in first })
        var (byText, byNumber): ([String: Int], [Double: Int]) = ([:], [:])
        for pair in pairs {
            guard let level = positions[pair.level] else { continue }
            byText[pair.text] = byText[pair.text] ?? level
            if let number = NumberCell(pair.text)?.value { byNumber[number] = byNumber[number] ?? level }
        }
        self.levels = levels
        self.declaration = declaration
        self.byText = byText
        self.byNumber = byNumber
    }

    /// The level of a text as an index; nil where it is not declared.
    ///
    /// A number that is written otherwise is the same code: programs that know no missing integer write 1.0 for 1.
    func code(of text: String) -> Int? {
        byText[text] ?? (byNumber.isEmpty ? nil : NumberCell(text).flatMap { byNumber[$0.value] })
    }

    /// The message that a cell holds a text that is not declared.
    func undeclared(_ text: String, in column: DataColumn, row: Int) -> Diagnostic {
        let texts = declaration?.texts ?? []
        let names = texts.map(\.value)
        let near = NearestName.names(near: text, among: names)
        let correction = near.count == 1 ? "write \(quoted(near[0])) in the cell" : "correct the cell"
        return Diagnostic(
            .undeclaredLevel, at: column.location(row),
            "'\(column.name)' must be one of the declared \(declaration?.name ?? "levels"), found \(quoted(text))",
            notes: [.init("declared are \(listed(names))", at: texts.first?.location)],
            help: ["\(correction), or add \(quoted(text)) to \(declaration?.key ?? "the study file")"])
    }
}
