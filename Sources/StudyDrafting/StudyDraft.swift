internal import StudyFiles

/// A first study file, guessed from the columns of a data file, with what was guessed and what a person must check.
public struct StudyDraft: Equatable, Sendable {
    /// What a text of a status column stands for.
    struct StatusCode: Equatable, Sendable {
        var value: String
        /// `censored`, `event` or `competing`.
        var meaning: String
    }

    /// A time to an event.
    struct DraftedEndpoint: Equatable, Sendable {
        enum Source: Equatable, Sendable {
            case dates(from: String, event: [String], censor: String)
            case times(time: String, status: String, codes: [StatusCode], unit: String, printed: String)
        }

        var id: String
        var label: String
        var source: Source
        /// The times at which survival is given, in the endpoint's unit.
        var landmarks: [Int]
        /// Patients with an event, as far as the columns tell.
        var events: Int
        /// Whether some patients have a competing event.
        var hasCompeting = false
    }

    /// A characteristic of the patients.
    struct DraftedVariable: Equatable, Sendable {
        enum Kind: Equatable, Sendable {
            case continuous
            /// Levels as they stand in the data.
            case levels([String])
            /// Zero and one.
            case yesNo
            /// Several values a cell.
            case several(separator: String)
        }

        var column: String
        var label: String
        var unit: String?
        var kind: Kind

        /// Whether it has two to four levels, as a subgroup should.
        var isSubgroup: Bool {
            switch kind {
            case .levels(let levels): (2...4).contains(levels.count)
            case .yesNo: true
            case .continuous, .several: false
            }
        }
    }

    /// The column of the arms, and its values.
    struct DraftedArms: Equatable, Sendable {
        var column: String
        var values: [String]
    }

    /// The title, from the study's name.
    var title: String
    /// The path of the data file, from the study file's folder.
    var path: String
    /// What stands between two cells.
    var delimiter: Character
    /// Other keys that say how the file is read, with their values.
    var readingKeys: [String: String] = [:]
    /// Texts of cells that mean a missing value.
    var missingCodes: [String]
    /// How dates and numbers are written.
    var forms = CellForms()
    /// What things are called.
    var words = DraftWords.english
    /// The column that identifies a patient.
    public internal(set) var key: String?
    var arms: DraftedArms?
    var endpoints: [DraftedEndpoint] = []
    var variables: [DraftedVariable] = []
    /// The column that holds a tumour response.
    var response: String?
    /// What was guessed, a sentence each.
    public internal(set) var guesses: [String] = []
    /// What a person must check or decide, a sentence each.
    public internal(set) var checks: [String] = []
}

extension StudyDraft {
    /// The column of the treatment arms.
    public var armColumn: String? { arms?.column }
    /// The column with the date on which time begins.
    public var startColumn: String? {
        endpoints.lazy.compactMap { endpoint -> String? in
            if case .dates(let start, _, _) = endpoint.source { start } else { nil }
        }.first
    }
}
