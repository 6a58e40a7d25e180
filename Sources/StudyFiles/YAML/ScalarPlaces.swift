/// Finds the place of each character of a YAML scalar in the text that it was written in.
///
/// Walks the text as a YAML parser does (doubled quotes, escapes, folded line breaks) and checks at each step that it
/// obtains the scalar's value. Where it does not, as in block scalars, the whole scalar has one place only.
struct ScalarPlaces {
    /// For each Unicode scalar of the value, the offset at which it is written; nil where that is not known.
    let offsets: [Int]?
    /// The span of the scalar as written, with its quotes.
    let span: Range<Int>

    /// Finds a scalar's places.
    ///
    /// - Parameters:
    ///   - value: The scalar's value.
    ///   - start: The offset at which it begins, after anchor and tag.
    ///   - source: The text in which it stands.
    init(of value: String, from start: Int, in source: SourceText) {
        var walk = ScalarWalk(value: Array(value.unicodeScalars), position: start, source: source)
        switch source[start] {
        case "\"": walk.walkQuoted(isDouble: true)
        case "'": walk.walkQuoted(isDouble: false)
        case "|", ">": break
        default: walk.walkPlain()
        }
        if walk.isComplete {
            offsets = walk.offsets
            span = start..<walk.position
        } else {
            offsets = nil
            span = start..<max(start, source.lineEnd(after: start))
        }
    }
}

private struct ScalarWalk {
    let value: [Unicode.Scalar]
    var position: Int
    let source: SourceText
    var offsets: [Int] = []
    var hasFailed = false
    var hasEnded = false

    init(value: [Unicode.Scalar], position: Int, source: SourceText) {
        self.value = value
        self.position = position
        self.source = source
    }

    var isComplete: Bool { hasEnded && !hasFailed && offsets.count == value.count }

    mutating func walkPlain() {
        while offsets.count < value.count, !hasFailed {
            guard let scalar = source[position] else {
                hasFailed = true
                return
            }
            if scalar.isYAMLBlank || scalar.isYAMLBreak { walkWhite() } else { take(scalar, length: 1) }
        }
        hasEnded = true
    }

    mutating func walkQuoted(isDouble: Bool) {
        position += 1
        while !hasFailed {
            switch source[position] {
            case nil:
                hasFailed = true
            case "\""? where isDouble:
                finish()
                return
            case "'"? where !isDouble:
                guard source[position + 1] == "'" else {
                    finish()
                    return
                }
                take("'", length: 2)
            case "\\"? where isDouble:
                walkEscape()
            case let scalar? where scalar.isYAMLBlank || scalar.isYAMLBreak:
                walkWhite()
            case let scalar?:
                take(scalar, length: 1)
            }
        }
    }

    private mutating func finish() {
        position += 1
        hasEnded = true
    }

    /// Blanks within a line stand for themselves; one line break is a space, each further one a line feed.
    private mutating func walkWhite() {
        let start = position
        var end = position
        var breaks = 0
        while let scalar = source[end], scalar.isYAMLBlank || scalar.isYAMLBreak {
            let isCarriageReturnOfPair = scalar == "\r" && source[end + 1] == "\n"
            if scalar.isYAMLBreak, !isCarriageReturnOfPair { breaks += 1 }
            end += 1
        }
        guard breaks > 0 else {
            while position < end, let scalar = source[position] { take(scalar, length: 1) }
            return
        }
        for _ in 0..<max(1, breaks - 1) {
            expect(breaks == 1 ? " " : "\n", at: start)
        }
        position = end
    }

    private mutating func walkEscape() {
        let start = position
        let digits =
            switch source[start + 1] {
            case "x": 2
            case "u": 4
            case "U": 8
            default: 0
            }
        if let next = source[start + 1], next.isYAMLBreak {
            position += next == "\r" && source[start + 2] == "\n" ? 3 : 2
            while let blank = source[position], blank.isYAMLBlank { position += 1 }
            return
        }
        guard offsets.count < value.count else {
            hasFailed = true
            return
        }
        offsets.append(start)
        position += 2 + digits
    }

    private mutating func take(_ scalar: Unicode.Scalar, length: Int) {
        expect(scalar, at: position)
        position += length
    }

    private mutating func expect(_ scalar: Unicode.Scalar, at offset: Int) {
        guard offsets.count < value.count, value[offsets.count] == scalar else {
            hasFailed = true
            return
        }
        offsets.append(offset)
    }
}
