internal import ManuscriptReading

private let convention = Pattern(
    #"considered|regarded|deemed|threshold|significance level|set at|defined as|indicat(?:e|ed|ing) statistical|two-sided|two-tailed|values? (?:below|less|under)"#
)
private let significant = Pattern(#"\bsignifican(?:t|tly|ce)\b"#)
private let negation = Pattern(
    #"\b(?:no|not|nor|neither|without|non|never|lack(?:ed)?(?: of)?|fail(?:ed|s)?|insignificant|wasn't|weren't|didn't)\b[^,;]{0,60}\bsignifican|insignifican|non-?significan|\bsignifican\w*[^,;.]{0,30}\b(?:not|no)\b|\b(?:comparable|similar|did not (?:differ|reach)|no (?:statistical(?:ly)? )?(?:significant )?differences?|well[- ]balanced)\b"#
)
private let clauseEnd = Pattern(#";|,?\s+(?:but|whereas|while|however|although|though|except|yet)\b|\.\s"#)

/// Words about significance against the p-values next to them.
func claims(_ paper: Paper) -> [Finding] {
    paper.sentences.flatMap { sentence -> [Finding] in
        let passage = paper.passage(of: sentence)
        guard passage.part != .methods, passage.part != .introduction, passage.role == .paragraph,
            !convention.matches(sentence.plain)
        else { return [] }
        return clauses(of: sentence.plain).flatMap { range in significance(range, sentence, paper) }
            + directions(sentence, paper)
    }
}

/// Parts of a sentence that make a statement of their own; a semicolon in brackets separates none.
private func clauses(of text: String) -> [Range<Int>] {
    var edges = [0]
    for match in clauseEnd.matches(in: text) {
        let head = ManuscriptText.slice(text, (edges.last ?? 0)..<match.range.lowerBound)
        let depth = head.reduce(0) { $0 + ($1 == "(" || $1 == "[" ? 1 : $1 == ")" || $1 == "]" ? -1 : 0) }
        if depth == 0 { edges.append(match.range.lowerBound) }
    }
    edges.append(text.utf16.count)
    return zip(edges, edges.dropFirst()).map { $0..<max($0, $1) }
}

private func significance(_ range: Range<Int>, _ sentence: Sentence, _ paper: Paper) -> [Finding] {
    let clause = ManuscriptText.slice(sentence.plain, range)
    let matches = PNotation.pattern.matches(in: clause)
    let values = matches.compactMap(PNotation.value)
    guard let first = matches.first, !values.isEmpty, values.count == matches.count else { return [] }
    let isNegated = negation.matches(clause)
    let isClaimed = significant.matches(clause) && !isNegated
    func finding(_ expected: String, _ p: PrintedPValue) -> Finding {
        Finding(
            rule: .claimAgainstP, certainty: values.count == 1 ? .contradiction : .suspicious,
            place: paper.place(
                sentence, (range.lowerBound + first.range.lowerBound)..<(range.lowerBound + first.range.upperBound)),
            printed: paper.quote(sentence, range).trimmed, expected: expected, settle: "the p-value, or other words")
    }
    if isClaimed, let p = values.first(where: { $0.isAbove(0.05) }), values.allSatisfy({ !$0.isBelow(0.05) }) {
        return [finding("p below 0.05 where a difference is called significant", p)]
    }
    let isPlainNegation = isNegated && significant.matches(clause)
    if isPlainNegation, let p = values.first(where: { $0.isBelow(0.05) }), values.allSatisfy({ $0.isBelow(0.05) }) {
        return [finding("p of 0.05 or more where no significant difference is claimed", p)]
    }
    return listed(clause, values, isPlainNegation: isPlainNegation, isClaimed: isClaimed).map { [finding($0.0, $0.1)] }
        ?? plainWords(clause, values).map { [finding($0.0, $0.1)] } ?? []
}

private let exceptions = Pattern(#"\b(?:except\w*|apart from|other than|aside from|only|but|unlike|besides)\b"#)
private let anyNegation = Pattern(#"\b(?:no|not|nor|neither|without|non|trend\w*|tend\w*|borderline|numerically)\b"#)
private let inBrackets = Pattern(#"[(\[][^()\[\]]{0,80}$"#)

/// One claim for a list of things, each with its own p in brackets, of which one says the opposite.
private func listed(
    _ clause: String, _ values: [PrintedPValue], isPlainNegation: Bool, isClaimed: Bool
) -> (String, PrintedPValue)? {
    let matches = PNotation.pattern.matches(in: clause)
    guard values.count >= 2, !exceptions.matches(clause),
        matches.allSatisfy({ inBrackets.matches(ManuscriptText.slice(clause, 0..<$0.range.lowerBound)) })
    else { return nil }
    let claim = (isPlainNegation ? negation : significant).firstMatch(in: clause)?.range.lowerBound ?? 0
    guard matches.allSatisfy({ $0.range.lowerBound > claim }) else { return nil }
    if isPlainNegation, let p = values.first(where: { $0.isBelow(0.05) }) {
        return ("p of 0.05 or more for everything in which no significant difference is claimed; \(p.text) is below", p)
    }
    if isClaimed, !anyNegation.matches(clause), let p = values.first(where: { $0.isAbove(0.05) }) {
        return ("p below 0.05 for everything that is called significant; \(p.text) is not", p)
    }
    return nil
}

private let alike = Pattern(
    #"\b(?:were|was|are|is|remained)\s+(?:\w+\s+)?(?:comparable|similar|well[- ]balanced|balanced)\b(?!\s+to)|\bdid not differ\b|\bno differences?\b"#
)
private let consistent = Pattern(#"\b(?:consistent|homogeneous|no (?:evidence of )?(?:interaction|heterogeneity))\b"#)
private let interactionWord = Pattern(#"interaction|heterogeneity"#)

/// "Comparable", "did not differ" and "consistent across subgroups" beside p below 0.05.
private func plainWords(_ clause: String, _ values: [PrintedPValue]) -> (String, PrintedPValue)? {
    guard let p = values.first(where: { $0.isBelow(0.05) }), values.allSatisfy({ $0.isBelow(0.05) }),
        !exceptions.matches(clause)
    else { return nil }
    if consistent.matches(clause), interactionWord.matches(clause) {
        return ("p for interaction of 0.05 or more where an effect is called consistent", p)
    }
    guard alike.matches(clause), !interactionWord.matches(clause) else { return nil }
    return ("p of 0.05 or more where groups are called alike", p)
}

// MARK: Directions

private let upWord = Pattern(
    #"\b(?:longer|higher|greater|prolonged|increased|superior|more (?:frequent|common)|better|improved)\b"#)
private let downWord = Pattern(
    #"\b(?:shorter|lower|smaller|fewer|less (?:frequent|common)|worse|decreased|inferior|reduced)\b"#)
private let pairOfValues = Pattern(
    #"(\d{1,3}(?:\.\d+)?)\s*(%|months?)?\s*(?:[\(\[][^()\[\]]{0,50}[\)\]]\s*)?(?:vs\.?|versus|compared (?:with|to))\s*(\d{1,3}(?:\.\d+)?)\s*(%|months?)"#
)
/// "Longer in A than in B (x v y)" with x below y.
private func directions(_ sentence: Sentence, _ paper: Paper) -> [Finding] {
    let text = sentence.plain
    guard let pair = pairOfValues.firstMatch(in: text), let a = pair[1].flatMap({ PrintedNumber($0) }),
        let b = pair[3].flatMap({ PrintedNumber($0) })
    else { return [] }
    let before = ManuscriptText.slice(text, max(0, pair.range.lowerBound - 220)..<pair.range.lowerBound)
    let (up, down) = (upWord.matches(in: before), downWord.matches(in: before))
    guard up.isEmpty != down.isEmpty, !negation.matches(before) else { return [] }
    let mentions = paper.groupMentions(in: before)
    let isUp = !up.isEmpty
    if mentions.count == 1, let group = mentions.first?.group, pair[2] == "%" || pair[4] == "%" {
        return withOneGroup(group, a, b, isUp, (isUp ? up : down).last?[0] ?? "", pair.range, sentence, paper)
    }
    guard mentions.count == 2, mentions[0].group.name != mentions[1].group.name else { return [] }
    // The first number of "x vs y" is the subject's, also after "compared with B, A …".
    let isWrong = isUp ? a.upper <= b.lower : a.lower >= b.upper
    guard isWrong else { return [] }
    return [
        Finding(
            rule: .claimAgainstNumbers, certainty: .suspicious, place: paper.place(sentence, pair.range),
            printed: paper.quote(sentence),
            expected:
                "the \(isUp ? "larger" : "smaller") number for the group that is called \((isUp ? up : down).first?[0] ?? "")",
            settle: "which number belongs to which group")
    ]
}

/// "Less frequent with A (x% vs y%)": the sizes of the groups tell which percentage is A's.
private func withOneGroup(
    _ group: Group, _ a: PrintedNumber, _ b: PrintedNumber, _ isUp: Bool, _ word: String, _ range: Range<Int>,
    _ sentence: Sentence, _ paper: Paper
) -> [Finding] {
    guard let (first, second) = paper.twoGroups else { return [] }
    let (own, other) = first.name == group.name ? (first, second) : (second, first)
    guard own.name == group.name else { return [] }
    let isInOrder = !possibleCounts(a, own.n).isEmpty && !possibleCounts(b, other.n).isEmpty
    let isTurned = !possibleCounts(b, own.n).isEmpty && !possibleCounts(a, other.n).isEmpty
    guard isInOrder != isTurned else { return [] }
    let (x, y) = isInOrder ? (a, b) : (b, a)
    guard isUp ? x.upper <= y.lower : x.lower >= y.upper else { return [] }
    return [
        Finding(
            rule: .claimAgainstNumbers, certainty: .suspicious, place: paper.place(sentence, range),
            printed: paper.quote(sentence),
            expected:
                "the \(isUp ? "larger" : "smaller") number for \(group.name), which is called \(word); \(x.text)% is of its \(own.n) patients",
            settle: "which number belongs to which group")
    ]
}

// MARK: Balance

private let balanced = Pattern(
    #"\b(?:(?:well[- ])?balanced|comparable|similar|no (?:statistically )?(?:significant )?differences?|did not differ)\b"#
)
private let exception = Pattern(
    #"\b(?:except(?:ing|ions?)?(?: for)?|apart from|other than|aside from|with the exceptions? of|excluding|save for)\b"#
)
private let baselineWord = Pattern(#"baseline|characteristics|clinical|demographic|groups|arms|variables|factors"#)

/// "Balanced except for …" with an imbalance that is not among the exceptions.
func balanceClaims(_ paper: Paper) -> [Finding] {
    guard let table = baselineTable(paper) else { return [] }
    let imbalances = table.rows.compactMap { row -> (name: String, row: ManuscriptTable.Row, p: PrintedPValue)? in
        guard
            let tested = paper.testedColumns(of: table).first
                ?? paper.pColumns(of: table).first.map({ TestedColumns(p: $0, counts: []) }),
            row.cells.indices.contains(tested.p), let p = paper.pValue(row.cells[tested.p]), p.isBelow(0.05)
        else { return nil }
        return (row.isHeading || row.block.isEmpty ? row.label.plain : ManuscriptText(row.block).plain, row, p)
    }
    return paper.sentences.compactMap { sentence -> Finding? in
        let text = sentence.plain
        guard paper.passage(of: sentence).part != .methods, paper.passage(of: sentence).part != .introduction,
            balanced.matches(text), baselineWord.matches(text),
            let match = exception.firstMatch(in: text)
        else { return nil }
        let unnamed = imbalances.filter { !sharesWord($0.name, text) }
        guard let first = unnamed.first,
            ManuscriptText.slice(text, match.range.upperBound..<text.utf16.count).utf16.count > 3
        else { return nil }
        return Finding(
            rule: .balanceClaim, certainty: .contradiction, place: paper.place(sentence, match.range),
            printed: paper.quote(sentence),
            expected:
                "also \(unnamed.map { "\($0.name) (\($0.p.text))" }.joined(separator: ", ")), as in \(table.name), row '\(first.row.name)'",
            settle: "the list of variables that differ")
    }
}

extension Paper {
    func pColumns(of table: ManuscriptTable) -> [Int] {
        table.columns.indices.filter { isPColumn(table.columns[$0]) && !isInteractionColumn(table.columns[$0]) }
    }
}

private let baselineCaption = Pattern(#"baseline|characteristics|demographic"#)

/// The first table of characteristics of groups.
func baselineTable(_ paper: Paper) -> ManuscriptTable? {
    let tables = paper.manuscript.tables.filter { paper.countColumns(of: $0).count >= 2 }
    return tables.first { baselineCaption.matches($0.caption.plain) }
        ?? (tables.first.flatMap { $0.label.hasSuffix(" 1") ? $0 : nil })
}

private let commonWords: Set = [
    "stage", "group", "status", "class", "score", "level", "value", "baseline", "years", "grade", "performance",
    "history", "patients", "number", "total", "maximum", "previous", "prior", "variable",
]

/// Whether a text has one of a label's telling words.
func sharesWord(_ label: String, _ text: String) -> Bool {
    let haystack = text.lowercased()
    let words = label.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let telling = words.filter { word in
        let isShort = word.count >= 2 && word.count < 4 && word == word.uppercased() && word.contains(where: \.isLetter)
        return isShort || (word.count >= 3 && !commonWords.contains(word.lowercased()))
    }
    return telling.contains { word in
        let lower = word.lowercased()
        let stem = Paper.escaped(lower.count > 6 ? String(lower.dropLast(2)) : lower)
        return Pattern("(?<![a-z0-9])" + stem + (lower.count > 3 ? "" : "(?![a-z0-9])")).matches(haystack)
    }
}

/// Covariates of a model that no table of characteristics describes.
func undescribedVariables(_ paper: Paper) -> [Finding] {
    guard let baseline = baselineTable(paper) else { return [] }
    let described =
        baseline.rows.map(\.name).joined(separator: " | ") + " " + baseline.notes.map(\.plain).joined(separator: " ")
    var seen: Set<String> = []
    return paper.manuscript.tables.enumerated().flatMap { index, table -> [Finding] in
        let own = paper.effects.compactMap { effect -> Int? in
            guard case .cell(index, let row, _) = effect.origin, effect.kind == .ratio else { return nil }
            return row
        }
        guard modelWord.matches(table.caption.plain), Set(own).count >= 3 else { return [] }
        return Set(own).sorted().compactMap { number -> Finding? in
            let row = table.rows[number]
            let label = row.block.isEmpty ? row.label.plain : ManuscriptText(row.block).plain
            let variable = String(label.prefix { $0 != ":" && $0 != "(" }).trimmed
            // The groups themselves stand in the heads, in whatever language they are called treatment.
            let groups = Set(paper.groupMentions(in: ManuscriptText(row.name).plain).map(\.group.name))
            guard variable.count >= 3, !sharesWord(variable, described), !treatmentWord.matches(label),
                groups.count < 2,
                seen.insert(variable.lowercased()).inserted
            else { return nil }
            return Finding(
                rule: .variableNotDescribed, certainty: .cannotTell, place: paper.place(table, row: row),
                printed: row.name,
                expected: "'\(variable)' among the characteristics of \(baseline.name)",
                settle: "a row for it in \(baseline.name)")
        }
    }
}

private let modelWord = Pattern(#"cox|regression|univaria|multivaria|hazard|prognostic|predict|risk factors"#)
private let treatmentWord = Pattern(#"\b(?:group|treatment|arm|therapy|regimen)\b"#)
