internal import Archives
internal import Diagnostics
internal import StudyFiles

/// Reads a sheet of an Excel workbook: a ZIP archive of XML parts (ISO/IEC 29500).
struct WorkbookReader {
    let context: ReadingContext

    func table(_ bytes: [UInt8]) -> CellTable? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            context.refuse(
                damaged: "it is encrypted, or an old workbook (.xls) under another name",
                help: "save it without a password as an Excel workbook (.xlsx)")
            return nil
        }
        do throws(WorkbookFault) {
            return try table(Package(bytes))
        } catch {
            context.refuse(damaged: error.reason, help: "open it in Excel and save it again")
            return nil
        }
    }

    private func table(_ package: Package) throws(WorkbookFault) -> CellTable? {
        let root = try package.relations(of: "")
        guard let main = root.first(where: { $0.kind == "officeDocument" }) else {
            throw WorkbookFault(reason: "it names no workbook in it")
        }
        let path = package.path(of: main.target, from: "")
        let workbook = WorkbookPart()
        try package.read(path, tellingOf: workbook)
        let relations = try package.relations(of: path)
        let worksheets = relations.filter { $0.kind == "worksheet" }
        let sheets = workbook.sheets.filter { sheet in worksheets.contains { $0.id == sheet.relation } }
        guard let sheet = chosen(among: sheets) else { return nil }
        guard let target = worksheets.first(where: { $0.id == sheet.relation })?.target else { return nil }

        let (shared, styles) = (SharedStringsPart(), StylesPart())
        if let part = relations.first(where: { $0.kind == "sharedStrings" }) {
            try package.read(package.path(of: part.target, from: path), tellingOf: shared)
        }
        if let part = relations.first(where: { $0.kind == "styles" }) {
            try package.read(package.path(of: part.target, from: path), tellingOf: styles)
        }
        let table = SheetTable(context, sheet: sheet.name)
        let part = SheetPart(
            shared: shared.texts, kinds: styles.kinds, countsFrom1904: workbook.countsFrom1904, takeRow: table.add)
        try package.read(package.path(of: target, from: path), tellingOf: part)
        if let fault = part.fault {
            context.refuse(
                damaged: fault.reason, help: "open it in Excel and save it again",
                at: SheetPlaces.location(
                    in: context.file, sheet: sheet.name, row: fault.row, column: fault.column))
            return nil
        }
        table.warn(of: part.merged)
        var cells = table.table()
        cells?.part = sheet.name
        cells?.otherParts = sheets.filter { !$0.isHidden && $0.name != sheet.name }.map(\.name)
        return cells
    }

    /// The sheet that the study names, else the first that is not hidden; nil, with a message, where there is none.
    private func chosen(among sheets: [WorkbookPart.Sheet]) -> WorkbookPart.Sheet? {
        guard let wanted = context.declaration.sheet else {
            let first = sheets.first { !$0.isHidden } ?? sheets.first
            if first == nil { context.refuse(damaged: "it has no sheet with cells", help: "name another file") }
            return first
        }
        if let sheet = sheets.first(where: { $0.name == wanted.value }) { return sheet }
        context.report(
            Diagnostic(
                .noSuchTable, at: wanted.location,
                "sheet '\(wanted.value)' doesn't exist in '\(context.declaration.path.value)'",
                notes: [.init("its sheets are \(listed(sheets.map(\.name)))")],
                help: nearNameHelp(for: wanted.value, among: sheets.map(\.name), kind: "sheets")))
        return nil
    }
}

/// Why a workbook cannot be read, in words.
private struct WorkbookFault: Error { let reason: String }

/// The parts of a workbook.
private struct Package {
    private let archive: ZIPReader

    init(_ bytes: [UInt8]) throws(WorkbookFault) {
        do { archive = try ZIPReader(bytes) } catch { throw WorkbookFault(reason: error.description) }
    }

    func read(_ path: String, tellingOf part: some XMLPart) throws(WorkbookFault) {
        let bytes: [UInt8]
        do { bytes = try archive.bytes(of: path) } catch { throw WorkbookFault(reason: error.description) }
        if let line = readXML(bytes, tellingOf: part) {
            throw WorkbookFault(reason: "'\(path)' in it is damaged: no XML from line \(line) on")
        }
    }

    /// Where a part leads; the package as a whole is the part without a name.
    func relations(of path: String) throws(WorkbookFault) -> [RelationsPart.Relation] {
        let parts = path.split(separator: "/")
        let folder = parts.dropLast().map { "\($0)/" }.joined()
        let part = RelationsPart()
        try read("\(folder)_rels/\(parts.last ?? "").rels", tellingOf: part)
        return part.relations
    }

    /// A target as a path of the archive: relative to the part that names it, unless it begins with a slash.
    func path(of target: String, from part: String) -> String {
        if target.hasPrefix("/") { return String(target.dropFirst()) }
        var folders = part.split(separator: "/").dropLast().map(String.init)
        for step in target.split(separator: "/") {
            switch step {
            case "..": if !folders.isEmpty { folders.removeLast() }
            case ".": continue
            default: folders.append(String(step))
            }
        }
        return folders.joined(separator: "/")
    }
}
