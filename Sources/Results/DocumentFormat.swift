/// A format that the manuscript or its tables are written in.
public enum DocumentFormat: String, Codable, CaseIterable, Sendable {
    /// Markdown: the manuscript and each table.
    case markdown
    /// A page that needs nothing else: the report and each table.
    case html
    /// Word: the manuscript, the tables and the supplement.
    case docx
    /// LaTeX: the manuscript and each table.
    case latex
    /// Each table as comma-separated values.
    case csv
    /// All tables as one workbook.
    case xlsx

    /// The formats of a study that names none: to read, to send, and to compare line by line.
    public static let usual: [DocumentFormat] = [.markdown, .html, .docx]

    /// The names as a study file has them.
    public static var names: [String] { allCases.map(\.rawValue) }
}
