import Foundation

/// The templates of a folder, such as the one that a study file stands in.
public struct FolderTemplates: TemplateLoader {
    private let folder: String
    private let others: Set<String>

    /// Looks in this folder; the empty path is the current one.
    ///
    /// - Parameters:
    ///   - folder: The folder.
    ///   - others: Files of the folder that are no templates, such as those of a bundle that was made there.
    public init(folder: String, except others: Set<String> = []) {
        self.folder = folder
        self.others = others
    }

    /// The template of this name; nil where the folder has no such file.
    ///
    /// A link that leads out of the folder is refused.
    public func source(named name: String) throws(TemplateLoadingError) -> TemplateSource? {
        guard staysInside(name) else { throw .outside }
        guard !others.contains(name) else { return nil }
        let path = self.path(name)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
            return nil
        }
        let root = URL(filePath: folder.isEmpty ? "." : folder).resolvingSymlinksInPath().path
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        guard target.hasPrefix(root.hasSuffix("/") ? root : root + "/") else { throw .outside }
        let attributes = try? FileManager.default.attributesOfItem(atPath: target)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { throw .unreadable("it isn't a file") }
        // One byte more than allowed is enough to know that a file is too long.
        guard let handle = FileHandle(forReadingAtPath: target),
            let data = try? handle.read(upToCount: TemplateLimits.sourceBytes + 1) ?? Data()
        else { throw .unreadable("the file can't be opened") }
        return try TemplateSource(name: name, file: path, bytes: Array(data))
    }

    /// The Markdown files of the folder, sorted.
    public var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        return files.filter { $0.hasSuffix(".md") && !others.contains($0) }.sorted()
    }

    private func path(_ name: String) -> String {
        folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
