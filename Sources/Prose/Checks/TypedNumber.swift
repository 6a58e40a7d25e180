/// A number in the words of a text.
struct TypedNumber: Equatable {
    /// As it is written, with its decimals and separators.
    var text: String
    /// Where it begins, in Unicode scalars from the beginning of the words.
    var offset: Int

    /// The same with a point for the decimal mark.
    var plain: String { text.replacing("·", with: ".") }
    var value: Double { Double(plain.replacing(",", with: "")) ?? 0 }

    /// The numbers of a text that may stand for results.
    static func numbers(in words: String, allowing allowed: [String], level: Double) -> [TypedNumber] {
        var scanner = TypedNumberScanner(words)
        let masked = scanner.masked(by: allowed)
        return scanner.numbers().filter { number in
            !masked.contains { $0.contains(number.offset) } && !allowed.contains(number.text)
                && !scanner.isExempt(number, level: level)
        }
    }
}

/// Finds numbers in words, and tells those that no result stands for.
private struct TypedNumberScanner {
    private static let units: Set<String> = [
        "mg", "g", "kg", "µg", "μg", "mcg", "ng", "ml", "l", "dl", "μl", "µl", "gy", "cgy", "cm", "mm", "m", "nm",
        "mmhg",
        "iu", "u", "mmol", "μmol", "µmol", "mol", "kv", "mv", "hz", "°c", "×", "fold", "mg/kg", "mg/m²", "mg/m2",
        "ng/ml",
    ]
    private static let spans: Set<String> = [
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
        "year",
        "years", "min", "h", "cycle", "cycles", "天", "周", "个月", "年", "岁", "小时", "分钟", "月", "日", "周期",
    ]
    private static let kinds: Set<String> = [
        "grade", "grades", "stage", "stages", "phase", "class", "level", "type", "line", "day", "week", "month", "year",
        "cycle", "version", "equation", "appendix", "reference", "section", "criterion", "factor", "step", "ecog",
        "cycles",
    ]
    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    private let scalars: [Unicode.Scalar]

    init(_ words: String) { scalars = Array(words.unicodeScalars) }

    /// The spans of texts that are allowed.
    func masked(by allowed: [String]) -> [Range<Int>] {
        allowed.flatMap { text -> [Range<Int>] in
            let wanted = Array(text.unicodeScalars)
            guard !wanted.isEmpty, wanted.count <= scalars.count else { return [] }
            return (0...(scalars.count - wanted.count)).filter { start in
                guard Array(scalars[start..<start + wanted.count]) == wanted else { return false }
                // `1–2` does not allow a part of `11–20`.
                return !(isDigit(start - 1) && isDigit(start))
                    && !(isDigit(start + wanted.count - 1) && isDigit(start + wanted.count))
            }.map { $0..<$0 + wanted.count }
        }
    }

    /// Every run of digits with its decimals and separators of thousands.
    mutating func numbers() -> [TypedNumber] {
        var numbers: [TypedNumber] = []
        var index = 0
        while index < scalars.count {
            guard isDigit(index) else {
                index += 1
                continue
            }
            var end = index
            while isDigit(end) || (isSeparator(end) && isDigit(end + 1)) { end += 1 }
            numbers.append(
                TypedNumber(text: String(String.UnicodeScalarView(scalars[index..<end])), offset: index))
            index = end
        }
        return numbers
    }

    func isExempt(_ number: TypedNumber, level: Double) -> Bool {
        let end = number.offset + number.text.unicodeScalars.count
        let (before, after) = (wordBefore(number.offset), wordAfter(end))
        // Part of a word: `BED10`, `CTLA-4`, `10-fold`, `4th`; of a version, `4.2.1`; of an address.
        if isLetter(number.offset - 1) && !isIdeograph(number.offset - 1) { return true }
        if isLetter(end) && !isIdeograph(end) { return true }
        if at(number.offset - 1) == "-", isLetter(number.offset - 2) { return true }
        if at(end) == "-", isLetter(end + 1), !Self.spans.contains(wordAfter(end + 1)) { return true }
        if number.text.filter({ $0 == "." }).count > 1 || isInAddress(number.offset) { return true }
        if isCitation(number.offset, end) || isInDate(number, before, after, end: end)
            || isListNumber(number.offset, end)
        {
            return true
        }
        if ["0.05", "0.01", "0.001", "0.10", "0.1"].contains(number.plain), isThreshold(number.offset) { return true }
        if at(end) == "%", abs(number.value - level * 100) < 1e-9 { return true }
        let isWhole = number.text.allSatisfy(\.isNumber)
        if isWhole, Self.spans.contains(after.split(separator: "-").last.map(String.init) ?? after) { return true }
        return Self.units.contains(after) || Self.kinds.contains(before)
            || Self.kinds.contains(rangeHead(number.offset))
    }

    // MARK: Around a number

    private func at(_ index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }
    private func isDigit(_ index: Int) -> Bool { at(index).map { ("0"..."9").contains($0) } ?? false }
    private func isSeparator(_ index: Int) -> Bool { at(index).map { ".,·".unicodeScalars.contains($0) } ?? false }
    private func isLetter(_ index: Int) -> Bool {
        at(index).map { $0.properties.isAlphabetic || $0 == "_" || $0 == "^" } ?? false
    }
    private func isIdeograph(_ index: Int) -> Bool { at(index)?.properties.isIdeographic ?? false }

    private func wordAfter(_ end: Int) -> String {
        var index = end
        while let scalar = at(index), scalar == " " || scalar == "\u{A0}" || scalar == "-" || scalar == "\n" {
            index += 1
        }
        // The other end of a range: `3–4 weeks`.
        if let dash = at(index), dash == "–" || dash == "-", isDigit(index + 1) {
            index += 1
            while isDigit(index) || isSeparator(index) && isDigit(index + 1) { index += 1 }
            return wordAfter(index)
        }
        if isIdeograph(index) {
            let rest = String(String.UnicodeScalarView(scalars[index..<min(index + 2, scalars.count)]))
            return Self.spans.contains(rest) ? rest : String(rest.prefix(1))
        }
        var word = ""
        while let scalar = at(index), scalar.properties.isAlphabetic || "°/²×".unicodeScalars.contains(scalar) {
            word.unicodeScalars.append(scalar)
            index += 1
        }
        return word.lowercased()
    }

    private func wordBefore(_ start: Int) -> String {
        var index = start - 1
        while let scalar = at(index), scalar == " " || scalar == "\u{A0}" || scalar == "\n" { index -= 1 }
        var word: [Unicode.Scalar] = []
        while let scalar = at(index), scalar.properties.isAlphabetic {
            word.append(scalar)
            index -= 1
        }
        return String(String.UnicodeScalarView(word.reversed())).lowercased()
    }

    /// The word before the number with which the range begins that ends in this one: `grade` of `grade 3–4`.
    private func rangeHead(_ start: Int) -> String {
        var index = start - 1
        guard let dash = at(index), "–-,".unicodeScalars.contains(dash) || dash == " " else { return "" }
        while let scalar = at(index), "–-, ".unicodeScalars.contains(scalar) { index -= 1 }
        guard isDigit(index) else {
            let word = wordBefore(index + 1)
            return word == "or" || word == "and" || word == "to" ? rangeHead(index + 1 - word.count) : ""
        }
        while isDigit(index) { index -= 1 }
        return wordBefore(index + 1)
    }

    private func isInAddress(_ start: Int) -> Bool {
        var (first, last) = (start, start)
        while let scalar = at(first - 1), scalar != " ", scalar != "\n" { first -= 1 }
        while let scalar = at(last + 1), scalar != " ", scalar != "\n" { last += 1 }
        let word = String(String.UnicodeScalarView(scalars[first...min(last, scalars.count - 1)])).lowercased()
        return word.contains("://") || word.contains("doi") || word.hasPrefix("10.") && word.contains("/")
    }

    /// `[12]`, `[3, 4–7]`
    private func isCitation(_ start: Int, _ end: Int) -> Bool {
        let inside = "0123456789,;–- ".unicodeScalars
        var (first, last) = (start, end - 1)
        while let scalar = at(first - 1), inside.contains(scalar) { first -= 1 }
        while let scalar = at(last + 1), inside.contains(scalar) { last += 1 }
        return at(first - 1) == "[" && at(last + 1) == "]"
    }

    private func isListNumber(_ start: Int, _ end: Int) -> Bool {
        (start == 0 || at(start - 1) == "\n") && (at(end) == "." || at(end) == ")") && at(end + 1) == " "
    }

    private func isInDate(_ number: TypedNumber, _ before: String, _ after: String, end: Int) -> Bool {
        if Self.months.contains(before) || Self.months.contains(after) { return true }
        if at(end) == "-", number.text.count == 4, isDigit(end + 1), isDigit(end + 2), at(end + 3) == "-" {
            return true
        }
        if at(number.offset - 1) == "-", isDigit(number.offset - 2), number.text.count == 2 { return true }
        guard number.text.count == 4, let year = Int(number.text), (1900...2100).contains(year) else { return false }
        return true
    }

    /// Whether a sign or a word of comparison stands before: `p < 0.05`, `below 0.05`.
    private func isThreshold(_ start: Int) -> Bool {
        var index = start - 1
        while let scalar = at(index), scalar == " " { index -= 1 }
        if let sign = at(index), "<>≤≥=".unicodeScalars.contains(sign) { return true }
        return ["below", "above", "under", "of", "at", "than", "was", "is"].contains(wordBefore(start))
    }
}
