internal import Documents
internal import Results
internal import Styling
internal import Tables

/// How far an item is done, and where.
struct ChecklistEntry {
    var item: ChecklistItem
    var status: ChecklistStatus
    /// Where the bundle says it, each with its link.
    var places: [ChecklistPlace] = []
    /// What is said besides.
    var words: [String] = []
}

/// A place of the bundle.
struct ChecklistPlace: Equatable {
    var label: String
    /// The address, from the bundle's folder.
    var link: String
}

/// The reporting guidelines, filled from a study's results.
struct Checklist {
    let entries: [ChecklistEntry]
    let remarks: [DesignNote]

    /// Fills the guidelines that apply: REMARK where the study has models of several factors.
    init(_ facts: ChecklistFacts) {
        remarks = facts.results.design ?? []
        let applies: (ReportingGuideline) -> Bool = { guideline in
            switch guideline {
            case .strobe, .sampl: true
            case .kmunicate: !facts.curves.isEmpty
            case .remark: !facts.coxTables.isEmpty
            }
        }
        entries = ChecklistItem.all.filter { applies($0.guideline) }.map { facts.entry(for: $0) }
    }
}

extension Checklist {
    /// The checklist as a document: a table for each guideline, then the remarks.
    func document(of results: StudyResults, style: HouseStyle) -> Document {
        let words = vocabulary(for: results.study.language)
        let own = words.checklist
        var blocks: [Document.Block] = [.paragraph(RichText(own.introduction))]
        for guideline in ReportingGuideline.allCases {
            let entries = entries.filter { $0.item.guideline == guideline }
            guard !entries.isEmpty else { continue }
            blocks.append(.heading(level: 1, RichText(own.name(of: guideline))))
            blocks.append(.table(table(of: entries, guideline, own)))
        }
        if !remarks.isEmpty {
            blocks.append(.heading(level: 1, RichText(own.remarks)))
            blocks.append(.list(remarks.map { RichText(own.remark($0, in: style)) }, isOrdered: false))
        }
        return Document(
            language: results.study.language, title: RichText("\(own.title): \(results.study.short)"),
            notice: results.study.synthetic ? RichText(words.syntheticData) : nil, blocks: blocks,
            colophon: [RichText(words.madeBy(results.provenance.program))])
    }

    private func table(
        of entries: [ChecklistEntry], _ guideline: ReportingGuideline, _ words: any ChecklistVocabulary
    ) -> Table {
        let rows = entries.map { entry in
            var answer = RichText("")
            for (index, place) in entry.places.enumerated() {
                answer =
                    answer + RichText(index > 0 ? ", " : "") + RichText(runs: [.init(place.label, link: place.link)])
            }
            let rest = entry.words.joined(separator: " ")
            if !rest.isEmpty { answer = answer + RichText(entry.places.isEmpty ? rest : ". \(rest)") }
            return Table.Row(
                .block, head: Table.Cell(RichText(entry.item.number)),
                cells: [
                    Table.Cell(RichText(words.asked(entry.item))), Table.Cell(RichText(words.status(entry.status))),
                    Table.Cell(answer),
                ])
        }
        return Table(
            id: guideline.rawValue.lowercased(), caption: "",
            columns: words.heads.map { Table.Column(RichText($0), alignment: .leading) }, rows: rows)
    }
}
