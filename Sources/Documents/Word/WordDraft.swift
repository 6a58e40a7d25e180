internal import Archives

/// A Word file that is whole but for its pictures: it can be written while they are still drawn.
public struct WordDraft: Sendable {
    /// What a part of the file holds.
    enum Content: Sendable {
        case packed(PackedBytes)
        /// The two forms of a figure's picture.
        case lines(of: String)
        case pixels(of: String)
    }

    struct Part: Sendable {
        let path: String
        let content: Content
    }

    let parts: [Part]

    /// The whole file with the pictures by the names of their figures.
    ///
    /// - Precondition: all figures are there that the draft has a place for.
    public func file(pictures: [String: WordPicture]) -> [UInt8] {
        func picture(of figure: String) -> WordPicture {
            guard let picture = pictures[figure] else { preconditionFailure("figure '\(figure)' has no picture") }
            return picture
        }
        let files = parts.map { part in
            let content =
                switch part.content {
                case .packed(let bytes): bytes
                case .lines(let figure): picture(of: figure).lines
                case .pixels(let figure): picture(of: figure).pixels
                }
            return PackedFile(path: part.path, content: content)
        }
        return ZIPWriter().archive(files)
    }
}
