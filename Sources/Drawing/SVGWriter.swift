/// Writes a scene as a plain SVG whose text stays text: it can be edited, searched and read aloud.
///
/// The page is in points. Every id begins with the prefix that the caller gives, so that several pictures fit into one
/// HTML page; ids and bytes are the same for the same scene. Texts are drawn where they were measured, so the fonts of
/// the scene should be installed where the file is opened.
public struct SVGWriter {
    /// UTF-8: a picture is written in one go, and a string is slow to append to.
    private var output: [UInt8] = []
    private var ids: [String: Int] = [:]
    private let prefix: String

    /// Writes a scene.
    ///
    /// - Parameters:
    ///   - scene: The picture.
    ///   - idPrefix: What every id begins with: letters, digits, `-` and `_`, of which other characters become `-`.
    /// - Returns: A whole document without XML declaration, which may also stand inside HTML.
    public static func svg(of scene: Scene, idPrefix: String) -> String {
        String(decoding: bytes(of: scene, idPrefix: idPrefix), as: UTF8.self)
    }

    /// Writes a scene as ``svg(of:idPrefix:)`` does, as the bytes of a file in UTF-8.
    public static func bytes(of scene: Scene, idPrefix: String) -> [UInt8] {
        var writer = SVGWriter(prefix: idName(idPrefix))
        writer.write(scene)
        return writer.output
    }

    private init(prefix: String) { self.prefix = prefix }

    private mutating func write(_ scene: Scene) {
        let (width, height) = (decimalText(scene.width, decimals: 3), decimalText(scene.height, decimals: 3))
        let (title, description) = (id("title"), id("description"))
        append(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)pt" height="\(height)pt" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(title) \(description)">
            <title id="\(title)">\(escapedXML(scene.title))</title>
            <desc id="\(description)">\(escapedXML(scene.alternativeText))</desc>

            """)
        for element in scene.elements { write(element, indent: "") }
        append("</svg>\n")
    }

    private mutating func write(_ element: Scene.Element, indent: String) {
        switch element {
        case .shape(let shape): write(shape, indent: indent)
        case .label(let label): write(label, indent: indent)
        case .group(let group): write(group, indent: indent)
        }
    }

    private mutating func write(_ group: Scene.Group, indent: String) {
        let groupID = id(group.name)
        var clip = ""
        if let area = group.clip {
            let clipID = id("\(group.name)-clip")
            append(indent, "<clipPath id=\"", clipID, "\"><rect")
            attribute("x", area.x)
            attribute("y", area.y)
            attribute("width", area.width)
            attribute("height", area.height)
            append("/></clipPath>\n")
            clip = " clip-path=\"url(#\(clipID))\""
        }
        append(indent, "<g id=\"", groupID, "\"", clip, ">\n")
        for element in group.elements { write(element, indent: indent + " ") }
        append(indent, "</g>\n")
    }

    private mutating func write(_ shape: Shape, indent: String) {
        append(indent, "<path")
        if let name = shape.name { append(" id=\"", id(name), "\"") }
        if let fill = shape.fill { paint("fill", fill) } else { append(" fill=\"none\"") }
        if let stroke = shape.stroke {
            paint("stroke", stroke.color)
            attribute("stroke-width", stroke.width)
            if !stroke.dash.isEmpty {
                append(" stroke-dasharray=\"")
                for (index, length) in stroke.dash.enumerated() {
                    if index > 0 { append(" ") }
                    append(length)
                }
                append("\"")
            }
            if stroke.cap != .butt { append(" stroke-linecap=\"", stroke.cap.rawValue, "\"") }
            if stroke.join != .miter { append(" stroke-linejoin=\"", stroke.join.rawValue, "\"") }
        }
        append(" d=\"")
        for segment in shape.segments { append(segment) }
        append("\"/>\n")
    }

    private mutating func write(_ label: Label, indent: String) {
        append(indent, "<text")
        if let name = label.name { append(" id=\"", id(name), "\"") }
        attribute("x", label.position.x)
        attribute("y", label.position.y)
        if label.anchor != .start { append(" text-anchor=\"", label.anchor.rawValue, "\"") }
        if label.rotation != 0 {
            append(" transform=\"rotate(")
            append(-label.rotation)
            append(" ")
            append(label.position)
            append(")\"")
        }
        paint("fill", label.color)
        // White space at the ends of a text and between its runs belongs to it.
        if label.runs.count > 1 || Self.needsSpacePreserved(label.text) { append(" xml:space=\"preserve\"") }
        if label.runs.count == 1, let run = label.runs.first, run.rise == 0 {
            append(run.font)
            append(">", escapedXML(run.text), "</text>\n")
            return
        }
        append(">")
        var rise = 0.0
        for run in label.runs {
            append("<tspan")
            if run.rise != rise { attribute("dy", rise - run.rise) }
            rise = run.rise
            append(run.font)
            append(">", escapedXML(run.text), "</tspan>")
        }
        append("</text>\n")
    }

    private static func needsSpacePreserved(_ text: String) -> Bool {
        // As if a space stood before and after the text.
        var isAfterSpace = true
        for byte in text.utf8 {
            let isSpace = byte == UInt8(ascii: " ")
            if isSpace, isAfterSpace { return true }
            isAfterSpace = isSpace
        }
        return isAfterSpace && !text.isEmpty
    }

    // MARK: Pieces

    private mutating func append(_ texts: String...) { for text in texts { output.append(contentsOf: text.utf8) } }

    private mutating func append(_ value: Double) { appendDecimal(value, decimals: 3, to: &output) }

    private mutating func append(_ point: Point) {
        append(point.x)
        append(" ")
        append(point.y)
    }

    private mutating func append(_ segment: Shape.Segment) {
        switch segment {
        case .move(let point):
            append("M")
            append(point)
        case .line(let point):
            append("L")
            append(point)
        case .curve(let first, let second, let end):
            append("C")
            append(first)
            append(" ")
            append(second)
            append(" ")
            append(end)
        case .close: append("Z")
        }
    }

    private mutating func attribute(_ name: String, _ value: Double) {
        append(" ", name, "=\"")
        append(value)
        append("\"")
    }

    private mutating func paint(_ property: String, _ color: Color) {
        append(" ", property, "=\"", color.hex, "\"")
        if color.opacity < 1 { attribute("\(property)-opacity", color.opacity) }
    }

    private mutating func append(_ font: Font) {
        // Arial and Helvetica have the widths of Liberation Sans, where that is not installed.
        let quote = UInt8(ascii: "'")
        let family = font.family.utf8.contains(quote) ? font.family.filter { $0 != "'" } : font.family
        append(" font-family=\"'", escapedXML(family), "', Arial, Helvetica, sans-serif\"")
        attribute("font-size", font.size)
        if font.isBold { append(" font-weight=\"bold\"") }
        if font.isItalic { append(" font-style=\"italic\"") }
    }

    /// An id that is not yet taken: a name that occurs again gets a number.
    private mutating func id(_ name: String) -> String {
        let base = "\(prefix)-\(Self.idName(name))"
        guard var number = ids[base] else {
            ids[base] = 1
            return base
        }
        var candidate = base
        while ids[candidate] != nil {
            number += 1
            candidate = "\(base)-\(number)"
        }
        ids[base] = number
        ids[candidate] = 1
        return candidate
    }

    private static func idName(_ name: String) -> String {
        let bytes = Array(name.utf8)
        guard bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
            return String(name.map { isIDCharacter($0) ? $0 : "-" })
        }
        return String(decoding: bytes.map { isIDByte($0) ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
    }

    private static func isIDCharacter(_ character: Character) -> Bool { character.asciiValue.map(isIDByte) ?? false }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

/// Text for the inside of an XML element or a quoted attribute. Characters that XML cannot hold become U+FFFD.
public func escapedXML(_ text: String) -> String {
    // Most texts hold nothing that needs it: all but the rare last two code points show in single bytes.
    var text = text
    let isPlain = text.withUTF8 { bytes in
        bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0..<0x20, 0xEF: false
            default: true
            }
        }
    }
    guard !isPlain else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
        case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
