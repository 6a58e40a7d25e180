internal import DataReading
public import StudyFiles

/// What was found out about the data files while they were read.
public struct DataReport: Equatable, Sendable {
    /// One data file.
    public struct File: Equatable, Sendable {
        /// The name that the study gives it.
        public var name: String
        /// In a text, what stands between its cells.
        public var delimiter: UInt8?
        /// In a text, what its letters are written in.
        public var encoding: TextEncoding?
        /// The sheet or table that was read.
        public var part: String?

        /// Describes a file.
        public init(
            name: String, delimiter: UInt8? = nil, encoding: TextEncoding? = nil, part: String? = nil
        ) {
            self.name = name
            self.delimiter = delimiter
            self.encoding = encoding
            self.part = part
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
            File(
                name: table.declaration.name.value, delimiter: table.cells.delimiter,
                encoding: table.cells.encoding, part: table.cells.part)
        }
    }
}
