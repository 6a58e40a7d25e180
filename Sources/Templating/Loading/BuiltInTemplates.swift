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

    /// The same in Chinese, from the folder `templates/zh`.
    private static let chineseFiles: [(name: String, bytes: [UInt8])] = [
        ("results.md", PackageResources.results_zh_md),
        ("methods.md", PackageResources.methods_zh_md),
        ("results-patients.md", PackageResources.results_patients_zh_md),
        ("results-outcomes.md", PackageResources.results_outcomes_zh_md),
        ("results-survival.md", PackageResources.results_survival_zh_md),
        ("results-models.md", PackageResources.results_models_zh_md),
        ("results-matching.md", PackageResources.results_matching_zh_md),
    ]

    private let isChinese: Bool

    /// The built-in templates in a language, by its BCP 47 tag; in English where there are none in it.
    public init(language: String = "en") {
        isChinese = language.lowercased().prefix { $0 != "-" } == "zh"
    }

    /// The template of this name; nil where the program brings none.
    public func source(named name: String) throws(TemplateLoadingError) -> TemplateSource? {
        if isChinese, let file = Self.chineseFiles.first(where: { $0.name == name }) {
            let stem = name.split(separator: ".")[0]
            return try TemplateSource(name: name, file: "templates/zh/\(stem).zh.md", bytes: file.bytes)
        }
        guard let file = Self.files.first(where: { $0.name == name }) else { return nil }
        return try TemplateSource(name: name, file: "templates/\(name)", bytes: file.bytes)
    }

    /// The names of the built-in templates.
    public var names: [String] { Self.files.map(\.name) }
}
