extension SourceText {
    /// The offset of the value that follows anchors (`&name`) and tags (`!name`).
    func skippingProperties(from start: Int) -> Int {
        var position = start
        while let scalar = self[position], scalar == "&" || scalar == "!" {
            while let next = self[position], !next.isYAMLBlank, !next.isYAMLBreak { position += 1 }
            while let next = self[position], next.isYAMLBlank || next.isYAMLBreak { position += 1 }
        }
        return position
    }

    /// The span of a list or mapping on its first line: from a bracket to its match, else the one character at `start`.
    func collectionSpan(from start: Int) -> Range<Int> {
        guard self[start] == "[" || self[start] == "{" else { return start..<start + 1 }
        let end = lineEnd(after: start)
        var depth = 0
        var quote: Unicode.Scalar?
        for position in start..<end {
            let scalar = scalars[position]
            if let open = quote {
                if scalar == open { quote = nil }
                continue
            }
            switch scalar {
            case "\"", "'": if isQuoteAtStart(position) { quote = scalar }
            case "[", "{": depth += 1
            case "]", "}":
                depth -= 1
                if depth == 0 { return start..<position + 1 }
            default: break
            }
        }
        return start..<end
    }

    /// Whether a quotation mark begins a quoted text: an apostrophe within a word does not.
    private func isQuoteAtStart(_ position: Int) -> Bool {
        guard let before = self[position - 1] else { return true }
        return before.isYAMLBlank || "[{,:".unicodeScalars.contains(before)
    }
}
