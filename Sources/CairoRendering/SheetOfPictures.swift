#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Drawing

/// A document of Cairo's SVG with many pages, taken apart into a document for each page, as Cairo would have written it.
///
/// Cairo writes the outline of each glyph once for a document, and that takes most of the time of a drawing with letters:
/// figures that share a font and a size share the outlines when they are pages of one document.
struct SheetOfPictures {
    private let document: [UInt8]
    /// What each page draws.
    private var pages: [Range<Int>] = []
    /// What pages refer to, by its name: the outlines of glyphs, and the areas within which something is drawn.
    private var definitions: [String: Definition] = [:]

    private struct Definition {
        var isGlyph: Bool
        var place: Range<Int>
    }

    /// Reads a document; nil where it is not written as this version of Cairo writes one.
    init?(_ document: [UInt8], pages count: Int) {
        self.document = document
        let isRead = document.withUnsafeBytes { bytes in
            var lines = Lines(bytes: bytes)
            guard lines.skip(through: "<defs>"), readDefinitions(&lines) else { return false }
            return readPages(&lines)
        }
        guard isRead, pages.count == count else { return nil }
    }

    private mutating func readDefinitions(_ lines: inout Lines) -> Bool {
        while let line = lines.next() {
            if lines.text(line, is: "</defs>") { return true }
            if lines.text(line, is: "<g>") || lines.text(line, is: "</g>") { continue }
            let isGlyph = lines.text(line, beginsWith: "<symbol ")
            guard isGlyph || lines.text(line, beginsWith: "<clipPath "), let name = lines.name(in: line),
                lines.skip(through: isGlyph ? "</symbol>" : "</clipPath>")
            else { return false }
            definitions[name] = Definition(isGlyph: isGlyph, place: line.lowerBound..<lines.position)
        }
        return false
    }

    private mutating func readPages(_ lines: inout Lines) -> Bool {
        guard let line = lines.next(), lines.text(line, is: "<pageSet>") else { return false }
        while let line = lines.next(), lines.text(line, is: "<page>") {
            guard lines.skip(through: "</page>") else { return false }
            pages.append(line.upperBound..<lines.lastLine.lowerBound)
        }
        return lines.text(lines.lastLine, is: "</pageSet>")
    }

    /// A page as a document, of a size in points.
    func document(ofPage index: Int, width: Double, height: Double) -> [UInt8] {
        let page = pages[index]
        let used = definitionsInOrder(usedIn: page)
        let glyphs = used.filter(\.isGlyph)
        let size = [width, height].map { decimalText($0, decimals: 6) }
        var result = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="\(size[0])pt" \
            height="\(size[1])pt" viewBox="0 0 \(size[0]) \(size[1])" version="1.1">

            """.utf8)
        result.reserveCapacity(result.count + page.count + used.reduce(100) { $0 + $1.place.count })
        if !used.isEmpty { result += "<defs>\n".utf8 }
        if !glyphs.isEmpty { result += "<g>\n".utf8 }
        for glyph in glyphs { result += document[glyph.place] }
        if !glyphs.isEmpty { result += "</g>\n".utf8 }
        for area in used where !area.isGlyph { result += document[area.place] }
        if !used.isEmpty { result += "</defs>\n".utf8 }
        result += document[page]
        result += "</svg>\n".utf8
        return result
    }

    /// What a page refers to, in the order in which Cairo defines it: by the fonts, each with the sign for characters that it
    /// has not as its first glyph, else as the page has it.
    private func definitionsInOrder(usedIn page: Range<Int>) -> [Definition] {
        var known: Set<String> = []
        var (fonts, areas): ([(font: Substring, glyphs: [Definition])], [Definition]) = ([], [])
        document.withUnsafeBufferPointer { document in
            forEachID(in: UnsafeBufferPointer(rebasing: document[page])) { name, _ in
                guard let definition = definitions[name], known.insert(name).inserted else { return }
                guard definition.isGlyph else { return areas.append(definition) }
                let font = name.prefix { $0 != "-" }
                if let index = fonts.firstIndex(where: { $0.font == font }) {
                    fonts[index].glyphs.append(definition)
                } else {
                    fonts.append((font, [definitions["\(font)-0"], definition].compactMap(\.self)))
                }
            }
        }
        return fonts.flatMap(\.glyphs) + areas
    }
}

/// The lines of a document one after the other, by the places of their bytes.
private struct Lines {
    let bytes: UnsafeRawBufferPointer
    /// Where the next line begins.
    private(set) var position = 0
    /// The line that was read last, with its end.
    private(set) var lastLine = 0..<0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func next() -> Range<Int>? {
        guard let start = bytes.baseAddress, position < bytes.count,
            let end = memchr(start + position, Int32(UInt8(ascii: "\n")), bytes.count - position)
        else { return nil }
        lastLine = position..<UnsafeRawPointer(end) - start + 1
        position = lastLine.upperBound
        return lastLine
    }

    /// Reads up to a line and past it; false where there is none.
    mutating func skip(through text: StaticString) -> Bool {
        while let line = next() { if self.text(line, is: text) { return true } }
        return false
    }

    func text(_ line: Range<Int>, is text: StaticString) -> Bool {
        line.count == text.utf8CodeUnitCount + 1 && self.text(line, beginsWith: text)
    }

    func text(_ line: Range<Int>, beginsWith text: StaticString) -> Bool {
        guard let start = bytes.baseAddress, line.count >= text.utf8CodeUnitCount else { return false }
        return memcmp(start + line.lowerBound, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    /// The `id` of the element that begins in a line.
    func name(in line: Range<Int>) -> String? {
        var found: String?
        forEachID(in: UnsafeRawBufferPointer(rebasing: bytes[line]).assumingMemoryBound(to: UInt8.self)) { name, _ in
            found = found ?? name
        }
        return found
    }
}
