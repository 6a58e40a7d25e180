internal import Archives
import Tables

/// Writes tables as one workbook (SpreadsheetML of ECMA-376, transitional): a sheet for each table.
///
/// What is a number in print is a number in its cell, shown with the printed decimals; everything else is text, so that
/// nothing from data becomes a formula. Heads over several columns are merged cells, and heads stay in view.
public struct XLSXWriter: Sendable {
    private let date: String

    /// Creates a writer; `date` is the day that stands as the file's date, `YYYY-MM-DD`.
    public init(date: String) {
        self.date = date
    }

    /// The tables of a document as a workbook with a title.
    public func file(_ document: Document, title: String) -> [UInt8] {
        let tables = document.numberedBlocks.compactMap { numbered -> (table: Table, label: String)? in
            if case .table(let table) = numbered.block { (table, numbered.label ?? "") } else { nil }
        }
        var styles = XLSXStyles()
        let sheets = tables.map { XLSXSheet($0.table, label: $0.label).xml(styles: &styles) }
        var names = SheetNames()
        let named = tables.map { names.name(for: $0.table.id) }
        let properties = WordProperties(title: title, language: document.language, date: date)
        let parts =
            [
                ArchiveFile(path: "[Content_Types].xml", text: Self.contentTypes(sheets: sheets.count)),
                ArchiveFile(path: "_rels/.rels", text: Self.packageRelationships),
                ArchiveFile(path: "xl/workbook.xml", text: Self.workbook(named)),
                ArchiveFile(path: "xl/_rels/workbook.xml.rels", text: Self.relationships(sheets: sheets.count)),
                ArchiveFile(path: "xl/styles.xml", text: styles.xml),
                ArchiveFile(path: "docProps/core.xml", text: properties.core),
                ArchiveFile(path: "docProps/app.xml", text: properties.extended),
            ]
            + sheets.enumerated().map { ArchiveFile(path: "xl/worksheets/sheet\($0 + 1).xml", text: $1) }
        return ZIPWriter().archive(parts)
    }

    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let types = "application/vnd.openxmlformats-officedocument"

    private static func workbook(_ names: [String]) -> String {
        let sheets = names.enumerated().map { index, name in
            "<sheet name=\"\(escapedForXML(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
        }
        return """
            \(xmlDeclaration)<workbook xmlns="\(main)" xmlns:r="\(relations)"><sheets>\(sheets.joined())</sheets>\
            </workbook>
            """
    }

    private static func relationships(sheets count: Int) -> String {
        let sheets = (0..<count).map { index in
            """
            <Relationship Id="rId\(index + 1)" Type="\(relations)/worksheet" \
            Target="worksheets/sheet\(index + 1).xml"/>
            """
        }
        return """
            \(xmlDeclaration)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            \(sheets.joined())<Relationship Id="rId\(count + 1)" Type="\(relations)/styles" Target="styles.xml"/>\
            </Relationships>
            """
    }

    private static let packageRelationships = """
        \(xmlDeclaration)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="rId1" Type="\(relations)/officeDocument" Target="xl/workbook.xml"/>\
        <Relationship Id="rId2" \
        Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
        Target="docProps/core.xml"/><Relationship Id="rId3" Type="\(relations)/extended-properties" \
        Target="docProps/app.xml"/></Relationships>
        """

    private static func contentTypes(sheets count: Int) -> String {
        let sheets = (1...max(1, count)).map { number in
            """
            <Override PartName="/xl/worksheets/sheet\(number).xml" \
            ContentType="\(types).spreadsheetml.worksheet+xml"/>
            """
        }
        return """
            \(xmlDeclaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" ContentType="\(types).spreadsheetml.sheet.main+xml"/>\
            \(sheets.joined())<Override PartName="/xl/styles.xml" ContentType="\(types).spreadsheetml.styles+xml"/>\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            <Override PartName="/docProps/app.xml" ContentType="\(types).extended-properties+xml"/></Types>
            """
    }
}

/// Names of sheets: at most 31 characters, none twice whatever the case. Names of tables have no forbidden ones.
private struct SheetNames {
    private var taken: Set<String> = []

    mutating func name(for id: String) -> String {
        let base = String(cleaned(id).filter { !"[]:*?/\\'".contains($0) }.prefix(27))
        var (name, number) = (base.isEmpty ? "table" : base, 1)
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            name = "\(base)-\(number)"
        }
        return name
    }
}
