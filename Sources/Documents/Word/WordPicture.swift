public import Archives
internal import Drawing

/// A figure's picture as a Word file holds it: drawn lines for those programs that can show them, pixels for the others.
public struct WordPicture: Equatable, Sendable {
    /// The picture as SVG, with text as outlines: no font can change it.
    let lines: PackedBytes
    /// The picture as PNG.
    let pixels: PackedBytes

    /// Joins the two forms of a picture.
    public init(lines: PackedBytes, pixels: PackedBytes) {
        (self.lines, self.pixels) = (lines, pixels)
    }

    /// Packs a picture's two files for an archive.
    public init(svg: [UInt8], png: [UInt8]) {
        // Pixels are compressed already.
        self.init(lines: PackedBytes(svg), pixels: PackedBytes(stored: png))
    }
}

/// Writes a figure's picture at its size on paper.
struct WordDrawing {
    let figure: Figure
    let label: String
    /// Numbers the drawings of a file.
    let number: Int
    /// The relationships of the two forms of the picture.
    let png: String
    let svg: String

    /// The paragraph of the picture, which stays with the caption under it.
    ///
    /// A picture wider than the text reaches into both margins by the same, as far as half of them, before it is made
    /// smaller: figures are drawn for a width in print, and their letters have the right size at that width only.
    func paragraph(on page: WordPage) -> WordParagraph {
        let room = Double(page.textWidth(across: false)) / 20
        let (width, tall) = Self.size(of: figure, on: page)
        let indent = width > room ? -Int(((width - room) * 10).rounded(.up)) : nil
        return WordParagraph(
            .figure, keepsWithNext: true,
            layout: WordLayout(leftIndent: indent, rightIndent: indent, alignment: .center),
            "<w:r><w:drawing>\(inline(width: emu(width), height: emu(tall)))</w:drawing></w:r>")
    }

    /// The size of a figure in points: its own, or as much as the page has room for.
    static func size(of figure: Figure, on page: WordPage) -> (width: Double, height: Double) {
        let (room, height) = (
            Double(page.textWidth(across: false)) / 20, Double(page.textHeight(across: false)) / 20 - 72
        )
        let reach = Double(min(page.left, page.right)) / 40
        let scale = min(1, (room + 2 * reach) / max(1, figure.scene.width), height / max(1, figure.scene.height))
        return (figure.scene.width * scale, figure.scene.height * scale)
    }

    /// Points as the units of drawings, 12,700 to the point.
    private func emu(_ points: Double) -> Int { Int((points * 12_700).rounded()) }

    private func inline(width: Int, height: Int) -> String {
        let description = escapedForXML(figure.alternativeText)
        let name = escapedForXML(label)
        return """
            <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="\(width)" cy="\(height)"/>\
            <wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="\(number)" name="\(name)" descr="\(description)"/>\
            <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>\
            <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>\
            <pic:nvPicPr><pic:cNvPr id="\(number)" name="\(name)" descr="\(description)"/>\
            <pic:cNvPicPr><a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>\
            <pic:blipFill><a:blip r:embed="\(png)"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">\
            <asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="\(svg)"/>\
            </a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
            <pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="\(width)" cy="\(height)"/></a:xfrm>\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>
            """
    }
}
