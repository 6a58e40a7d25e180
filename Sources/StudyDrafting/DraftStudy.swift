public import CohortBuilding
internal import StudyFiles

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
/// Columns are known by their names (English, Chinese, German, French and Spanish words of clinical data files, in any case
/// and spelling) together with what they hold; a guess that the contents contradict is not made. What stays unused is named in ``StudyDraft/checks``.
///
/// - Parameters:
///   - columns: The columns as texts.
///   - name: The study's name, such as that of its folder.
///   - path: The path of the data file, from the study file's folder.
///   - delimiter: What stands between two cells.
///   - readingKeys: Other keys that say how the file is read, with their values.
///   - missingCodes: Texts of cells that mean a missing value.
///   - line: The line of the file on which a row of the columns stands.
///   - known: What need not be guessed.
/// - Returns: The draft.
public func draftStudy(
    from columns: [TextColumn], name: String, path: String, delimiter: Character,
    readingKeys: [String: String] = [:], missingCodes: [String],
    line: @escaping (Int) -> Int = { $0 + 2 }, known: KnownColumns = KnownColumns()
) -> StudyDraft {
    let guess = CellFormGuess(columns)
    let missing = missingCodes + guess.missing.filter { !missingCodes.contains($0) }
    var drafting = Drafting(
        columns: columns.map { $0.plain(guess.forms, missing: missing) },
        draft: StudyDraft(
            title: NameWords(name).label(of: name), path: path, delimiter: delimiter, readingKeys: readingKeys,
            missingCodes: missing, forms: guess.forms, words: .words(for: columns.map(\.name))),
        line: line)
    drafting.say(guess)
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
    /// The line of the file on which a row stands.
    let line: (Int) -> Int
    /// Columns that have a role.
    var taken: Set<String> = []

    init(columns: [TextColumn], draft: StudyDraft, line: @escaping (Int) -> Int = { $0 + 2 }) {
        self.columns = columns
        self.draft = draft
        self.line = line
        profiles = columns.map(ColumnProfile.init)
    }

    /// The columns without a role, in the order of the file.
    var free: [ColumnProfile] { profiles.filter { !taken.contains($0.name) } }

    func profile(_ name: String) -> ColumnProfile? { profiles.first { $0.name == name } }

    /// Says what was guessed of the cells' forms.
    mutating func say(_ guess: CellFormGuess) {
        func names(_ columns: [String]) -> String { columns.map { "'\($0)'" }.joined(separator: ", ") }
        if let order = guess.forms.dates { draft.guesses.append("Dates are written as \(order.rawValue).") }
        if guess.forms.decimal == .comma { draft.guesses.append("Decimals stand after a comma.") }
        if !guess.missing.isEmpty {
            draft.guesses.append(
                "\(names(guess.missing)) among dates or numbers \(guess.missing.count == 1 ? "means" : "mean") a missing value."
            )
        }
        if !guess.ambiguous.isEmpty {
            draft.checks.append(
                "\(names(guess.ambiguous)): day first or month first? No date shows it. Set 'dates' of the file to "
                    + "day-month-year or month-day-year, and then the endpoints.")
        }
        if !guess.mixed.isEmpty {
            draft.checks.append(
                "\(names(guess.mixed)): dates are written in several ways. Write them as YYYY-MM-DD, then run this again."
            )
        }
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
        let values = controlFirst(arms.distinct)
        draft.arms = .init(column: arms.name, values: values)
        taken.insert(arms.name)
        draft.guesses.append("'\(arms.name)' holds the arms: \(values.joined(separator: ", ")).")
        draft.checks.append(
            "The first arm, \(values.first ?? ""), is the reference: change 'reference' if it is not the control."
        )
    }

    /// The arms with the one first whose name says that it is the control; as they sort where none or several do.
    private func controlFirst(_ arms: [String]) -> [String] {
        let words: Set = [
            "control", "controls", "placebo", "standard", "soc", "observation", "obs", "untreated", "none", "usual",
            "no",
            "kontrolle", "kontrollgruppe", "témoin", "sham", "ctrl", "conventional", "reference",
        ]
        let controls = arms.filter { arm in
            !words.isDisjoint(with: NameWords.split(arm)) || arm.contains("对照") || arm.contains("常规")
                || arm.contains("标准")
        }
        guard controls.count == 1 else { return arms }
        return controls + arms.filter { $0 != controls[0] }
    }

    mutating func addChecks() {
        if draft.endpoints.isEmpty {
            draft.checks.append(
                "No endpoint was found: it needs dates (start, event, last contact) or a time and a status column.")
            let dates = profiles.filter { $0.form == .dates }
            if dates.count > 1,
                let status = profiles.first(where: { $0.says(Self.statusWords) && codes(of: $0) != nil })
            {
                draft.checks.append(
                    "'\(status.name)' says what happened, but no column on which day: add a column with the date of the "
                        + "event, empty where there was none, and run this again.")
            }
        }
        let unused = free.filter { $0.form != .empty && $0.form != .foreignDates }.map { "'\($0.name)'" }
        if !unused.isEmpty { draft.checks.append("Columns that are not used: \(unused.joined(separator: ", ")).") }
        let empty = profiles.filter { $0.form == .empty }.map { "'\($0.name)'" }
        if !empty.isEmpty { draft.checks.append("Columns without any value: \(empty.joined(separator: ", ")).") }
    }
}
