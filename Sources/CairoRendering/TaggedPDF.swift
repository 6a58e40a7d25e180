import Foundation
import Drawing

/// Adds to Cairo's PDF what a reader for the blind needs: that the file is tagged, its language, and what the figure
/// shows.
///
/// Cairo writes the tree of tags but has no way to say the rest. The file stays as Cairo wrote it; new versions of its
/// catalogue and of the figure's tag follow at its end, which is how PDF files are changed (ISO 32000-1, 7.5.6).
///
/// - Parameters:
///   - pdf: A file of one page whose content is one tag `Figure` within a `Document`, with a plain table of references.
///   - scene: The picture, whose alternative text is added.
///   - language: The language as a BCP 47 tag.
/// - Returns: The file; nil where it is not built like Cairo's.
func taggedPDF(_ pdf: [UInt8], of scene: Scene, language: String) -> [UInt8]? {
    guard let file = PDFObjects(pdf),
        let catalog = file.object(holding: "/Type /Catalog"), let figure = file.object(holding: "/S /Figure")
    else { return nil }
    let box = [0, 0, scene.width, scene.height].map { decimalText($0, decimals: 3) }.joined(separator: " ")
    // Cairo says itself that the file is tagged where the tags begin with a document, but not in every version.
    let mark = catalog.dictionary.contains("/MarkInfo") ? "" : "   /MarkInfo << /Marked true >>\n"
    let changed = [
        catalog.with(
            mark + """
                   /Lang \(pdfText(language))
                   /ViewerPreferences << /DisplayDocTitle true >>

                """),
        figure.with(
            """
               /Alt \(pdfText(scene.alternativeText))
               /A << /O /Layout /Placement /Block /BBox [ \(box) ] >>

            """),
    ].sorted { $0.number < $1.number }
    return pdf + file.update(with: changed, after: pdf.count)
}

/// A text as UTF-16 in hexadecimal digits, which holds every character.
private func pdfText(_ text: String) -> String {
    let digits = text.utf16.map { unit in
        let code = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - code.count) + code
    }
    return "<FEFF\(digits.joined())>"
}

/// The objects of a PDF file that are plain dictionaries, found through its table of references.
private struct PDFObjects {
    struct Object {
        var number: Int
        var dictionary: String

        /// The object with more entries in its dictionary.
        func with(_ entries: String) -> Object {
            guard let end = dictionary.range(of: ">>", options: .backwards) else { return self }
            return Object(number: number, dictionary: dictionary[..<end.lowerBound] + entries + ">>")
        }
    }

    private var objects: [Object] = []
    private var count = 0
    private var tableStart = 0
    private var trailer = ""

    init?(_ pdf: [UInt8]) {
        let tail = String(decoding: pdf.suffix(64), as: UTF8.self).split(separator: "\n")
        guard let mark = tail.lastIndex(of: "startxref"), let start = tail[(mark + 1)...].first.flatMap({ Int($0) }),
            pdf.indices.contains(start)
        else { return nil }
        let lines = String(decoding: pdf[start...], as: UTF8.self).split(separator: "\n")
        let head = lines.dropFirst().first?.split(separator: " ").compactMap { Int($0) }
        guard lines.first == "xref", let head, head.count == 2, head[0] == 0, lines.count > 2 + head[1],
            let trailerStart = lines.firstIndex(of: "trailer")
        else { return nil }
        (tableStart, count) = (start, head[1])
        trailer = lines[trailerStart...].prefix { $0 != "startxref" }.dropFirst().joined(separator: "\n")
        for number in 1..<count {
            guard let offset = lines[2 + number].split(separator: " ").first.flatMap({ Int($0) }),
                pdf.indices.contains(offset)
            else { return nil }
            objects += [Self.object(number, in: pdf[offset...])].compactMap(\.self)
        }
    }

    /// The dictionary of an object; nil for a stream, which no text is read from.
    private static func object(_ number: Int, in bytes: ArraySlice<UInt8>) -> Object? {
        let mark = Array("endobj".utf8)
        // What is looked for is short; streams of fonts are not searched to their ends.
        let part = bytes.prefix(4096)
        guard let end = part.indices.first(where: { part[$0] == mark[0] && part[$0...].starts(with: mark) }) else {
            return nil
        }
        let text = String(decoding: part[..<end], as: UTF8.self)
        guard let start = text.range(of: "<<"), !text.contains("stream") else { return nil }
        return Object(number: number, dictionary: String(text[start.lowerBound...]))
    }

    func object(holding text: String) -> Object? { objects.first { $0.dictionary.contains(text) } }

    /// New versions of objects with the table of references to them and the old table.
    func update(with changed: [Object], after length: Int) -> [UInt8] {
        var text = "\n"
        var table = "xref\n"
        for object in changed {
            let offset = String(length + text.utf8.count)
            table += "\(object.number) 1\n" + String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
            text += "\(object.number) 0 obj\n\(object.dictionary.trimmingEnd)\nendobj\n"
        }
        let start = length + text.utf8.count
        let entries = Object(number: 0, dictionary: trailer).with("   /Prev \(tableStart)\n").dictionary
        return Array((text + table + "trailer\n\(entries.trimmingEnd)\nstartxref\n\(start)\n%%EOF\n").utf8)
    }
}

extension String {
    /// The text without white space at its end.
    fileprivate var trimmingEnd: String {
        var rest = self[...]
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
