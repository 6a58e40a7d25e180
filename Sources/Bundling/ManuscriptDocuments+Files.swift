internal import Documents
internal import Results
internal import Tables

extension ManuscriptDocuments {
    typealias FileMaking = ManuscriptBundle.FileMaking

    /// How the files of a format are made.
    func files(as format: DocumentFormat) -> [FileMaking] {
        switch format {
        case .markdown: markdown
        case .html: html
        // Those with figures are put together when all pictures are drawn.
        case .docx: wordTables
        case .latex: latex
        case .csv: csv
        case .xlsx: xlsx
        }
    }

    private var markdown: [FileMaking] {
        let document = whole
        return [FileMaking { BundleFile(path: "manuscript.md", text: MarkdownWriter().text(document)) }]
            + tables.map { table in
                FileMaking { BundleFile(path: "tables/\(table.id).md", text: MarkdownWriter().text(table)) }
            }
    }

    /// The text with its tables and figures as one page.
    var report: BundleFile { Self.report(whole) }

    private static func report(_ document: Document) -> BundleFile {
        BundleFile(path: "report.html", bytes: HTMLWriter().file(document))
    }

    private var html: [FileMaking] {
        let (document, language) = (whole, bundle.results.study.language)
        // It holds everything, at one go: it is begun among the first.
        return [
            FileMaking(cost: .infinity) { Self.report(document) }
        ]
            + tables.map { table in
                FileMaking {
                    BundleFile(path: "tables/\(table.id).html", bytes: HTMLWriter().file(table, language: language))
                }
            }
    }

    private var latex: [FileMaking] {
        let document = whole
        return [FileMaking { BundleFile(path: "manuscript.tex", text: LaTeXWriter().text(document)) }]
            + tables.map { table in
                FileMaking { BundleFile(path: "tables/\(table.id).tex", text: LaTeXWriter().text(table)) }
            }
    }

    private var csv: [FileMaking] {
        tables.map { table in FileMaking { BundleFile(path: "tables/\(table.id).csv", text: CSVWriter().text(table)) }
        }
    }

    private var xlsx: [FileMaking] {
        guard !tables.isEmpty else { return [] }
        let (document, study, date) = (whole, bundle.results.study, date)
        return [
            FileMaking {
                let file = XLSXWriter(date: date).file(document, title: study.title)
                return BundleFile(path: "tables.xlsx", bytes: file)
            }
        ]
    }

    /// How the Word files that have figures are written, without these: the manuscript and the supplement.
    var wordDrafts: [FileMaking] {
        let manuscript = draft(
            manuscript, named: "manuscript", options(numbersLines: bundle.results.manuscript.numbersLines))
        let supplement = supplement.map { draft($0, named: "supplement", options(startsPages: true)) }
        return [manuscript] + [supplement].compactMap(\.self)
    }

    private func draft(_ document: Document, named name: String, _ options: WordOptions) -> FileMaking {
        let figures = Set(bundle.figures.map(\.id))
        // They are among what takes longest.
        return FileMaking(parts: .infinity) {
            let draft = WordWriter(options).draft(document, picturing: figures)
            return ManuscriptBundle.Made(word: WordParts(drafts: [(name, draft)]))
        }
    }

    /// How the tables of the text are made for journals that want them apart.
    private var wordTables: [FileMaking] {
        [tablesAlone].compactMap(\.self).map { word($0, named: "tables", startsPages: true) }
    }

    /// How a Word file without pictures is made.
    func word(_ document: Document, named name: String, startsPages: Bool = false) -> FileMaking {
        let options = options(startsPages: startsPages)
        return FileMaking {
            BundleFile(path: "\(name).docx", bytes: WordWriter(options).file(document, pictures: [:]))
        }
    }

    private func options(numbersLines: Bool = false, startsPages: Bool = false) -> WordOptions {
        WordOptions(reference: bundle.reference, numbersLines: numbersLines, startsPages: startsPages, date: date)
    }

    /// The day that stands as the date of files: the study's cut-off, or any fixed day, so that the bytes stay equal.
    private var date: String { bundle.results.study.cutoff ?? "2000-01-01" }
}
