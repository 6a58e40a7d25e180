/// The report as a page that needs nothing else.
extension AuditReport {
    /// The page's HTML.
    public var html: String {
        let items = findings.map(item).joined(separator: "\n")
        let body = findings.isEmpty ? "<p>Nothing was found that does not fit.</p>" : "<ol>\n\(items)\n</ol>"
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Audit of \(escaped(file))</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <header>
            <h1>Audit of \(escaped(file))</h1>
            <p class="summary">\(escaped(summary))</p>
            <p class="soft">\(escaped(coverageText)). Rounding is respected: a number stands for every value that is printed like it.</p>
            </header>
            <main>
            \(body)
            </main>
            <footer class="soft">Made by \(escaped(program)).</footer>
            </body>
            </html>

            """
    }

    private func item(_ finding: Finding) -> String {
        """
        <li class="\(finding.certainty.rawValue)">
        <p class="place"><span class="badge">\(finding.certainty.words)</span> \(escaped(finding.place.description)) <code>\(finding.rule.rawValue)</code></p>
        <blockquote>\(escaped(finding.printed))</blockquote>
        <p><b>Expected:</b> \(escaped(finding.expected)).</p>
        <p class="soft"><b>Would settle it:</b> \(escaped(finding.settle)).</p>
        </li>
        """
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default:
                // Control characters have no place in HTML.
                if scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    private static let style = """

        :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a; --rule: #d3d8de;
          --contradiction: #b42318; --suspicious: #8a5a00; --cannot-tell: #57606a; }
        @media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #e4e7ea; --soft: #a3acb5; --rule: #353c44;
          --contradiction: #ff9b8f; --suspicious: #f0c56b; --cannot-tell: #a3acb5; } }
        body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 52rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.55 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
          overflow-wrap: break-word; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
        p { margin: 0 0 .35rem; }
        .summary { font-weight: 650; }
        .soft { color: var(--soft); font-size: .9375rem; }
        ol { padding: 0; margin: 2rem 0 0; list-style: none; counter-reset: finding; }
        li { counter-increment: finding; padding: 1rem 0 .8rem 1rem; border-top: 1px solid var(--rule);
          border-left: 4px solid transparent; break-inside: avoid; }
        li.contradiction { border-left-color: var(--contradiction); }
        li.suspicious { border-left-color: var(--suspicious); }
        .badge { font-weight: 650; } .contradiction .badge { color: var(--contradiction); }
        .suspicious .badge { color: var(--suspicious); } .cannot-tell .badge { color: var(--cannot-tell); }
        .badge::before { content: counter(finding) ". "; }
        .place code { color: var(--soft); font-size: .8125rem; margin-left: .4rem; }
        blockquote { margin: .4rem 0 .6rem; padding: .45rem .8rem; background: color-mix(in srgb, var(--ink) 6%, transparent); }
        footer { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: .8rem; }

        """
}
