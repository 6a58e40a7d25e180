internal import DataReading
public import StudyFiles

/// What the data files hold: rows, columns and missing cells, before anyone is left out.
public struct DataReport: Equatable, Sendable {
    /// One data file.
    public struct File: Equatable, Sendable {
        /// The name that the study gives it.
        public var name: String
        /// Its path as the study names it.
        public var path: String
        /// Rows of data.
        public var rows: Int
        /// Its columns, in the order of the file.
        public var columns: [Column]
        /// In a text, what stands between its cells.
        public var delimiter: UInt8?
        /// In a text, what its letters are written in.
        public var encoding: TextEncoding?
        /// The sheet or table that was read.
        public var part: String?

        /// Describes a file.
        public init(
            name: String, path: String, rows: Int, columns: [Column], delimiter: UInt8? = nil,
            encoding: TextEncoding? = nil, part: String? = nil
        ) {
            self.name = name
            self.path = path
            self.rows = rows
            self.columns = columns
            self.delimiter = delimiter
            self.encoding = encoding
            self.part = part
        }
    }

    /// One column of a data file.
    public struct Column: Equatable, Sendable {
        /// Its name in the header.
        public var name: String
        /// Cells that are empty or hold a missing code.
        public var missing: Int

        /// Describes a column.
        public init(name: String, missing: Int) {
            self.name = name
            self.missing = missing
        }
    }

    /// The files, in the order of the study.
    public var files: [File]
    /// The beginnings of treatments that lie after time zero.
    public var lateTreatments: [LateTreatment]

    /// Creates a report.
    public init(files: [File] = [], lateTreatments: [LateTreatment] = []) {
        self.files = files
        self.lateTreatments = lateTreatments
    }
}

extension DataReport {
    init(_ tables: [DataTable], lateTreatments: [LateTreatment]) {
        self.lateTreatments = lateTreatments
        files = tables.map { table in
            let columns = table.cells.header.enumerated().map { index, name in
                Column(name: name, missing: table.missingCells(ofColumn: index))
            }
            return File(
                name: table.declaration.name.value, path: table.path, rows: table.rowCount, columns: columns,
                delimiter: table.cells.delimiter, encoding: table.cells.encoding, part: table.cells.part)
        }
    }
}
