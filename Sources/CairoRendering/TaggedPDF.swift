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
    let digits = Array("0123456789ABCDEF".utf8)
    var written = Array("<FEFF".utf8)
    for unit in text.utf16 {
        for shift in [12, 8, 4, 0] { written.append(digits[Int(unit >> shift & 15)]) }
    }
    return String(decoding: written, as: UTF8.self) + ">"
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

    private let pdf: [UInt8]
    /// Where each object begins, from number 1 on.
    private let offsets: [Int]
    private let tableStart: Int
    private let trailer: String

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
        self.pdf = pdf
        tableStart = start
        trailer = lines[trailerStart...].prefix { $0 != "startxref" }.dropFirst().joined(separator: "\n")
        offsets = lines[3..<(2 + head[1])].compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
        guard offsets.count == head[1] - 1, offsets.allSatisfy(pdf.indices.contains) else { return nil }
    }

    /// The first object whose dictionary holds a text that compressed streams do not hold by chance.
    func object(holding text: String) -> Object? {
        guard let place = pdf.firstPlace(of: text, from: 0),
            let (index, offset) = zip(offsets.indices, offsets).filter({ $1 <= place }).max(by: { $0.1 < $1.1 }),
            let start = pdf.firstPlace(of: "<<", from: offset), start < place,
            let end = pdf.firstPlace(of: "endobj", from: place)
        else { return nil }
        return Object(number: index + 1, dictionary: String(decoding: pdf[start..<end], as: UTF8.self))
    }

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

extension [UInt8] {
    /// Where a text first stands, from a place on.
    fileprivate func firstPlace(of text: String, from start: Int) -> Int? {
        let mark = Array(text.utf8)
        return withUnsafeBytes { bytes -> Int? in
            var place = start
            while place + mark.count <= bytes.count, let base = bytes.baseAddress,
                let found = memchr(base + place, Int32(mark[0]), bytes.count - mark.count - place + 1)
            {
                if memcmp(found, mark, mark.count) == 0 { return UnsafeRawPointer(found) - base }
                place = UnsafeRawPointer(found) - base + 1
            }
            return nil
        }
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
