internal import CReadStat
internal import Diagnostics
internal import StudyFiles

/// Reads the files of SPSS, Stata and SAS through ReadStat.
struct StatisticalFileReader {
    let context: ReadingContext

    private var declaration: DataFile { context.declaration }

    func table(_ bytes: [UInt8]) -> CellTable? {
        let contents = StatisticalContents(declaration.format)
        if let reason = contents.read(bytes, declaration) {
            context.refuse(damaged: reason, help: "open it in the program that wrote it and save it again")
            return nil
        }
        guard !contents.columns.isEmpty else {
            context.refuseEmpty(cell: "column 1")
            return nil
        }
        if let catalog = declaration.catalog, !addLabels(from: catalog, to: contents) { return nil }
        let labels = contents.columns.map { column in
            declaration.values == .codes
                ? nil : contents.labels(of: column).flatMap { column.isLabelled(by: $0) ? $0 : nil }
        }
        let cells = zip(contents.columns, labels).map { $0.cells(labelledBy: $1) }
        var builder = CellTableBuilder(file: context.file, header: contents.columns.map(\.name))
        for row in 0..<contents.rowCount {
            for cell in cells { builder.add(cell(row)) }
        }
        var table = builder.table()
        table.columnLabels = contents.columns.map(\.label)
        table.columnLevels = labels.map { $0?.inOrder ?? [] }
        return table
    }

    private func addLabels(from catalog: Located<String>, to contents: StatisticalContents) -> Bool {
        guard let bytes = context.companion(catalog.value) else {
            context.report(
                Diagnostic(
                    .unreadableFile, at: catalog.location, "file '\(catalog.value)' can't be read",
                    help: ["check the path; it is relative to the study file"]))
            return false
        }
        guard let reason = contents.readCatalog(bytes, declaration) else { return true }
        context.refuse(
            damaged: "its catalogue '\(catalog.value)' can't be read: \(reason)",
            help: "name the .sas7bcat file that was written with it", at: catalog.location)
        return false
    }
}

/// What ReadStat tells of a file.
private final class StatisticalContents {
    /// More cells than this end the reading.
    private static let cellLimit = 1 << 29

    private(set) var columns: [StatisticalColumn] = []
    private var labelSets: [String: ValueLabels] = [:]
    private let format: DataFormat
    private var cellCount = 0
    private var complaint: String?

    init(_ format: DataFormat) { self.format = format }

    var rowCount: Int { columns.first?.values.count ?? 0 }

    /// The labels of a column's values. SAS names them by the column's format, which may end in its width.
    func labels(of column: StatisticalColumn) -> ValueLabels? {
        if let labels = labelSets[column.labels] { return labels }
        guard format == .sas else { return nil }
        let name = column.labels.reversed().drop { $0.isNumber || $0 == "." }.reversed()
        return labelSets[String(name)]
    }

    /// Reads a file; nil, or why it cannot be read.
    func read(_ bytes: [UInt8], _ declaration: DataFile) -> String? {
        let isPortable = declaration.path.value.lowercased().contains(".por")
        let fault = parse(isPortable ? withoutLookAlikes(bytes) : bytes, declaration) { parser, context in
            switch format {
            case .stata: readstat_parse_dta(parser, "", context)
            case .sas: readstat_parse_sas7bdat(parser, "", context)
            case .transport: readstat_parse_xport(parser, "", context)
            default:
                isPortable ? readstat_parse_por(parser, "", context) : readstat_parse_sav(parser, "", context)
            }
        }
        if let fault { return fault }
        return columns.allSatisfy { $0.values.count == rowCount } ? nil : "its last row is not whole"
    }

    func readCatalog(_ bytes: [UInt8], _ declaration: DataFile) -> String? {
        parse(bytes, declaration) { readstat_parse_sas7bcat($0, "", $1) }
    }

    private func parse(
        _ bytes: [UInt8], _ declaration: DataFile,
        _ body: (UnsafeMutablePointer<readstat_parser_t>, UnsafeMutableRawPointer) -> readstat_error_t
    ) -> String? {
        guard let parser = readstat_parser_init() else { preconditionFailure("no memory to read") }
        defer { readstat_parser_free(parser) }
        let file = MemoryFile(bytes)
        file.serve(parser)
        readstat_set_variable_handler(parser) { _, variable, labels, context in
            StatisticalContents.at(context).addColumn(variable, labels)
        }
        readstat_set_value_handler(parser) { _, variable, value, context in
            StatisticalContents.at(context).add(value, variable)
        }
        readstat_set_value_label_handler(parser) { set, value, label, context in
            StatisticalContents.at(context).addLabel(set, value, label)
        }
        readstat_set_error_handler(parser) { message, context in
            StatisticalContents.at(context).complaint = message.map { String(cString: $0) }
        }
        // The parser keeps the name's address, not the name.
        let result = (declaration.encoding?.value.systemName ?? "").withCString { encoding in
            if declaration.encoding != nil { readstat_set_file_character_encoding(parser, encoding) }
            return withExtendedLifetime(file) { body(parser, Unmanaged.passUnretained(self).toOpaque()) }
        }
        guard result != READSTAT_OK else { return nil }
        let reason = readstat_error_message(result).map { String(cString: $0) } ?? "it is damaged"
        return quoted(complaint ?? reason).dropFirst().dropLast().description
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> StatisticalContents {
        guard let context else { preconditionFailure("ReadStat hands on the context that it was given") }
        return Unmanaged<StatisticalContents>.fromOpaque(context).takeUnretainedValue()
    }

    private func addColumn(
        _ variable: UnsafeMutablePointer<readstat_variable_t>?, _ labels: UnsafePointer<CChar>?
    ) -> Int32 {
        guard let variable, columns.count < CSVScanner.columnLimit else { return abort("it has too many columns") }
        func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
        let isText = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING
        columns.append(
            StatisticalColumn(
                name: text(readstat_variable_get_name(variable)), label: text(readstat_variable_get_label(variable)),
                meaning: NumberMeaning(format, displayFormat: text(readstat_variable_get_format(variable))),
                labels: text(labels), values: isText ? .texts([]) : .numbers([])))
        return Int32(READSTAT_HANDLER_OK)
    }

    private func add(_ value: readstat_value_t, _ variable: UnsafeMutablePointer<readstat_variable_t>?) -> Int32 {
        let index = Int(readstat_variable_get_index(variable))
        guard columns.indices.contains(index), cellCount < Self.cellLimit else { return abort("it has too many cells") }
        cellCount += 1
        let isMissing = readstat_value_is_missing(value, variable) != 0
        switch columns[index].values {
        case .numbers: columns[index].values.append(isMissing ? .nan : readstat_double_value(value))
        case .texts:
            columns[index].values.append(
                isMissing ? "" : readstat_string_value(value).map { String(cString: $0) } ?? "")
        }
        return Int32(READSTAT_HANDLER_OK)
    }

    private func addLabel(
        _ set: UnsafePointer<CChar>?, _ value: readstat_value_t, _ label: UnsafePointer<CChar>?
    ) -> Int32 {
        guard let set, let label else { return Int32(READSTAT_HANDLER_OK) }
        let text = String(cString: label)
        if readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
            let key = readstat_string_value(value).map { String(cString: $0) } ?? ""
            labelSets[String(cString: set), default: ValueLabels()].texts[key] = text
        } else {
            let key = readstat_double_value(value)
            if !key.isNaN { labelSets[String(cString: set), default: ValueLabels()].numbers[key] = text }
        }
        return Int32(READSTAT_HANDLER_OK)
    }

    private func abort(_ reason: String) -> Int32 {
        complaint = reason
        return Int32(READSTAT_HANDLER_ABORT)
    }
}

extension StatisticalColumn.Values {
    /// Adds a number to numbers, in place.
    fileprivate mutating func append(_ number: Double) {
        guard case .numbers(var numbers) = self else { return }
        self = .numbers([])
        numbers.append(number)
        self = .numbers(numbers)
    }

    /// Adds a text to texts, in place.
    fileprivate mutating func append(_ text: String) {
        guard case .texts(var texts) = self else { return }
        self = .texts([])
        texts.append(text)
        self = .texts(texts)
    }
}
