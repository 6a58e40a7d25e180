extension StudyLanguage {
    /// A mapping of the study file with its known keys.
    public struct Section: Equatable, Sendable {
        /// What one of it is called in messages: `endpoint`.
        public var noun: String
        /// One sentence on what it is for.
        public var summary: String
        /// Its keys, in the order in which they are documented.
        public var keys: [Key]
        /// Sets of keys of which one must be given whole; empty where there is no such choice.
        public var alternatives: [[String]]
        /// Keys that cannot stand together.
        public var conflicts: [Conflict]

        init(
            _ noun: String, _ summary: String, keys: [Key], alternatives: [[String]] = [], conflicts: [Conflict] = []
        ) {
            self.noun = noun
            self.summary = summary
            self.keys = keys
            self.alternatives = alternatives
            self.conflicts = conflicts
        }

        /// The key of a name.
        public func key(_ name: String) -> Key? { keys.first { $0.name == name } }
    }

    /// A key of a section.
    public struct Key: Equatable, Sendable {
        /// How it is written.
        public var name: String
        /// What it takes.
        public var type: ValueType
        /// Whether it must be given, and what holds where it is not.
        public var presence: Presence
        /// One sentence on what it means.
        public var summary: String

        init(_ name: String, _ type: ValueType, _ presence: Presence, _ summary: String) {
            self.name = name
            self.type = type
            self.presence = presence
            self.summary = summary
        }
    }

    /// Whether a key must be given, and what holds where it is not.
    public enum Presence: Equatable, Sendable {
        /// It must be given; the example is offered where it is missing.
        case required(example: String)
        /// It must be given when its alternative is chosen (see ``Section/alternatives``).
        case alternative(example: String)
        /// Where it is absent, this value holds, as it would be written in the file.
        case defaults(to: String)
        /// Where it is absent, what these words say holds.
        case otherwise(String)
    }

    /// Keys that cannot stand together: none of the first with any of the second.
    public struct Conflict: Equatable, Sendable {
        /// The keys on one side.
        public var first: [String]
        /// The keys on the other side.
        public var second: [String]
        /// Why, in words that end the message.
        public var reason: String

        init(_ first: [String], with second: [String], because reason: String) {
            self.first = first
            self.second = second
            self.reason = reason
        }
    }
}
