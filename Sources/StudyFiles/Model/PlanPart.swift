/// A part of a study's plan that is worked out by itself.
public enum PlanPart: Hashable, Sendable {
    /// The comparison of an endpoint by the study's own grouping in everyone.
    case endpoint(String)
    case figure(String)
    case table(String)

    /// The part as a person calls it: `figure 'survival'`.
    public var words: String {
        switch self {
        case .endpoint(let name): "endpoint '\(name)'"
        case .figure(let name): "figure '\(name)'"
        case .table(let name): "table '\(name)'"
        }
    }
}
