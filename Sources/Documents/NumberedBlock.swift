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
        Dictionary(
            compactMap { numbered in numbered.reference.flatMap { reference in numbered.anchor.map { (reference, $0) } }
            }
        ) { first, _ in first }
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
        let characters = text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return String(characters).split(separator: "-").joined(separator: "-")
    }
}
