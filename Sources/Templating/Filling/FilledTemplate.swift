public import Diagnostics

/// The text that a template gave, in pieces that say where each came from.
public struct FilledTemplate: Equatable, Sendable {
    /// A stretch of the text.
    public struct Piece: Equatable, Sendable {
        /// What it is.
        public enum Content: Equatable, Sendable {
            /// Words of the template.
            case literal(String)
            /// A result: what was printed, its full name and where its value comes from.
            case value(String, name: ResultName, source: String)
            /// A table or figure, which has a place of its own.
            case placement(Placement)
        }

        /// What it is.
        public var content: Content
        /// The words or the tag in the template that it came from.
        public var location: SourceLocation

        /// Creates a piece.
        public init(_ content: Content, at location: SourceLocation) {
            self.content = content
            self.location = location
        }

        /// The piece as text; a placement as its tag.
        public var text: String {
            switch content {
            case .literal(let text): text
            case .value(let text, _, _): text
            case .placement(let placement): "{{\(placement.kind.rawValue) \(placement.id)}}\n"
            }
        }
    }

    /// The pieces in order.
    public var pieces: [Piece]

    /// Creates a text of pieces.
    public init(pieces: [Piece]) {
        self.pieces = pieces
    }

    /// The tables and figures in the order of their places.
    public var placements: [Placement] {
        pieces.compactMap { if case .placement(let placement) = $0.content { placement } else { nil } }
    }

    /// The whole text.
    public var text: String { pieces.map(\.text).joined() }
}
