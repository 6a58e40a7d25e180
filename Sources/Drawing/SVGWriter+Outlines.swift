extension SVGWriter {
    /// Writes a scene with its text as outlines: the file looks the same everywhere, and its text is no text any more.
    ///
    /// Each glyph stands once in the file, at the size that its font is drawn at, and is used wherever the text has it.
    ///
    /// - Parameters:
    ///   - scene: The picture.
    ///   - idPrefix: What the ids of the picture's parts begin with: letters, digits, `-` and `_`.
    ///   - outliner: What knows the fonts.
    /// - Returns: A whole document.
    public static func outlinedSVG(
        of scene: Scene, idPrefix: String, outlining outliner: some TextOutlining
    ) -> [UInt8] {
        var writer = SVGWriter(idPrefix: idPrefix, outliner: outliner)
        for element in scene.elements { writer.write(element, indent: "") }
        let content = writer.output
        writer.output = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
        writer.output.reserveCapacity(content.count + content.count / 2)
        // Corners are as sharp as Cairo draws them in the other files; SVG would cut them sooner.
        writer.writeHead(
            of: scene, attributes: " xmlns:xlink=\"http://www.w3.org/1999/xlink\" stroke-miterlimit=\"10\"")
        writer.append("<defs>\n")
        for (index, path) in writer.glyphs.paths.enumerated() {
            writer.append("<path id=\"g")
            writer.append(Double(index + 1))
            writer.append("\" d=\"")
            writer.append(path)
            writer.append("\"/>\n")
        }
        writer.append("</defs>\n")
        writer.output += content
        writer.append("</svg>\n")
        return writer.output
    }

    /// Run by run, each where the width of those before it puts it.
    mutating func write(_ label: Label, outlinedBy outliner: some TextOutlining, indent: String) {
        var x = label.startOffset
        var name = label.name
        for run in label.runs {
            let line = outliner.outlines(of: run.text, in: run.font)
            defer { x += line.width / OutlinedText.unitsPerSize * run.font.size }
            guard !line.glyphs.isEmpty else { continue }
            append(indent)
            append("<g")
            writeID(name)
            name = nil
            paint("fill", label.color)
            append(" transform=\"translate(")
            if label.rotation == 0 {
                append(label.position.moved(right: x, down: -run.rise))
            } else {
                append(label.position)
                append(")rotate(")
                append(-label.rotation)
                append(")translate(")
                append(Point(x: x, y: -run.rise))
            }
            append(")scale(")
            appendDecimal(run.font.size / OutlinedText.unitsPerSize, decimals: 9, to: &output)
            append(")\">")
            for glyph in line.glyphs { write(glyph) }
            append("</g>\n")
        }
    }

    private mutating func write(_ glyph: OutlinedText.Glyph) {
        append("<use xlink:href=\"#g")
        append(Double(glyphs.number(of: glyph.path)))
        append("\"")
        if glyph.x != 0 { attribute("x", glyph.x.rounded()) }
        if glyph.y != 0 { attribute("y", glyph.y.rounded()) }
        append("/>")
    }
}

/// The outlines that a picture uses, in the order in which it first does.
struct GlyphSheet {
    private(set) var paths: [String] = []
    private var numbers: [String: Int] = [:]

    /// The number of an outline, from 1.
    mutating func number(of path: String) -> Int {
        if let number = numbers[path] { return number }
        paths.append(path)
        numbers[path] = paths.count
        return paths.count
    }
}
