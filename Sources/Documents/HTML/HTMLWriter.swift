internal import Checksums
import Drawing
import Styling
public import Tables

/// Writes documents and tables as HTML: one page that needs no other file and asks the network for nothing.
///
/// Its content security policy allows the page's own stylesheet and script, by their hashes, and nothing else; text and
/// pictures are escaped besides.
public struct HTMLWriter: Sendable {
    /// The greatest width of a picture in points, 400 pixels of a page, that a narrow screen need not scroll.
    private static let narrowPicture = 300.0

    /// Creates a writer.
    public init() {}

    /// The document as a page.
    public func page(_ document: Document) -> String { String(decoding: file(document), as: UTF8.self) }

    /// A table as a page of its own.
    public func page(_ table: Table, language: String) -> String {
        String(decoding: file(table, language: language), as: UTF8.self)
    }

    /// The document as a page, as the bytes of a file.
    public func file(_ document: Document) -> [UInt8] {
        let blocks = document.numberedBlocks
        let anchors = blocks.anchors
        let contents = contents(blocks, of: document)
        let notice = document.notice.map { "<p class=\"notice\" role=\"note\">\($0.html)</p>\n" } ?? ""
        let colophon = document.colophon.map { "<p>\($0.html)</p>\n" }.joined()
        return file(
            title: document.title.plain, language: document.language, notice: document.notice?.plain,
            bodyClass: contents.isEmpty ? nil : "report"
        ) { html in
            html += """
                <a class="skip" href="#text">\(escapedForHTML(document.words.skipToText))</a>
                <header>
                \(notice)<h1>\(document.title.html)</h1>
                </header>
                \(contents)<main id="text">

                """
            for block in blocks {
                write(block, linking: anchors, words: document.words, to: &html)
                html += "\n"
            }
            html.add("</main>\n", colophon.isEmpty ? "" : "<footer>\n\(colophon)</footer>\n")
        }
    }

    /// A table as a page of its own, as the bytes of a file.
    public func file(_ table: Table, language: String) -> [UInt8] {
        var anchors = Anchors()
        let anchor = anchors.anchor("table-\(table.id)", fallback: "table")
        let writer = HTMLTable(table: table, label: nil, anchor: anchor, words: vocabulary(for: language))
        return file(
            title: table.caption.plain, language: language, notice: nil, bodyClass: writer.isDense ? "wide" : nil
        ) { html in
            html += "<main id=\"text\">\n"
            writer.write(to: &html)
            html += "\n</main>\n"
        }
    }

    private func file(
        title: String, language: String, notice: String?, bodyClass: String?,
        writingBody write: (inout TextBuffer) -> Void
    ) -> [UInt8] {
        let stylesheet = stylesheet(notice: notice)
        let stylesheetSource = notice == nil ? Self.commonStylesheetSource : Self.source(stylesheet)
        let policy = [
            "default-src 'none'", "style-src \(stylesheetSource)", "script-src \(Self.scriptSource)",
            "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
        var html = TextBuffer()
        html += """
            <!DOCTYPE html>
            <html lang="\(escapedForHTML(language))">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="\(policy)"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <title>\(escapedForHTML(title))</title>
            <style>\(stylesheet)</style>
            </head>
            <body\(bodyClass.map { " class=\"\($0)\"" } ?? "")>

            """
        write(&html)
        html.add("<script>", pageScript, "</script>\n</body>\n</html>\n")
        return html.bytes
    }

    /// What a policy calls a text of the page: by its hash.
    private static func source(_ text: String) -> String {
        "'sha256-\(base64(SHA256Digest(of: Array(text.utf8)).bytes))'"
    }

    private static let scriptSource = source(pageScript)
    private static let commonStylesheetSource = source(stylesheet(notice: nil))

    // MARK: Blocks

    private func write(
        _ numbered: NumberedBlock, linking anchors: [RichText.Reference: String], words: any Vocabulary,
        to html: inout TextBuffer
    ) {
        let anchor = numbered.anchor ?? ""
        switch numbered.block {
        case .heading(let level, let text):
            let element = "h\(min(max(level, 1), 4) + 1)"
            html.add("<", element, " id=\"", anchor, "\">", text.html, "</", element, ">")
        case .paragraph(let text): html.add("<p>", text.html(linking: anchors), "</p>")
        case .list(let items, let isOrdered):
            let element = isOrdered ? "ol" : "ul"
            html.add("<", element, ">\n")
            for item in items { html.add("<li>", item.html(linking: anchors), "</li>\n") }
            html.add("</", element, ">")
        case .table(let table):
            HTMLTable(table: table, label: numbered.label, anchor: anchor, words: words).write(to: &html)
        case .figure(let figure): write(figure, label: numbered.label ?? "", anchor: anchor, to: &html)
        }
    }

    /// A figure with its picture as SVG, whose writer escapes all text, knows no style sheet, script or link, and prefixes
    /// ids.
    private func write(_ figure: Figure, label: String, anchor: String, to html: inout TextBuffer) {
        let isWide = figure.scene.width > Self.narrowPicture
        html += """
            <figure class="picture\(isWide ? " wide" : "")" id="\(anchor)">
            <div class="scroll" role="region" aria-labelledby="\(anchor)-caption" tabindex="0">
            <div class="canvas">
            """
        html += TextBuffer(SVGWriter.bytes(of: figure.scene, idPrefix: anchor))
        writeReadings(of: figure, to: &html)
        html += """
            </div>
            </div>
            <figcaption id="\(anchor)-caption"><b>\(escapedForHTML(label)).</b> \(figure.caption.html)</figcaption>
            </figure>
            """
    }

    /// What the script makes the picture answer; hidden until it does.
    private func writeReadings(of figure: Figure, to html: inout TextBuffer) {
        let parts = readingsJSON(figure.readings)
        guard !parts.isEmpty else { return }
        html.add("<div class=\"readings\" data-parts=\"", escapedForHTML(parts), "\" hidden=\"\"></div>")
    }

    // MARK: Contents

    /// The list of headings of the two highest levels, tables and figures; empty where there are fewer than two.
    private func contents(_ blocks: [NumberedBlock], of document: Document) -> String {
        let entries = blocks.compactMap { numbered -> String? in
            guard let anchor = numbered.anchor else { return nil }
            switch numbered.block {
            case .heading(let level, let text) where level <= 2:
                return "<li class=\"level\(max(level, 1))\"><a href=\"#\(anchor)\">\(text.html)</a></li>"
            case .table(let table): return float(anchor, numbered.label, table.caption)
            case .figure(let figure): return float(anchor, numbered.label, figure.caption)
            case .heading, .paragraph, .list: return nil
            }
        }
        guard entries.count > 1 else { return "" }
        return """
            <nav aria-labelledby="contents">
            <h2 id="contents">\(escapedForHTML(document.words.contents))</h2>
            <ul>
            \(entries.joined(separator: "\n"))
            </ul>
            </nav>

            """
    }

    private func float(_ anchor: String, _ label: String?, _ caption: RichText) -> String {
        "<li class=\"float\"><a href=\"#\(anchor)\"><b>\(escapedForHTML(label ?? ""))</b> \(caption.html)</a></li>"
    }
}
