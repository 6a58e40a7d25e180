/// Bounds that no reasonable template meets; beyond them a template is at fault instead of the program out of memory.
enum TemplateLimits {
    /// Bytes of one template file.
    static let sourceBytes = 1 << 20
    /// Blocks inside blocks in one file.
    static let blockDepth = 32
    /// Files included by included files.
    static let includeDepth = 8
    /// Parts of templates visited while names are checked, and again while text is made.
    static let steps = 1_000_000
    /// Bytes of the text made.
    static let outputBytes = 1 << 24
}
