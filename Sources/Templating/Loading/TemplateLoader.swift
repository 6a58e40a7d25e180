/// Where templates come from.
public protocol TemplateLoader {
    /// The template of this name; nil where there is none.
    func source(named name: String) throws(TemplateLoadingError) -> TemplateSource?

    /// The names that it has, for suggestions.
    var names: [String] { get }
}

/// Why a template that is there can't be had.
public enum TemplateLoadingError: Error, Equatable {
    /// The file can't be read; the text says why.
    case unreadable(String)
    /// The file lies outside the folder that templates may come from.
    case outside
}

/// Several places for templates; the first that has a name gives it.
///
/// A study's own folder comes before ``BuiltInTemplates``, so that a study can replace any of them.
public struct LayeredTemplates: TemplateLoader {
    private let layers: [any TemplateLoader]

    /// Looks in these places in order.
    public init(_ layers: [any TemplateLoader]) {
        self.layers = layers
    }

    /// The template of this name; nil where no place has one.
    public func source(named name: String) throws(TemplateLoadingError) -> TemplateSource? {
        for layer in layers {
            if let source = try layer.source(named: name) { return source }
        }
        return nil
    }

    /// The names of all places, each once.
    public var names: [String] {
        var seen: Set<String> = []
        return layers.flatMap(\.names).filter { seen.insert($0).inserted }
    }
}

/// Whether a template's name stays inside the folder that it is looked up in: relative, without `..`.
func staysInside(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
        !part.isEmpty && part != "." && part != ".."
            && !part.unicodeScalars.contains { $0 == "\\" || $0 == ":" || $0.value < 0x20 }
    }
}
