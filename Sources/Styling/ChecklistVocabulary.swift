public import Results

/// The words of the checklist of reporting guidelines, in one language.
public protocol ChecklistVocabulary: Sendable {
    /// The title.
    var title: String { get }
    /// What the checklist is, and what its marks mean.
    var introduction: String { get }
    /// The heads of the columns: the item, what is asked, how far it is done, where or what.
    var heads: [String] { get }
    /// The name of a guideline, with what it is for.
    func name(of guideline: ReportingGuideline) -> String
    /// What an item asks.
    func asked(_ item: ChecklistItem) -> String
    /// How far an item is done.
    func status(_ status: ChecklistStatus) -> String
    /// What is left to do where the bundle cannot say more.
    func hint(_ item: ChecklistItem) -> String?
    /// The section of statistical methods as a place.
    var methods: String { get }
    /// The file of results as a place.
    var resultsFile: String { get }
    /// The heading of the remarks on the design.
    var remarks: String { get }
    /// A remark on the design.
    func remark(_ note: DesignNote, in style: HouseStyle) -> String
    /// From when to when, with what is not known left out.
    func dates(first: String?, last: String?, cutoff: String?) -> String
    /// So many patients of so many.
    func patients(_ analysed: String, of read: String) -> String
}

/// A guideline for the reporting of studies.
public enum ReportingGuideline: String, CaseIterable, Sendable {
    case strobe = "STROBE"
    case kmunicate = "KMunicate"
    case sampl = "SAMPL"
    case remark = "REMARK"
}

/// How far an item of a guideline is done.
public enum ChecklistStatus: String, CaseIterable, Sendable {
    /// The bundle says it.
    case filled
    /// The bundle says some of it, or there is a remark: a person must look.
    case check
    /// Only the author can write it.
    case author
    /// The study has no such thing.
    case notApplicable = "not-applicable"
}

/// An item of a guideline, by its number there.
public struct ChecklistItem: Hashable, Sendable {
    /// The guideline.
    public var guideline: ReportingGuideline
    /// Its number.
    public var number: String

    /// Creates an item.
    public init(_ guideline: ReportingGuideline, _ number: String) {
        self.guideline = guideline
        self.number = number
    }

    /// Every item, in the order of the guidelines.
    public static let all: [ChecklistItem] = {
        let numbers: [(ReportingGuideline, [String])] = [
            (
                .strobe,
                [
                    "1a", "1b", "2", "3", "4", "5", "6a", "6b", "7", "8", "9", "10", "11", "12a", "12b", "12c", "12d",
                    "12e",
                    "13a", "13b", "13c", "14a", "14b", "14c", "15", "16a", "16b", "16c", "17", "18", "19", "20", "21",
                    "22",
                ]
            ),
            (.kmunicate, ["1", "2"]), (.sampl, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]),
            (.remark, ["6", "8", "10", "11", "12", "15", "16", "18"]),
        ]
        return numbers.flatMap { guideline, numbers in numbers.map { ChecklistItem(guideline, $0) } }
    }()
}
