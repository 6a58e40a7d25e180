/// The templates that the program brings along: the files of the folder `templates`, embedded in the binary.
public struct BuiltInTemplates: TemplateLoader {
    private static let files: [(name: String, bytes: [UInt8])] = [
        ("results.md", PackageResources.results_md),
        ("methods.md", PackageResources.methods_md),
        ("results-patients.md", PackageResources.results_patients_md),
        ("results-outcomes.md", PackageResources.results_outcomes_md),
        ("results-survival.md", PackageResources.results_survival_md),
        ("results-models.md", PackageResources.results_models_md),
        ("results-matching.md", PackageResources.results_matching_md),
    ]

    /// Creates the built-in templates.
    public init() {}

    /// The template of this name; nil where the program brings none.
    public func source(named name: String) throws(TemplateLoadingError) -> TemplateSource? {
        guard let file = Self.files.first(where: { $0.name == name }) else { return nil }
        return try TemplateSource(name: name, file: "templates/\(name)", bytes: file.bytes)
    }

    /// The names of the built-in templates.
    public var names: [String] { Self.files.map(\.name) }
}
