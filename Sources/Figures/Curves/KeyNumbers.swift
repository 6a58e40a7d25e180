/// What a column of numbers in a key is headed with.
struct KeyHead: Equatable {
    /// What the names of the column's numbers begin with: `median`.
    var name: String
    /// What the names of their intervals begin with.
    var intervalName: String
    /// The head in phrases, between which it may be broken; empty where the column has none.
    var phrases: [String]
}

/// What stands in a group's line under a head of a key.
enum KeyCell: Equatable {
    /// A number, and its interval in brackets; either may be empty.
    case number(String, interval: String)
    /// A word in place of a number.
    case word(String)

    /// Everything that is printed.
    var texts: [String] {
        switch self {
        case .number(let number, let interval): [number, interval].filter { !$0.isEmpty }
        case .word(let word): [word]
        }
    }
}
