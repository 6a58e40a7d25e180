public import CohortBuilding

/// What the writer of a study already knows of its columns; what is nil is guessed.
public struct KnownColumns: Equatable, Sendable {
    /// The column that identifies a patient.
    public var key: String?
    /// The column of the treatment arms.
    public var arms: String?
    /// The column with the date on which time begins.
    public var start: String?

    /// Creates a set of known columns.
    public init(key: String? = nil, arms: String? = nil, start: String? = nil) {
        self.key = key
        self.arms = arms
        self.start = start
    }
}

/// Guesses a study from the columns of a patients' file: key, arms, endpoints, variables, and the tables and figures
/// that they allow.
///
/// Columns are known by their names (English words of clinical data files, in any case and spelling) together with what
/// they hold; a guess that the contents contradict is not made. What stays unused is named in ``StudyDraft/checks``.
///
/// - Parameters:
///   - columns: The columns as texts.
///   - name: The study's name, such as that of its folder.
///   - path: The path of the data file, from the study file's folder.
///   - delimiter: What stands between two cells.
///   - readingKeys: Other keys that say how the file is read, with their values.
///   - missingCodes: Texts of cells that mean a missing value.
///   - known: What need not be guessed.
/// - Returns: The draft.
public func draftStudy(
    from columns: [TextColumn], name: String, path: String, delimiter: Character,
    readingKeys: [String: String] = [:], missingCodes: [String],
    known: KnownColumns = KnownColumns()
) -> StudyDraft {
    var drafting = Drafting(
        columns: columns,
        draft: StudyDraft(
            title: NameWords(name).label(of: name), path: path, delimiter: delimiter, readingKeys: readingKeys,
            missingCodes: missingCodes))
    drafting.findKey(known.key)
    drafting.findArms(known.arms)
    drafting.findDateEndpoints(start: known.start)
    drafting.findTimeEndpoints()
    drafting.findVariables()
    drafting.addChecks()
    return drafting.draft
}

/// A draft in the making: columns are taken one role after the other.
struct Drafting {
    let columns: [TextColumn]
    let profiles: [ColumnProfile]
    var draft: StudyDraft
    /// Columns that have a role.
    var taken: Set<String> = []

    init(columns: [TextColumn], draft: StudyDraft) {
        self.columns = columns
        self.draft = draft
        profiles = columns.map(ColumnProfile.init)
    }

    /// The columns without a role, in the order of the file.
    var free: [ColumnProfile] { profiles.filter { !taken.contains($0.name) } }

    func profile(_ name: String) -> ColumnProfile? { profiles.first { $0.name == name } }

    mutating func findKey(_ known: String?) {
        let unique = profiles.filter { $0.isUnique && $0.form != .dates }
        let named = unique.first {
            $0.says(["id", "key", "subject", "patient", "subjid", "usubjid", "pid", "mrn", "case"])
        }
        guard
            let key = known.flatMap(profile) ?? named
                ?? unique.first(where: { $0.words.words.last?.hasSuffix("id") == true })
        else {
            if !columns.isEmpty {
                draft.checks.append(
                    "No column identifies a patient: add one, so that results can be traced and files joined.")
            }
            return
        }
        draft.key = key.name
        taken.insert(key.name)
        draft.guesses.append("'\(key.name)' identifies a patient.")
    }

    mutating func findArms(_ known: String?) {
        // The most telling words come first: a file may have both an arm and a list of earlier treatments.
        let tellings: [Set<String>] = [
            ["arm", "trt01p", "armcd", "trt"],
            ["group", "treatment", "rx", "allocation", "regimen", "therapy", "cohort"],
        ]
        let candidates = free.filter { (2...8).contains($0.distinct.count) && $0.form != .dates }
        let guessed = tellings.lazy.compactMap { words in
            candidates.first {
                $0.says(words) && !$0.says(["prior", "previous", "line", "stage", "age", "afp", "size"])
            }
        }.first
        guard let arms = known.flatMap(profile) ?? guessed else {
            draft.checks.append(
                "No column looks like treatment arms: the study has one group. To compare groups, add 'arms'.")
            return
        }
        draft.arms = .init(column: arms.name, values: arms.distinct)
        taken.insert(arms.name)
        draft.guesses.append("'\(arms.name)' holds the arms: \(arms.distinct.joined(separator: ", ")).")
        draft.checks.append(
            "The first arm, \(arms.distinct.first ?? ""), is the reference: change 'reference' if it is not the control."
        )
    }

    mutating func addChecks() {
        if draft.endpoints.isEmpty {
            draft.checks.append(
                "No endpoint was found: it needs dates (start, event, last contact) or a time and a status column.")
        }
        let foreign = profiles.filter { $0.form == .foreignDates }.map { "'\($0.name)'" }
        if !foreign.isEmpty {
            draft.checks.append("\(foreign.joined(separator: ", ")): write dates as YYYY-MM-DD, then run this again.")
        }
        let unused = free.filter { $0.form != .empty && $0.form != .foreignDates }.map { "'\($0.name)'" }
        if !unused.isEmpty { draft.checks.append("Columns that are not used: \(unused.joined(separator: ", ")).") }
        let empty = profiles.filter { $0.form == .empty }.map { "'\($0.name)'" }
        if !empty.isEmpty { draft.checks.append("Columns without any value: \(empty.joined(separator: ", ")).") }
    }
}
