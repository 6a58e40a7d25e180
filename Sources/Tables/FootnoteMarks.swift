/// Hands out the marks a, b, c … to notes in the order in which cells first refer to them; equal notes share a mark.
struct FootnoteMarks {
    private(set) var footnotes: [Table.Footnote] = []

    /// The mark of a note.
    mutating func mark(_ text: String) -> String {
        let text = RichText(text)
        if let mark = footnotes.first(where: { $0.text == text })?.mark { return mark }
        let mark = Self.letters(footnotes.count)
        footnotes.append(Table.Footnote(mark: mark, text))
        return mark
    }

    /// a … z, aa, ab …
    static func letters(_ index: Int) -> String {
        let last = String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index % 26))))
        return index < 26 ? last : letters(index / 26 - 1) + last
    }
}
