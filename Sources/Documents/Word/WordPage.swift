/// The page of a Word document, standing upright; lengths are in twentieths of a point.
public struct WordPage: Equatable, Sendable {
    /// The shorter side.
    var width = 11_906
    /// The longer side.
    var height = 16_838
    var top = 1440
    var bottom = 1440
    var left = 1440
    var right = 1440
    /// From the edge of the paper to the line at the head and the one at the foot.
    var header = 708
    var footer = 708

    /// A4 with margins of an inch.
    public static let a4 = WordPage()

    /// The width of the text on a page that stands upright or lies on its side.
    func textWidth(across: Bool) -> Int { (across ? height : width) - left - right }
    func textHeight(across: Bool) -> Int { (across ? width : height) - top - bottom }
}

/// A stretch of pages that stand or lie alike.
struct WordSection {
    let page: WordPage
    let isAcross: Bool
    let numbersLines: Bool
    /// The relationships of the lines at the head and at the foot of its pages.
    let header: String?
    let footer: String

    /// The section's properties in the schema's order (ECMA-376 Part 1, 17.6.17).
    var xml: String {
        let (width, height) = isAcross ? (page.height, page.width) : (page.width, page.height)
        let head = header.map { "<w:headerReference w:type=\"default\" r:id=\"\($0)\"/>" } ?? ""
        return """
            <w:sectPr>\(head)<w:footerReference w:type="default" r:id="\(footer)"/><w:type w:val="nextPage"/>\
            <w:pgSz w:w="\(width)" w:h="\(height)"\(isAcross ? " w:orient=\"landscape\"" : "")/>\
            <w:pgMar w:top="\(page.top)" w:right="\(page.right)" w:bottom="\(page.bottom)" w:left="\(page.left)" \
            w:header="\(page.header)" w:footer="\(page.footer)" w:gutter="0"/>\
            \(numbersLines ? "<w:lnNumType w:countBy=\"1\" w:restart=\"continuous\"/>" : "")<w:cols w:space="708"/>\
            </w:sectPr>
            """
    }
}
