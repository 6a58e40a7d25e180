/// The form of a data file, known by the end of its name. Any of them may be compressed: `patients.csv.gz`.
public enum DataFormat: String, CaseIterable, Sendable {
    /// Cells between delimiters.
    case text
    /// A workbook of Excel (`.xlsx`).
    case workbook
    /// SPSS (`.sav`, `.zsav`, `.por`).
    case spss
    /// Stata (`.dta`).
    case stata
    /// A data set of SAS (`.sas7bdat`).
    case sas
    /// A transport file of SAS (`.xpt`).
    case transport
    /// A database of SQLite (`.sqlite`, `.db`).
    case database

    /// The form that a path's ending names; text where it names none.
    public init(path: String) {
        var name = path.lowercased()[...]
        if name.hasSuffix(".gz") { name = name.dropLast(3) }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let ending = parts.count > 1 ? parts[parts.count - 1] : ""
        switch ending {
        case "xlsx", "xlsm": self = .workbook
        case "sav", "zsav", "por": self = .spss
        case "dta": self = .stata
        case "sas7bdat": self = .sas
        case "xpt": self = .transport
        case "sqlite", "sqlite3", "db", "db3": self = .database
        default: self = .text
        }
    }

    /// What messages call such a file.
    public var words: String {
        switch self {
        case .text: "a text"
        case .workbook: "an Excel workbook"
        case .spss: "an SPSS file"
        case .stata: "a Stata file"
        case .sas: "a SAS data set"
        case .transport: "a SAS transport file"
        case .database: "an SQLite database"
        }
    }

    /// The keys of a data file that say how this form is read.
    public var keys: [String] {
        switch self {
        case .text: ["delimiter", "encoding"]
        case .workbook: ["sheet"]
        case .spss, .stata, .transport: ["values", "encoding"]
        case .sas: ["values", "encoding", "catalog"]
        case .database: ["table", "query"]
        }
    }
}

/// What the letters of a file are written in.
public enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    /// Which byte comes first is told by the byte order mark, else by the zeros.
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case western = "windows-1252"
    case centralEuropean = "windows-1250"
    case cyrillic = "windows-1251"
    case latin9 = "iso-8859-15"
    case chinese = "gb18030"
    case traditionalChinese = "big5"
    case japanese = "shift-jis"
    case korean = "euc-kr"

    /// How the C library calls it.
    public var systemName: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16: "UTF-16"
        case .utf16LittleEndian: "UTF-16LE"
        case .utf16BigEndian: "UTF-16BE"
        case .western: "CP1252"
        case .centralEuropean: "CP1250"
        case .cyrillic: "CP1251"
        case .latin9: "ISO-8859-15"
        case .chinese: "GB18030"
        case .traditionalChinese: "BIG5"
        // What programs on Windows call Shift-JIS and EUC-KR are Microsoft's extensions of them.
        case .japanese: "CP932"
        case .korean: "CP949"
        }
    }
}

/// What becomes of values that a statistical program labels: `1` labelled `Male`.
public enum LabelledValues: String, CaseIterable, Sendable {
    /// The labels stand in the cells of a column whose every value has one.
    case labels
    /// The codes stand in the cells.
    case codes
}
