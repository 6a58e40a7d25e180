/// The formats of a workbook's cells, each once, as cells ask for them.
struct XLSXStyles {
    /// How a cell is shown.
    struct Look: Hashable {
        var isBold = false
        var isItalic = false
        var isHead = false
        var isCentred = false
        var wraps = false
        var indent = 0
        /// Decimals of a number; nil for text.
        var number: NumberLook?
    }

    /// How a number is shown.
    struct NumberLook: Hashable {
        var decimals: Int
        /// Whether there is a zero before the decimal mark.
        var hasLeadingZero: Bool

        var code: String {
            (hasLeadingZero ? "0" : "") + (decimals > 0 ? "." + String(repeating: "0", count: decimals) : "")
        }
    }

    /// The first is what a cell without a format has.
    private var looks: [Look] = [Look()]
    private var places: [Look: Int] = [Look(): 0]

    /// The number by which a cell refers to its format.
    mutating func place(of look: Look) -> Int {
        if let place = places[look] { return place }
        looks.append(look)
        places[look] = looks.count - 1
        return looks.count - 1
    }

    /// `xl/styles.xml`, in the schema's order (ECMA-376 Part 1, 18.8.39).
    var xml: String {
        let codes = looks.compactMap(\.number).reduce(into: [NumberLook]()) { codes, look in
            if !codes.contains(look) { codes.append(look) }
        }
        let formats = codes.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1.code)\"/>" }
        let cells = looks.map { look -> String in
            let format = look.number.flatMap { codes.firstIndex(of: $0) }.map { 164 + $0 } ?? 0
            let font = (look.isBold ? 1 : 0) + (look.isItalic ? 2 : 0)
            var alignment = look.isCentred ? " horizontal=\"center\"" : look.indent > 0 ? " horizontal=\"left\"" : ""
            alignment += look.isHead ? " vertical=\"bottom\"" : " vertical=\"top\""
            if look.wraps { alignment += " wrapText=\"1\"" }
            if look.indent > 0 { alignment += " indent=\"\(look.indent)\"" }
            return """
                <xf numFmtId="\(format)" fontId="\(font)" fillId="0" borderId="\(look.isHead ? 1 : 0)" xfId="0" \
                applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment\(alignment)/></xf>
                """
        }
        let fonts = ["", "<b/>", "<i/>", "<b/><i/>"].map { "<font>\($0)<sz val=\"11\"/><name val=\"Calibri\"/></font>" }
        let numbers = formats.isEmpty ? "" : "<numFmts count=\"\(formats.count)\">\(formats.joined())</numFmts>"
        return """
            \(xmlDeclaration)<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\(numbers)\
            <fonts count="4">\(fonts.joined())</fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
            <border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="\(cells.count)">\(cells.joined())</cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
            """
    }
}
