/// A characteristic of the patients: a column of the data, or made from one.
public struct Variable: Equatable, Sendable {
    /// Where the values come from.
    public enum Source: Equatable, Sendable {
        /// A column of the patients' file.
        case column(Located<String>)
        /// A continuous variable or column cut into groups: a value equal to a cut point belongs to the group above.
        case cut(of: Located<String>, at: [Double])
        /// Levels of another variable or column joined into groups, each with its members.
        case groups(of: Located<String>, [Group])
        /// The first of several conditions that a patient meets; nothing where none is met.
        case cases([Case])
        /// An arithmetic formula over columns.
        case formula(Expression)
        /// Several columns, each of which says whether the patient has one level.
        case checkboxes([Checkbox])
    }

    /// A column that says whether a patient has a level.
    public struct Checkbox: Equatable, Sendable {
        /// The column: checked or not.
        public var column: Located<String>
        /// The level that a checked box stands for.
        public var level: String

        /// Creates a checkbox.
        public init(column: Located<String>, level: String) {
            self.column = column
            self.level = level
        }
    }

    /// A level, and who has it.
    public struct Case: Equatable, Sendable {
        /// The level's name.
        public var level: Located<String>
        /// Who has it, unless an earlier case was met.
        public var condition: Expression

        /// Creates a case.
        public init(level: Located<String>, condition: Expression) {
            self.level = level
            self.condition = condition
        }
    }

    /// A group of levels under one name.
    public struct Group: Equatable, Sendable {
        /// The group's name.
        public var name: String
        /// The levels that it joins.
        public var members: [Located<String>]

        /// Creates a group.
        public init(name: String, members: [Located<String>]) {
            self.name = name
            self.members = members
        }
    }

    /// What kind of values it has.
    public enum Kind: String, CaseIterable, Sendable {
        case continuous
        case categorical
        /// Several levels for one patient, in one cell.
        case multiResponse = "multi-response"
    }

    /// A value in the data and the level that it stands for.
    public struct Code: Equatable, Sendable {
        /// The text in the data.
        public var raw: Located<String>
        /// The level's name, as printed.
        public var level: String

        /// Creates a code.
        public init(raw: Located<String>, level: String) {
            self.raw = raw
            self.level = level
        }
    }

    /// Its name in the study file.
    public var name: Located<String>
    /// How it is printed.
    public var label: String
    /// Its unit, printed after the label.
    public var unit: String?
    /// Where its values come from.
    public var source: Source
    /// What kind of values it has; nil: continuous if every known value is a number, else categorical.
    public var kind: Kind?
    /// The levels in order; for a cut, the names of its groups. Empty: as they sort.
    public var levels: [Located<String>]
    /// What each text in the data stands for; empty: each text is its own level.
    public var codes: [Code]
    /// The level that the others are compared with; nil: the first.
    public var reference: Located<String>?
    /// What stands between the values of a multi-response cell.
    public var separator: String?

    /// Creates a variable.
    public init(
        name: Located<String>, label: String, unit: String? = nil, source: Source, kind: Kind? = nil,
        levels: [Located<String>] = [], codes: [Code] = [], reference: Located<String>? = nil,
        separator: String? = nil
    ) {
        self.name = name
        self.label = label
        self.unit = unit
        self.source = source
        self.kind = kind
        self.levels = levels
        self.codes = codes
        self.reference = reference
        self.separator = separator
    }
}
