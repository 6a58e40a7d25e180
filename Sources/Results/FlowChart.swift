/// What a flow chart of patients shows; its arithmetic was checked.
public struct FlowChart: Codable, Equatable, Sendable {
    /// Patients left out for one reason.
    public struct Reason: Codable, Equatable, Sendable {
        /// Why, in the data's or the study's words.
        public var label: String
        /// How many.
        public var n: Int

        /// Creates a reason.
        public init(label: String, n: Int) {
            self.label = label
            self.n = n
        }
    }

    /// A step down the trunk: who remained, and who left before for which reasons.
    public struct Stage: Codable, Equatable, Sendable {
        /// What the remaining patients are: `Assessed for eligibility`, `Analysed`.
        public var label: String
        /// How many remain.
        public var n: Int
        /// Who left between the stage before and this one, largest group first; empty at the first stage.
        public var left: [Reason]

        /// Creates a stage.
        public init(label: String, n: Int, left: [Reason]) {
            self.label = label
            self.n = n
            self.left = left
        }
    }

    /// A box at the foot: an arm, and what became of it.
    public struct Branch: Codable, Equatable, Sendable {
        /// How it is printed.
        public var label: String
        /// How many.
        public var n: Int
        /// Further boxes under it, such as the matched patients of the arm.
        public var stages: [Stage]

        /// Creates a branch.
        public init(label: String, n: Int, stages: [Stage]) {
            self.label = label
            self.n = n
            self.stages = stages
        }
    }

    /// The trunk from top to bottom.
    public var stages: [Stage]
    /// The arms; empty for a study of one group.
    public var branches: [Branch]

    /// Creates a chart.
    public init(stages: [Stage], branches: [Branch]) {
        self.stages = stages
        self.branches = branches
    }
}
