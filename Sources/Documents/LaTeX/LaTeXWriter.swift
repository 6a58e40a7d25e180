import Styling
public import Tables

/// Writes documents and tables as LaTeX that pdfLaTeX, XeLaTeX and LuaLaTeX compile.
public struct LaTeXWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// The document as a file of its own. Figures are links to their files.
    public func text(_ document: Document) -> String {
        let blocks = document.numberedBlocks
        let labels = Self.labels(blocks)
        var isInSupplement = false
        var body = [
            "\\title{\(document.title.latex())}", "\\author{}", "\\date{}", "\\begin{document}", "\\maketitle",
        ]
        if let notice = document.notice { body.append("\\begin{center}\\fbox{\(notice.latex())}\\end{center}") }
        for block in blocks {
            if !isInSupplement, Self.isSupplementary(block) {
                isInSupplement = true
                body.append(Self.names(document.words.supplementaryTable, document.words.supplementaryFigure, "S"))
            }
            body.append(Self.latex(block, labels: labels))
        }
        if !document.colophon.isEmpty { body.append("\\bigskip\\noindent\\rule{3cm}{0.4pt}") }
        body += document.colophon.map { "\\par\\noindent{\\footnotesize \($0.latex())}" }
        body.append("\\end{document}")
        let text = body.joined(separator: "\n\n") + "\n"
        let names = Self.names(document.words.table, document.words.figure, "")
        return Self.preamble(for: text) + names + "\n\n" + text
    }

    /// A table alone, to be put into a document with `\input`.
    public func text(_ table: Table) -> String {
        let latex = LaTeXTable(table, name: "tab:\(table.id)").latex
        return "% Needs \\usepackage{array,longtable,booktabs,pdflscape,textcomp} and the T1 encoding.\n\(latex)\n"
    }

    private static func latex(
        _ numbered: NumberedBlock, labels: [RichText.Reference: (words: String, name: String)]
    ) -> String {
        switch numbered.block {
        case .heading(let level, let text):
            let command = ["section", "subsection", "subsubsection", "paragraph"][min(max(level, 1), 4) - 1]
            return "\\\(command)*{\(text.latex(labels: labels))}"
        case .paragraph(let text): return text.latex(labels: labels)
        case .list(let items, let isOrdered):
            let environment = isOrdered ? "enumerate" : "itemize"
            let lines = items.map { "\\item \($0.latex(labels: labels))" }
            return (["\\begin{\(environment)}"] + lines + ["\\end{\(environment)}"]).joined(separator: "\n")
        case .table(let table):
            return LaTeXTable(table, name: name(of: numbered)).latex
        case .figure(let figure): return latex(figure, name: name(of: numbered))
        }
    }

    /// A figure at its size on paper; one that is wider than the text reaches into both margins.
    private static func latex(_ figure: Figure, name: String) -> String {
        // Without an ending the engine takes the form that it can read best of those that are there.
        let path = figure.path.lastIndex(of: ".").map { String(figure.path[..<$0]) } ?? figure.path
        let isPlain = path.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }
        let picture = isPlain ? "\\includegraphics{\(path)}" : escapedForLaTeX(figure.alternativeText)
        return """
            \\begin{figure}[htbp]
            \\centering
            \\makebox[\\textwidth][c]{\(picture)}
            \\caption{\(figure.caption.latex())}\\label{\(name)}
            \\end{figure}
            """
    }

    // MARK: Numbers

    private static func labels(_ blocks: [NumberedBlock]) -> [RichText.Reference: (words: String, name: String)] {
        var labels: [RichText.Reference: (words: String, name: String)] = [:]
        for block in blocks {
            guard let reference = block.reference, let label = block.label, labels[reference] == nil else { continue }
            let words = String(label.reversed().drop(while: \.isNumber).drop { $0 == " " }.reversed())
            labels[reference] = (words, name(of: block))
        }
        return labels
    }

    private static func name(of block: NumberedBlock) -> String {
        (block.anchor ?? "item").replacing("table-", with: "tab:", maxReplacements: 1)
            .replacing("figure-", with: "fig:", maxReplacements: 1)
    }

    private static func isSupplementary(_ block: NumberedBlock) -> Bool {
        switch block.block {
        case .table(let table): table.isSupplementary
        case .figure(let figure): figure.isSupplementary
        case .heading, .paragraph, .list: false
        }
    }

    /// What tables and figures are called from here on, where their numbers begin anew.
    private static func names(_ table: String, _ figure: String, _ prefix: String) -> String {
        """
        \\renewcommand{\\tablename}{\(escapedForLaTeX(table))}\\setcounter{table}{0}\
        \\renewcommand{\\theHtable}{\(prefix)\\arabic{table}}
        \\renewcommand{\\figurename}{\(escapedForLaTeX(figure))}\\setcounter{figure}{0}\
        \\renewcommand{\\theHfigure}{\(prefix)\\arabic{figure}}
        """
    }

    // MARK: Preamble

    /// The packages; characters that pdfLaTeX has no letter for are declared, so that it prints their codes instead of
    /// stopping.
    private static func preamble(for text: String) -> String {
        let rare = charactersBeyondPDFLaTeX(text).sorted { $0.value < $1.value }
        let declared = rare.map { scalar in
            let code = String(scalar.value, radix: 16, uppercase: true)
            return
                "  \\DeclareUnicodeCharacter{\(String(repeating: "0", count: max(0, 4 - code.count)) + code)}{[U+\(code)]}\n"
        }
        let hasIdeographs = rare.contains { (0x2E80...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
        let ideographs =
            hasIdeographs
            ? "  \\usepackage{xeCJK}\n  \\IfFontExistsTF{Noto Serif CJK SC}{\\setCJKmainfont{Noto Serif CJK SC}}{}\n"
            : ""
        let advice = rare.isEmpty ? "" : "% Compile with xelatex or lualatex: pdflatex lacks some of the letters.\n"
        return """
            \(advice)\\documentclass[11pt,a4paper]{article}
            \\usepackage{iftex}
            \\ifPDFTeX
              \\usepackage[T1]{fontenc}
              \\usepackage[utf8]{inputenc}
            \(declared.joined())\\else
              \\usepackage{fontspec}
            \(ideographs)\\fi
            \\usepackage{textcomp}
            \\usepackage[margin=2.54cm]{geometry}
            \\usepackage{array,longtable,booktabs,pdflscape,graphicx}
            \\usepackage[labelfont=bf,labelsep=period,justification=raggedright,singlelinecheck=false]{caption}
            \\usepackage[hidelinks]{hyperref}

            """
    }
}
