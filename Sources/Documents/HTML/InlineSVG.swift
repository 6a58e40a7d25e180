import Drawing

/// A picture in SVG made fit to stand inside an HTML page with others.
///
/// Only elements that draw are kept: no script, no style sheet, no foreign content, no animation, no link. References
/// stay inside the picture, and its ids get a prefix of their own, since pictures of one program use the same ids.
/// `style` attributes become attributes of their own, because the page's content security policy forbids them.
struct InlineSVG {
    /// The picture as it stands in the page, with its alternative text.
    let html: TextBuffer
    /// The natural width in CSS pixels; nil where the picture does not say.
    let width: Double?

    /// A figure's picture: a scene as it is, for its writer escapes all text, knows no style sheet, script or link, and
    /// prefixes ids; SVG from elsewhere cleaned. Nil if that is not well-formed.
    init?(of figure: Figure, anchor: String) {
        if let scene = figure.scene {
            self.init(
                html: TextBuffer(SVGWriter.bytes(of: scene, idPrefix: anchor)), width: scene.width * 96 / 72)
        } else {
            self.init(figure.svg, idPrefix: "\(anchor)-", alternativeText: figure.alternativeText)
        }
    }

    private init(html: TextBuffer, width: Double?) { (self.html, self.width) = (html, width) }

    /// Cleans a picture; nil if it is not well-formed SVG.
    init?(_ svg: String, idPrefix: String, alternativeText: String) {
        var cleaner = SVGCleaner(svg, idPrefix: idPrefix, alternativeText: alternativeText)
        guard let html = cleaner.clean() else { return nil }
        self.html = TextBuffer(Array(html.utf8))
        self.width = cleaner.width
    }
}

private struct SVGCleaner {
    private static let drawing: Set<String> = [
        "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
        "tspan", "title", "desc", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient", "stop",
    ]

    private var scanner: MarkupScanner
    private let idPrefix: String
    private let alternativeText: String
    private(set) var width: Double?

    init(_ svg: String, idPrefix: String, alternativeText: String) {
        scanner = MarkupScanner(svg)
        self.idPrefix = idPrefix
        self.alternativeText = alternativeText
    }

    mutating func clean() -> String? {
        var (html, open, droppedBelow): (String, [String], Int?) = ("", [], nil)
        while let token = scanner.next() {
            switch token {
            case .text(let text):
                if !open.isEmpty, droppedBelow == nil { html += escaped(text) }
                if open.isEmpty, !text.allSatisfy(\.isWhitespace) { return nil }
            case .start(let name, let attributes, let isEmpty):
                let isRoot = open.isEmpty
                if isRoot, name != "svg" || !html.isEmpty { return nil }
                let isKept = droppedBelow == nil && Self.drawing.contains(name)
                if isKept {
                    html += "<\(name)\(isRoot ? rootAttributes(attributes) : "")"
                    html += "\(self.attributes(attributes))\(isEmpty ? "/" : "")>"
                }
                if isEmpty { continue }
                if !isKept, droppedBelow == nil { droppedBelow = open.count }
                open.append(name)
            case .end(let name):
                guard open.popLast() == name else { return nil }
                if droppedBelow == nil { html += "</\(name)>" }
                if droppedBelow == open.count { droppedBelow = nil }
            }
        }
        return scanner.isAtEnd && open.isEmpty && !html.isEmpty ? html : nil
    }

    private mutating func rootAttributes(_ attributes: [MarkupScanner.Attribute]) -> String {
        width = attributes.first { $0.name == "width" }.flatMap { Self.pixels($0.value) }
        return " role=\"img\" aria-label=\"\(escapedForHTML(alternativeText))\""
    }

    private func attributes(_ attributes: [MarkupScanner.Attribute]) -> String {
        var result = ""
        for attribute in attributes {
            if attribute.name == "style" {
                for declaration in attribute.value.split(separator: ";") {
                    let parts = declaration.split(separator: ":", maxSplits: 1).map(Self.trimmed)
                    if parts.count == 2 { result += self.attribute(parts[0], parts[1]) }
                }
            } else {
                result += self.attribute(attribute.name, attribute.value)
            }
        }
        return result
    }

    /// One attribute, or nothing where the page must not have it.
    private func attribute(_ name: String, _ value: String) -> String {
        let lowerCase = name.lowercased()
        let isForbidden =
            ["class", "role", "style", "tabindex"].contains(lowerCase)
            || ["on", "xmlns", "aria-", "xml:"].contains(where: lowerCase.hasPrefix)
        let isName =
            !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-:".contains($0)) }
        guard isName, !isForbidden else { return "" }
        switch lowerCase {
        case "id": return " id=\"\(escaped(idPrefix + value))\""
        case "href", "xlink:href":
            return value.hasPrefix("#") ? " href=\"#\(escaped(idPrefix + value.dropFirst()))\"" : ""
        default:
            guard let value = localized(value) else { return "" }
            return " \(name)=\"\(escaped(value))\""
        }
    }

    /// A value whose `url(#…)` points to the prefixed id; nil where it points anywhere else.
    private func localized(_ value: String) -> String? {
        guard value.lowercased().contains("url") else { return value }
        guard value.hasPrefix("url(#"), value.hasSuffix(")") else { return nil }
        return "url(#\(idPrefix)\(value.dropFirst(5))"
    }

    private func escaped(_ text: some StringProtocol) -> String { escapedForHTML(String(text)) }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// A length in CSS pixels.
    private static func pixels(_ length: String) -> Double? {
        let digits = length.prefix { $0.isNumber || $0 == "." }
        let factor: Double
        switch length.dropFirst(digits.count) {
        case "", "px": factor = 1
        case "pt": factor = 96 / 72
        case "mm": factor = 96 / 25.4
        default: return nil
        }
        return Double(digits).map { $0 * factor }
    }
}
