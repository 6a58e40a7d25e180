import Styling
import Tables

/// A block with what depends on its place in the document: its number and the name by which links find it.
struct NumberedBlock {
    var block: Document.Block
    /// `Table 1`, `Figure 2`; nil for what has no number.
    var label: String?
    /// A name that no other block has, made of letters, digits and hyphens; nil for what nothing links to.
    var anchor: String?

    /// What a reference to the block names; nil for what is no table or figure.
    var reference: RichText.Reference? {
        switch block {
        case .table(let table): .table(table.id)
        case .figure(let figure): .figure(figure.id)
        case .heading, .paragraph, .list: nil
        }
    }
}

extension Document {
    var words: any Vocabulary { vocabulary(for: language) }

    /// The blocks with their numbers and anchors.
    var numberedBlocks: [NumberedBlock] {
        var anchors = Anchors()
        var counts: [String: Int] = [:]
        func label(_ name: String) -> String {
            counts[name, default: 0] += 1
            return "\(name) \(counts[name, default: 0])"
        }
        return blocks.map { block in
            switch block {
            case .heading(_, let text):
                return NumberedBlock(block: block, anchor: anchors.anchor(text.plain, fallback: "section"))
            // What has no caption is part of the text, and has no number.
            case .table(let table) where table.caption.isEmpty:
                return NumberedBlock(block: block, anchor: anchors.anchor("table-\(table.id)", fallback: "table"))
            case .table(let table):
                return NumberedBlock(
                    block: block, label: label(table.isSupplementary ? words.supplementaryTable : words.table),
                    anchor: anchors.anchor("table-\(table.id)", fallback: "table"))
            case .figure(let figure):
                return NumberedBlock(
                    block: block, label: label(figure.isSupplementary ? words.supplementaryFigure : words.figure),
                    anchor: anchors.anchor("figure-\(figure.id)", fallback: "figure"))
            case .paragraph, .list:
                return NumberedBlock(block: block)
            }
        }
    }
}

extension [NumberedBlock] {
    /// The name by which links find each table and figure.
    var anchors: [RichText.Reference: String] {
        var anchors: [RichText.Reference: String] = [:]
        for block in self {
            guard let reference = block.reference, anchors[reference] == nil else { continue }
            anchors[reference] = block.anchor
        }
        return anchors
    }
}

/// Makes names for links, each of them once.
struct Anchors {
    private var taken: Set<String> = []

    /// The text in lower case with hyphens for all but ASCII letters and digits, numbered where it is taken.
    mutating func anchor(_ text: String, fallback: String) -> String {
        let slug = Self.slug(text)
        let base = slug.isEmpty ? fallback : slug
        var (name, number) = (base, 1)
        while !taken.insert(name).inserted {
            number += 1
            name = "\(base)-\(number)"
        }
        return name
    }

    private static func slug(_ text: String) -> String {
        let words = text.lowercased().split { character in
            switch character.asciiValue ?? 0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): false
            default: true
            }
        }
        return words.joined(separator: "-")
    }
}

/// Where a table, a figure or a heading stands in a document's page.
public struct DocumentPlace: Equatable, Sendable {
    /// What stands there; a table or figure by its name in the study file.
    public enum Kind: Equatable, Sendable {
        case table(String)
        case figure(String)
        case heading
    }

    /// What stands there.
    public var kind: Kind
    /// Its number: `Table 1`; of a heading its text.
    public var label: String
    /// The name by which a link finds it.
    public var anchor: String
}

extension Document {
    /// Where its numbered tables, its figures and its headings stand.
    public var places: [DocumentPlace] {
        numberedBlocks.compactMap { numbered in
            guard let anchor = numbered.anchor else { return nil }
            switch (numbered.block, numbered.label) {
            case (.table(let table), let label?):
                return DocumentPlace(kind: .table(table.id), label: label, anchor: anchor)
            case (.figure(let figure), let label?):
                return DocumentPlace(kind: .figure(figure.id), label: label, anchor: anchor)
            case (.heading(_, let text), _): return DocumentPlace(kind: .heading, label: text.plain, anchor: anchor)
            default: return nil
            }
        }
    }
}
