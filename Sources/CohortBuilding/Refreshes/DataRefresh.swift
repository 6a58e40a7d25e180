public import Diagnostics
public import StudyFiles

/// What became of the data between two states of a study's files, and the states in between.
///
/// Patients are told by the key of the patients' file. Their cells are of two kinds. **Follow-up** are the columns that
/// endpoints are made of: dates of events, of competing events and of the last contact, times, and statuses. A patient
/// has *new follow-up* where at least one of them differs and each that does moved forward: an empty date was filled in,
/// the last contact is later, a time is longer, a patient who was censored had an event. Every other difference of a
/// patient who was there already is a *correction*, and so is that a patient is gone; where one follow-up cell of a
/// patient did not move forward, all of them are corrections, because a time and its status belong together.
///
/// The states in between are made in this order, each from the one before: the old data; corrections (patients who
/// are gone are gone, and corrected cells are corrected); new follow-up; new patients, which gives the new data. In files
/// that are linked to patients, the rows of a patient change together with the patient's follow-up; files that are not
/// linked change at the last step.
public struct DataRefresh {
    /// A state of the data after the old one.
    public enum Step: CaseIterable, Sendable {
        case corrections
        case followUp
        case newPatients
    }

    /// A cell of a file with keys that is another although its patient was there before, and is no new follow-up.
    public struct CorrectedCell: Equatable, Sendable {
        /// The file as the study names it.
        public var file: String
        /// The row's key.
        public var key: String
        /// The column; nil where the whole row is gone.
        public var column: String?
        /// The cell's text before and now; nil where it was missing.
        public var old: String?
        /// The cell's text now.
        public var new: String?
    }

    /// Every corrected cell, by file, key and column.
    public let corrections: [CorrectedCell]
    /// How many patients the old data did not have.
    public let newPatients: Int
    /// How many patients who were there already were observed for longer.
    public let patientsWithFollowUp: Int
    /// How many patients are in the old data only.
    public let patientsGone: Int

    /// The study for the states in between, whose files are written as comma-separated values in UTF-8 whatever the form
    /// of the study's own.
    public let study: Study

    let files: [RefreshedFile]

    /// Compares the data of a study; nil where a file cannot be read or patients cannot be told from one another.
    ///
    /// - Parameters:
    ///   - study: The study; its patients' file must have a key.
    ///   - old: Gives the old bytes of a file by its path as the study names it.
    ///   - new: The same for the new bytes.
    ///   - sink: Where messages go.
    public init?(
        of study: Study, old: @escaping (String) throws -> [UInt8], new: @escaping (String) throws -> [UInt8],
        reporting sink: DiagnosticSink
    ) {
        let reporter = FaultReporter(sink)
        let before = readDataFiles(study.dataFiles, namedIn: study.file, reading: old, reporter)
        let after = readDataFiles(study.dataFiles, namedIn: study.file, reading: new, reporter)
        for table in before + after { table.checkKeys(reporter) }
        let declaration = study.dataFiles.first { $0.name.value == CohortBuilder.patientsName }
        if let declaration, declaration.key == nil {
            reporter.report(
                Diagnostic(
                    .missingKey, at: declaration.path.location,
                    "data.patients has no 'key', so that patients of two states of the data can't be told apart",
                    help: ["name the column that identifies a patient, as in 'key: id'"]))
        }
        let names = study.dataFiles.map(\.name.value)
        let pairs = names.compactMap { name -> (DataTable, DataTable)? in
            guard let earlier = before.first(where: { $0.declaration.name.value == name }),
                let later = after.first(where: { $0.declaration.name.value == name })
            else { return nil }
            return (earlier, later)
        }
        guard !reporter.hasErrors,
            let patients = pairs.first(where: { $0.1.declaration.name.value == CohortBuilder.patientsName }),
            let progress = PatientProgress(old: patients.0, new: patients.1, columns: FollowUpColumns(of: study))
        else { return nil }
        let files = pairs.map { RefreshedFile(old: $0, new: $1, progress: progress) }
        self.files = files
        var written = study
        written.dataFiles = study.dataFiles.map(Self.written)
        self.study = written
        corrections = files.flatMap(\.corrections)
        newPatients = progress.newPatients.count
        patientsWithFollowUp = progress.withFollowUp.count
        patientsGone = progress.gone.count
    }

    /// The bytes of a file after a step, by its path as ``study`` names it; nil for a file that the study has not.
    public func bytes(of path: String, after step: Step) -> [UInt8]? {
        files.first { Self.writtenPath(of: $0.new.declaration) == path }?.bytes(after: step)
    }

    /// A file as the states in between have it: another text whose cells mean what they meant.
    private static func written(_ file: DataFile) -> DataFile {
        var text = file
        text.path = Located(writtenPath(of: file), at: file.path.location)
        text.delimiter = UInt8(ascii: ",")
        text.encoding = file.path.map { _ in .utf8 }
        (text.sheet, text.catalog, text.table, text.query, text.database) = (nil, nil, nil, nil, nil)
        return text
    }

    /// The path of a file of the states in between: its ending says that it is text, and no two files have the same.
    private static func writtenPath(of file: DataFile) -> String {
        file.path.value.lowercased().hasSuffix(".csv") ? file.path.value : "\(file.path.value).\(file.name.value).csv"
    }
}
