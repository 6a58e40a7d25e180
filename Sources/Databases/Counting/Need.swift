/// Something that a part of a plan must know of each patient.
enum Need: Hashable {
    case arms
    /// A variable of the study, or a column that is used as one.
    case variable(String)
    case endpoint(String)
    case population(String)
}

/// What a part of a plan needs, and why it needs rows where it does.
struct PartNeeds {
    /// How the part is called: `figure 'survival'`.
    var words: String
    var needs: Set<Need> = []
    /// Why counts are not enough, each in words that follow `because`.
    var reasons: [String] = []
}
