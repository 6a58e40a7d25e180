extension StudyLanguage {
    /// A key of the study language with its place and all that is to be known of it.
    public struct KeyExplanation: Equatable, Sendable {
        /// Where it stands: `endpoints.NAME.at`, `tables (kind cox).rows`.
        public var path: String
        /// The path without the kinds of tables and figures: `tables.rows`.
        var plainPath: [String]
        /// What ``StudyLanguage/explanations(of:)`` finds it by.
        public var name: String { plainPath.joined(separator: ".") }
        /// Its meaning, type, default and keys, a sentence or list each.
        public var lines: [String]
    }

    /// The keys that a name may mean: a whole path, or its end; `NAME` stands for the writer's own names and may be left
    /// out. In the order of the reference page.
    public static func explanations(of name: String) -> [KeyExplanation] {
        let wanted = name.split(separator: ".").map(String.init).filter { $0 != "NAME" }
        guard !wanted.isEmpty else { return [] }
        let all = explanations(in: document, path: "", plainPath: [])
        let whole = all.filter { $0.plainPath == wanted }
        return whole.isEmpty ? all.filter { $0.plainPath.suffix(wanted.count) == wanted[...] } : whole
    }

    /// Every key that can be explained, in the order of the reference page; the keys of tables and figures of several kinds
    /// are there once.
    public static var keyNames: [String] {
        var seen = Set<String>()
        return explanations(in: document, path: "", plainPath: []).map(\.name).filter { seen.insert($0).inserted }
    }

    private static func explanations(in section: Section, path: String, plainPath: [String]) -> [KeyExplanation] {
        section.keys.flatMap { key in
            let own = path.isEmpty ? key.name : "\(path).\(key.name)"
            let plain = plainPath + [key.name]
            return [KeyExplanation(path: own, plainPath: plain, lines: lines(on: key, in: section))]
                + explanations(inside: key.type, path: own, plainPath: plain)
        }
    }

    private static func explanations(inside type: ValueType, path: String, plainPath: [String]) -> [KeyExplanation] {
        switch type {
        case .section(let section): explanations(in: section, path: path, plainPath: plainPath)
        case .list(let element, _, _): explanations(inside: element, path: path, plainPath: plainPath)
        case .entries(_, let values): explanations(inside: values, path: "\(path).NAME", plainPath: plainPath)
        case .variants(let discriminator, let sections):
            sections.flatMap { section in
                let kinds: [String] =
                    if case .choice(let kinds)? = section.key(discriminator)?.type { kinds } else { [] }
                return explanations(
                    in: section, path: "\(path) (\(discriminator) \(kinds.joined(separator: ", ")))",
                    plainPath: plainPath)
            }
        default: []
        }
    }

    private static func lines(on key: Key, in section: Section) -> [String] {
        var lines = [key.summary, "Takes \(key.type.words)."]
        switch key.presence {
        case .required(let example): lines.append("Required, for example: \(key.name): \(example)")
        case .alternative(let example):
            let sets = section.alternatives.map { $0.joined(separator: ", ") }.joined(separator: "; or ")
            lines += ["Needed is one of: \(sets).", "For example: \(key.name): \(example)"]
        case .defaults(let text): lines.append("Where absent: \(text).")
        case .otherwise(let words): lines.append("Where absent: \(words).")
        }
        if let names = keyNames(of: key.type) { lines.append("Keys: \(names.joined(separator: ", ")).") }
        for conflict in section.conflicts where (conflict.first + conflict.second).contains(key.name) {
            let others = conflict.first.contains(key.name) ? conflict.second : conflict.first
            lines.append("Not together with \(others.joined(separator: ", ")): \(conflict.reason).")
        }
        return lines
    }

    /// The keys of a mapping, of the mappings in a list, or of the writer's own entries.
    private static func keyNames(of type: ValueType) -> [String]? {
        switch type {
        case .section(let section): section.keys.map(\.name)
        case .list(let element, _, _): keyNames(of: element)
        case .entries(_, let values): keyNames(of: values)
        case .variants(let discriminator, let sections):
            sections.flatMap { section -> [String] in
                if case .choice(let kinds)? = section.key(discriminator)?.type { kinds } else { [] }
            }.map { "\(discriminator): \($0)" }
        default: nil
        }
    }
}
