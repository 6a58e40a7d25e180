/// What the transitional schema of ECMA-376 says of the elements that the writer uses: the order of children and the
/// attributes that must be there. An element that is in no list fails the check, so that a new one must be looked up.
enum WordSchema {
    /// The children of an element in their order.
    static let sequences: [String: [String]] = [
        "w:document": ["w:background", "w:body"],
        "w:pPr": [
            "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
            "w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind",
            "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr",
        ],
        "w:rPr": [
            "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike", "w:noProof",
            "w:vanish", "w:color", "w:spacing", "w:sz", "w:szCs", "w:highlight", "w:u", "w:vertAlign", "w:lang",
        ],
        "w:tblPr": [
            "w:tblStyle", "w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook",
            "w:tblCaption", "w:tblDescription",
        ],
        "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr"], "w:tblGrid": ["w:gridCol"], "w:tr": ["w:trPr", "w:tc"],
        "w:trPr": ["w:cantSplit", "w:tblHeader"], "w:tc": ["w:tcPr", "w:p"],
        "w:tcPr": ["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd", "w:noWrap", "w:tcMar", "w:vAlign"],
        "w:tcBorders": ["w:top", "w:left", "w:bottom", "w:right"],
        "w:pBdr": ["w:top", "w:left", "w:bottom", "w:right"],
        "w:tblBorders": ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"],
        "w:tblCellMar": ["w:top", "w:left", "w:bottom", "w:right"], "w:tabs": ["w:tab"],
        "w:sectPr": [
            "w:headerReference", "w:footerReference", "w:type", "w:pgSz", "w:pgMar", "w:lnNumType", "w:pgNumType",
            "w:cols", "w:titlePg",
        ],
        "w:numPr": ["w:ilvl", "w:numId"], "w:drawing": ["wp:inline"],
        "wp:inline": ["wp:extent", "wp:effectExtent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"],
        "wp:cNvGraphicFramePr": ["a:graphicFrameLocks"], "a:graphic": ["a:graphicData"], "a:graphicData": ["pic:pic"],
        "pic:pic": ["pic:nvPicPr", "pic:blipFill", "pic:spPr"], "pic:nvPicPr": ["pic:cNvPr", "pic:cNvPicPr"],
        "pic:cNvPicPr": ["a:picLocks"], "pic:blipFill": ["a:blip", "a:srcRect", "a:stretch"],
        "a:blip": ["a:extLst"], "a:extLst": ["a:ext"], "a:stretch": ["a:fillRect"],
        "pic:spPr": ["a:xfrm", "a:prstGeom"], "a:xfrm": ["a:off", "a:ext"], "a:prstGeom": ["a:avLst"],
        "w:styles": ["w:docDefaults", "w:latentStyles", "w:style"], "w:docDefaults": ["w:rPrDefault", "w:pPrDefault"],
        "w:rPrDefault": ["w:rPr"], "w:pPrDefault": ["w:pPr"],
        "w:style": [
            "w:name", "w:aliases", "w:basedOn", "w:next", "w:link", "w:uiPriority", "w:semiHidden", "w:unhideWhenUsed",
            "w:qFormat", "w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr",
        ],
        "w:numbering": ["w:numPicBullet", "w:abstractNum", "w:num"],
        "w:abstractNum": ["w:nsid", "w:multiLevelType", "w:tmpl", "w:lvl"],
        "w:lvl": [
            "w:start", "w:numFmt", "w:lvlRestart", "w:pStyle", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr",
        ],
        "w:num": ["w:abstractNumId", "w:lvlOverride"], "w:lvlOverride": ["w:startOverride", "w:lvl"],
        "w:settings": [
            "w:zoom", "w:defaultTabStop", "w:characterSpacingControl", "w:compat", "w:themeFontLang",
            "w:decimalSymbol", "w:listSeparator",
        ],
        "w:compat": ["w:compatSetting"], "w:hdr": ["w:p"], "w:ftr": ["w:p"],
    ]

    /// The children of an element in any order.
    static let choices: [String: Set<String>] = [
        "w:body": ["w:p", "w:tbl", "w:sectPr"], "w:p": ["w:pPr", "w:r", "w:bookmarkStart", "w:bookmarkEnd"],
        "w:r": ["w:rPr", "w:t", "w:br", "w:fldChar", "w:instrText", "w:drawing"],
        // An extension of the picture's element may hold anything.
        "a:ext": ["asvg:svgBlip"],
    ]

    /// Elements with nothing inside.
    static let empty: Set<String> = [
        "w:pStyle", "w:keepNext", "w:keepLines", "w:ilvl", "w:numId", "w:top", "w:bottom", "w:left", "w:right", "w:tab",
        "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:sz", "w:szCs",
        "w:vertAlign", "w:lang", "w:tblStyle", "w:tblW", "w:tblLayout", "w:tblLook", "w:tblCaption", "w:gridCol",
        "w:cantSplit", "w:tblHeader", "w:tcW", "w:gridSpan", "w:vMerge", "w:vAlign", "w:headerReference",
        "w:footerReference", "w:type", "w:pgSz", "w:pgMar", "w:lnNumType", "w:cols", "w:bookmarkStart",
        "w:bookmarkEnd", "w:t", "w:br", "w:fldChar", "w:instrText", "wp:extent", "wp:effectExtent", "wp:docPr",
        "a:graphicFrameLocks", "pic:cNvPr", "a:picLocks", "a:fillRect", "a:off", "a:avLst", "asvg:svgBlip", "w:name",
        "w:basedOn", "w:next", "w:qFormat", "w:multiLevelType", "w:start", "w:numFmt", "w:lvlText", "w:lvlJc",
        "w:abstractNumId", "w:startOverride", "w:zoom", "w:defaultTabStop", "w:characterSpacingControl",
        "w:compatSetting", "w:themeFontLang", "w:decimalSymbol", "w:listSeparator",
    ]

    /// Attributes that must be there.
    static let required: [String: [String]] = [
        "w:pStyle": ["w:val"], "w:numId": ["w:val"], "w:tab": ["w:val", "w:pos"], "w:jc": ["w:val"], "w:sz": ["w:val"],
        "w:top": [], "w:tblStyle": ["w:val"], "w:tblW": ["w:w", "w:type"], "w:gridCol": ["w:w"],
        "w:tcW": ["w:w", "w:type"], "w:gridSpan": ["w:val"], "w:headerReference": ["w:type", "r:id"],
        "w:footerReference": ["w:type", "r:id"], "w:pgSz": ["w:w", "w:h"],
        "w:pgMar": ["w:top", "w:right", "w:bottom", "w:left", "w:header", "w:footer", "w:gutter"],
        "w:bookmarkStart": ["w:id", "w:name"], "w:bookmarkEnd": ["w:id"], "w:fldChar": ["w:fldCharType"],
        "wp:extent": ["cx", "cy"], "wp:docPr": ["id", "name"], "pic:cNvPr": ["id", "name"], "a:off": ["x", "y"],
        "a:prstGeom": ["prst"], "a:graphicData": ["uri"], "w:style": ["w:type", "w:styleId"], "w:name": ["w:val"],
        "w:abstractNum": ["w:abstractNumId"], "w:num": ["w:numId"], "w:abstractNumId": ["w:val"], "w:lvl": ["w:ilvl"],
        "w:lvlOverride": ["w:ilvl"], "w:vertAlign": ["w:val"], "w:lang": [], "w:compatSetting": ["w:name", "w:uri"],
    ]

    /// What is wrong with an element and all inside it.
    static func faults(in element: XMLTree) -> [String] {
        var faults: [String] = []
        for attribute in required[element.name] ?? [] where element.attributes[attribute] == nil {
            faults.append("\(element.name) lacks \(attribute)")
        }
        let names = element.children.map(\.name)
        if let sequence = sequences[element.name] {
            let places = names.map { sequence.firstIndex(of: $0) }
            for (name, place) in zip(names, places) where place == nil { faults.append("\(name) in \(element.name)") }
            let known = places.compactMap { $0 }
            if known != known.sorted() { faults.append("order in \(element.name): \(names)") }
        } else if let choice = choices[element.name] {
            for name in names where !choice.contains(name) { faults.append("\(name) in \(element.name)") }
            for name in ["w:pPr", "w:rPr"] where names.dropFirst().contains(name) {
                faults.append("\(name) is not the first in \(element.name)")
            }
        } else if !empty.contains(element.name) {
            faults.append("\(element.name) is not known")
        } else if !names.isEmpty {
            faults.append("\(element.name) holds \(names)")
        }
        return faults + element.children.flatMap(Self.faults)
    }
}
