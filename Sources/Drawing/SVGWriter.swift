/// Writes a scene as a plain SVG whose text stays text: it can be edited, searched and read aloud.
///
/// The page is in points. Every id begins with the prefix that the caller gives, so that several pictures fit into one
/// HTML page; ids and bytes are the same for the same scene. Texts are drawn where they were measured, so the fonts of
/// the scene should be installed where the file is opened.
public struct SVGWriter {
    private var output = ""
    private var ids: [String: Int] = [:]
    private let prefix: String

    /// Writes a scene.
    ///
    /// - Parameters:
    ///   - scene: The picture.
    ///   - idPrefix: What every id begins with: letters, digits, `-` and `_`, of which other characters become `-`.
    /// - Returns: A whole document without XML declaration, which may also stand inside HTML.
    public static func svg(of scene: Scene, idPrefix: String) -> String {
        var writer = SVGWriter(prefix: idName(idPrefix))
        writer.write(scene)
        return writer.output
    }

    private init(prefix: String) { self.prefix = prefix }

    private mutating func write(_ scene: Scene) {
        let (width, height) = (number(scene.width), number(scene.height))
        let (title, description) = (id("title"), id("description"))
        output += """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)pt" height="\(height)pt" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(title) \(description)">
            <title id="\(title)">\(escapedXML(scene.title))</title>
            <desc id="\(description)">\(escapedXML(scene.alternativeText))</desc>

            """
        for element in scene.elements { write(element, indent: "") }
        output += "</svg>\n"
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
            output += """
                \(indent)<clipPath id="\(clipID)"><rect x="\(number(area.x))" y="\(number(area.y))" \
                width="\(number(area.width))" height="\(number(area.height))"/></clipPath>

                """
            clip = " clip-path=\"url(#\(clipID))\""
        }
        output += "\(indent)<g id=\"\(groupID)\"\(clip)>\n"
        for element in group.elements { write(element, indent: indent + " ") }
        output += "\(indent)</g>\n"
    }

    private mutating func write(_ shape: Shape, indent: String) {
        var attributes = shape.name.map { " id=\"\(id($0))\"" } ?? ""
        attributes += shape.fill.map { paint("fill", $0) } ?? " fill=\"none\""
        if let stroke = shape.stroke {
            attributes += paint("stroke", stroke.color) + " stroke-width=\"\(number(stroke.width))\""
            if !stroke.dash.isEmpty {
                attributes += " stroke-dasharray=\"\(stroke.dash.map(number).joined(separator: " "))\""
            }
            if stroke.cap != .butt { attributes += " stroke-linecap=\"\(stroke.cap.rawValue)\"" }
            if stroke.join != .miter { attributes += " stroke-linejoin=\"\(stroke.join.rawValue)\"" }
        }
        let path = shape.segments.map(path).joined()
        output += "\(indent)<path\(attributes) d=\"\(path)\"/>\n"
    }

    private mutating func write(_ label: Label, indent: String) {
        var attributes = label.name.map { " id=\"\(id($0))\"" } ?? ""
        let (x, y) = (number(label.position.x), number(label.position.y))
        attributes += " x=\"\(x)\" y=\"\(y)\""
        if label.anchor != .start { attributes += " text-anchor=\"\(label.anchor.rawValue)\"" }
        if label.rotation != 0 { attributes += " transform=\"rotate(\(number(-label.rotation)) \(x) \(y))\"" }
        attributes += paint("fill", label.color)
        // White space at the ends of a text and between its runs belongs to it.
        let text = label.text
        if text.first == " " || text.last == " " || text.contains("  ") || label.runs.count > 1 {
            attributes += " xml:space=\"preserve\""
        }
        if label.runs.count == 1, let run = label.runs.first, run.rise == 0 {
            output += "\(indent)<text\(attributes)\(font(run.font))>\(escapedXML(run.text))</text>\n"
            return
        }
        output += "\(indent)<text\(attributes)>"
        var rise = 0.0
        for run in label.runs {
            let shift = run.rise == rise ? "" : " dy=\"\(number(rise - run.rise))\""
            rise = run.rise
            output += "<tspan\(shift)\(font(run.font))>\(escapedXML(run.text))</tspan>"
        }
        output += "</text>\n"
    }

    private func path(_ segment: Shape.Segment) -> String {
        func pair(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }
        return switch segment {
        case .move(let point): "M\(pair(point))"
        case .line(let point): "L\(pair(point))"
        case .curve(let first, let second, let end): "C\(pair(first)) \(pair(second)) \(pair(end))"
        case .close: "Z"
        }
    }

    private func paint(_ property: String, _ color: Color) -> String {
        let opacity = color.opacity < 1 ? " \(property)-opacity=\"\(number(color.opacity))\"" : ""
        return " \(property)=\"\(color.hex)\"\(opacity)"
    }

    private func font(_ font: Font) -> String {
        // Arial and Helvetica have the widths of Liberation Sans, where that is not installed.
        let family = escapedXML("'\(font.family.filter { $0 != "'" })', Arial, Helvetica, sans-serif")
        return " font-family=\"\(family)\" font-size=\"\(number(font.size))\""
            + (font.isBold ? " font-weight=\"bold\"" : "") + (font.isItalic ? " font-style=\"italic\"" : "")
    }

    private func number(_ value: Double) -> String { decimalText(value, decimals: 3) }

    /// An id that is not yet taken: a name that occurs again gets a number.
    private mutating func id(_ name: String) -> String {
        let base = "\(prefix)-\(Self.idName(name))"
        var candidate = base
        while ids[candidate] != nil {
            ids[base, default: 1] += 1
            candidate = "\(base)-\(ids[base, default: 1])"
        }
        ids[candidate] = 1
        return candidate
    }

    private static func idName(_ name: String) -> String {
        String(
            name.map { character in
                character.isASCII && (character.isLetter || character.isNumber) || character == "_" ? character : "-"
            })
    }
}

/// Text for the inside of an XML element or a quoted attribute. Characters that XML cannot hold become U+FFFD.
public func escapedXML(_ text: String) -> String {
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
