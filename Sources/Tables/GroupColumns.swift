import Results
import Styling

/// The groups that comparisons have in common, and which of them are compared.
struct GroupColumns {
    /// A group and how it is printed.
    struct Group: Equatable {
        var id: String
        var label: String
    }

    /// A group against the one that it is compared with.
    struct Contrast: Equatable {
        var group: Group
        var reference: Group
    }

    private(set) var groups: [Group] = []

    init(_ groups: [Group]) {
        for group in groups where !self.groups.contains(where: { $0.id == group.id }) { self.groups.append(group) }
    }

    /// The contrasts of a model of the groups alone, in its order.
    func contrasts(of columns: [ColumnIdentity]) -> [Contrast] {
        columns.compactMap { column in
            guard let part = column.parts.first, column.parts.count == 1 else { return nil }
            return contrast(part.level, part.reference)
        }
    }

    /// A group, by its value in the data, against another.
    func contrast(_ group: String?, _ reference: String?) -> Contrast? {
        guard let group, let reference else { return nil }
        return Contrast(group: named(group), reference: named(reference))
    }

    private func named(_ id: String) -> Group { groups.first { $0.id == id } ?? Group(id: id, label: id) }
}

extension GroupColumns.Contrast {
    /// How it is printed: `RT+IO+T vs IO+T`.
    func label(_ words: any Vocabulary) -> String { words.contrast(group.label, reference.label) }
}
