import Tables

/// The bookmarks of a Word file: a name and a label for each table and figure that has a number.
enum WordBookmarks {
    static func named(_ blocks: [NumberedBlock]) -> [RichText.Reference: (name: String, label: String)] {
        var names: [RichText.Reference: (name: String, label: String)] = [:]
        var taken: Set<String> = []
        for block in blocks {
            guard let reference = block.reference, let label = block.label, names[reference] == nil,
                let anchor = block.anchor
            else { continue }
            // Word allows 40 letters, digits and low lines, and takes capitals for their small letters.
            let base = anchor.map { $0 == "-" ? "_" : String($0) }.joined().prefix(34)
            var (name, number) = (String(base), 1)
            while !taken.insert(name).inserted {
                number += 1
                name = "\(base)_\(number)"
            }
            names[reference] = (name, label)
        }
        return names
    }

    /// The name under which Word counts: tables and figures, those of the supplement apart.
    static func sequence(of reference: RichText.Reference, isSupplementary: Bool) -> String {
        let kind =
            switch reference {
            case .table: "Table"
            case .figure: "Figure"
            }
        return isSupplementary ? "Supplementary_\(kind)" : kind
    }
}
