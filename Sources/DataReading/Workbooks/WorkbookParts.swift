/// Where a part of the package leads, by the identity of each relation.
final class RelationsPart: XMLPart {
    struct Relation {
        let id: String
        /// The last word of the relation's kind, such as `worksheet`.
        let kind: String
        let target: String
    }

    private(set) var relations: [Relation] = []

    func start(_ name: String, _ attributes: XMLAttributes) {
        guard name == "Relationship", let target = attributes["Target"] else { return }
        let kind = (attributes["Type"] ?? "").split(separator: "/").last.map(String.init) ?? ""
        relations.append(Relation(id: attributes["Id"] ?? "", kind: kind, target: target))
    }

    func end(_ name: String) {}
    func text(_ text: String) {}
}

/// The sheets of a workbook, and from which day it counts.
final class WorkbookPart: XMLPart {
    struct Sheet {
        let name: String
        let relation: String
        let isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var countsFrom1904 = false

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "0")
        case "sheet":
            sheets.append(
                Sheet(
                    name: attributes["name"] ?? "", relation: attributes.value(endingIn: "id") ?? "",
                    isHidden: (attributes["state"] ?? "visible") != "visible"))
        default: break
        }
    }

    func end(_ name: String) {}
    func text(_ text: String) {}
}

/// The texts that cells share.
final class SharedStringsPart: XMLPart {
    private(set) var texts: [String] = []
    private var current = ""
    private var (isText, phoneticDepth) = (false, 0)

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "si": current = ""
        case "rPh": phoneticDepth += 1
        case "t": isText = phoneticDepth == 0
        default: break
        }
    }

    func end(_ name: String) {
        switch name {
        case "si": texts.append(withoutEscapes(current))
        case "rPh": phoneticDepth -= 1
        case "t": isText = false
        default: break
        }
    }

    func text(_ text: String) { if isText { current += text } }
}

/// How the numbers of each style are shown.
final class StylesPart: XMLPart {
    /// The kind of number of each cell style.
    var kinds: [NumberKind] { cellFormats.map { NumberKind(formatNumber: $0, code: codes[$0]) } }

    private var codes: [Int: String] = [:]
    private var cellFormats: [Int] = []
    private var isInCellFormats = false

    func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt": if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats: cellFormats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
        default: break
        }
    }

    func end(_ name: String) { if name == "cellXfs" { isInCellFormats = false } }
    func text(_ text: String) {}
}

/// A text without Excel's escapes of characters that XML cannot hold: `_x000D_` for a carriage return.
func withoutEscapes(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
        UInt32(match.1, radix: 16).flatMap { Unicode.Scalar($0) }.map { String(Character($0)) } ?? String(match.0)
    }
}
