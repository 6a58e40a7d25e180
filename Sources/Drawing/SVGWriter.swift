/// Writes a scene as a plain SVG whose text stays text: it can be edited, searched and read aloud.
///
/// The page is in points. Every id begins with the prefix that the caller gives, so that several pictures fit into one
/// HTML page; ids and bytes are the same for the same scene. Texts are drawn where they were measured, so the fonts of
/// the scene should be installed where the file is opened.
public struct SVGWriter {
    /// UTF-8: a picture is written in one go, and a string is slow to append to.
    var output: [UInt8] = []
    /// The glyphs of a picture whose text becomes outlines.
    var glyphs = GlyphSheet()
    private var ids: [String: Int] = [:]
    /// What every id begins with.
    private let prefix: String
    /// What turns text into outlines; nil where it stays text.
    private let outliner: (any TextOutlining)?

    /// Writes a scene.
    ///
    /// - Parameters:
    ///   - scene: The picture.
    ///   - idPrefix: What every id begins with: letters, digits, `-` and `_`, of which other characters become `-`.
    /// - Returns: A whole document without XML declaration, which may also stand inside HTML.
    public static func svg(of scene: Scene, idPrefix: String) -> String {
        var writer = SVGWriter(idPrefix: idPrefix)
        writer.writeHead(of: scene)
        for element in scene.elements { writer.write(element, indent: "") }
        writer.append("</svg>\n")
        return String(decoding: writer.output, as: UTF8.self)
    }

    init(idPrefix: String, outliner: (any TextOutlining)? = nil) {
        prefix = Self.idName(idPrefix) + "-"
        self.outliner = outliner
    }

    /// Opens the document and says what the picture shows, for those who cannot see it.
    mutating func writeHead(of scene: Scene, attributes: String = "") {
        let (width, height) = (decimalText(scene.width, decimals: 3), decimalText(scene.height, decimals: 3))
        let (title, description) = (id("title"), id("description"))
        append(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)pt" height="\(height)pt" \
            viewBox="0 0 \(width) \(height)"\(attributes) role="img" aria-labelledby="\(title) \(description)">
            <title id="\(title)">\(escapedXML(scene.title))</title>
            <desc id="\(description)">\(escapedXML(scene.alternativeText))</desc>

            """)
    }

    mutating func write(_ element: Scene.Element, indent: String) {
        switch element {
        case .shape(let shape): write(shape, indent: indent)
        case .label(let label):
            if let outliner {
                write(label, outlinedBy: outliner, indent: indent)
            } else {
                write(label, indent: indent)
            }
        case .group(let group): write(group, indent: indent)
        }
    }

    private mutating func write(_ group: Scene.Group, indent: String) {
        let groupID = id(group.name)
        var clip = ""
        if let area = group.clip {
            let clipID = id("\(group.name)-clip")
            append("\(indent)<clipPath id=\"\(clipID)\"><rect")
            attribute("x", area.x)
            attribute("y", area.y)
            attribute("width", area.width)
            attribute("height", area.height)
            append("/></clipPath>\n")
            clip = " clip-path=\"url(#\(clipID))\""
        }
        append("\(indent)<g id=\"\(groupID)\"\(clip)>\n")
        for element in group.elements { write(element, indent: indent + " ") }
        append("\(indent)</g>\n")
    }

    private mutating func write(_ shape: Shape, indent: String) {
        append(indent)
        append("<path")
        writeID(shape.name)
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
            if stroke.cap != .butt { append(" stroke-linecap=\"\(stroke.cap.rawValue)\"") }
            if stroke.join != .miter { append(" stroke-linejoin=\"\(stroke.join.rawValue)\"") }
        }
        append(" d=\"")
        for segment in shape.segments { append(segment) }
        append("\"/>\n")
    }

    private mutating func write(_ label: Label, indent: String) {
        append(indent)
        append("<text")
        writeID(label.name)
        attribute("x", label.position.x)
        attribute("y", label.position.y)
        if label.anchor != .start { append(" text-anchor=\"\(label.anchor.rawValue)\"") }
        if label.rotation != 0 {
            append(" transform=\"rotate(")
            append(-label.rotation)
            append(" ")
            append(label.position)
            append(")\"")
        }
        paint("fill", label.color)
        // White space at the ends of a text and between its runs belongs to it.
        let text = label.text
        if text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") || label.runs.count > 1
            || text.contains("  ")
        {
            append(" xml:space=\"preserve\"")
        }
        if label.runs.count == 1, let run = label.runs.first, run.rise == 0 {
            append(run.font)
            append(">\(escapedXML(run.text))</text>\n")
            return
        }
        append(">")
        var rise = 0.0
        for run in label.runs {
            append("<tspan")
            if run.rise != rise { attribute("dy", rise - run.rise) }
            rise = run.rise
            append(run.font)
            append(">\(escapedXML(run.text))</tspan>")
        }
        append("</text>\n")
    }

    // MARK: Pieces

    mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

    mutating func append(_ value: Double) { appendDecimal(value, decimals: 3, to: &output) }

    mutating func append(_ point: Point) {
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

    mutating func attribute(_ name: String, _ value: Double) {
        append(" ")
        append(name)
        append("=\"")
        append(value)
        append("\"")
    }

    mutating func paint(_ property: String, _ color: Color) {
        append(" ")
        append(property)
        append("=\"")
        append(color.hex)
        append("\"")
        if color.opacity < 1 { attribute("\(property)-opacity", color.opacity) }
    }

    private mutating func append(_ font: Font) {
        // Arial and Helvetica have the widths of Liberation Sans, where that is not installed.
        let family = escapedXML("'\(font.family.filter { $0 != "'" })', Arial, Helvetica, sans-serif")
        append(" font-family=\"\(family)\"")
        attribute("font-size", font.size)
        if font.isBold { append(" font-weight=\"bold\"") }
        if font.isItalic { append(" font-style=\"italic\"") }
    }

    /// Writes the id of what has a name.
    mutating func writeID(_ name: String?) {
        guard let name else { return }
        append(" id=\"")
        append(id(name))
        append("\"")
    }

    /// An id that is not yet taken: a name that occurs again gets a number.
    private mutating func id(_ name: String) -> String {
        let base = prefix + Self.idName(name)
        var candidate = base
        while ids[candidate] != nil {
            ids[base, default: 1] += 1
            candidate = "\(base)-\(ids[base, default: 1])"
        }
        ids[candidate] = 1
        return candidate
    }

    private static func idName(_ name: String) -> String {
        if name.utf8.allSatisfy(isIDByte) { return name }
        guard name.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
            return String(name.map { isIDCharacter($0) ? $0 : "-" })
        }
        return String(decoding: name.utf8.map { isIDByte($0) ? $0 : UInt8(ascii: "-") }, as: UTF8.self)
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
    let isPlain = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), 0..<0x20, 0xEF: false
        default: true
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
