/// What a column of a regression model stands for: a number, a level against its reference, or a product of such.
public struct ColumnIdentity: Codable, Equatable, Hashable, Sendable {
    /// One factor of the product.
    public struct Part: Codable, Equatable, Hashable, Sendable {
        /// The covariate's name.
        public var covariate: String
        /// The level that the column marks; nil for a number.
        public var level: String?
        /// The level that it is compared with; nil for a number.
        public var reference: String?

        /// Creates a part.
        public init(covariate: String, level: String?, reference: String?) {
            self.covariate = covariate
            self.level = level
            self.reference = reference
        }
    }

    /// The term that the column belongs to.
    public var term: String
    /// The factors of the product; one for a main effect.
    public var parts: [Part]

    /// Creates an identity.
    public init(term: String, parts: [Part]) {
        self.term = term
        self.parts = parts
    }

    /// The name that R's `model.matrix` gives it, such as `sexMale` or `armB:age`.
    public var name: String {
        parts.map { $0.covariate + ($0.level ?? "") }.joined(separator: ":")
    }
}
