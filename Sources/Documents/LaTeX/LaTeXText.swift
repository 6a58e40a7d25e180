import Tables

/// Text as LaTeX prints it, whatever it holds: no character starts a command, and those that only some engines or
/// encodings have are written as commands.
func escapedForLaTeX(_ text: String) -> String {
    var result = ""
    var last: Unicode.Scalar?
    for character in cleaned(text).unicodeScalars {
        defer { last = character }
        if let command = laTeXCommands[character] {
            result += command
        } else if character == "-", last == "-" {
            // Two hyphens would become a dash.
            result += "{}-"
        } else {
            result.unicodeScalars.append(character)
        }
    }
    return result
}

extension RichText {
    /// The text as LaTeX. `labels` has the words before the number, and the name for `\ref`, of what can be referred to.
    func latex(labels: [Reference: (words: String, name: String)] = [:]) -> String {
        runs.map { run in
            if let reference = run.reference, let target = labels[reference], run.text.hasPrefix(target.words) {
                let rest = run.text.dropFirst(target.words.count).drop { $0 == " " || $0.isNumber }
                return "\(escapedForLaTeX(target.words))~\\ref{\(target.name)}\(escapedForLaTeX(String(rest)))"
            }
            let commands = Self.laTeXStyles.filter { run.styles.contains($0.style) }.map(\.command)
            return commands.reduce(escapedForLaTeX(bound(run.text))) { "\\\($1){\($0)}" }
        }.joined()
    }

    private static let laTeXStyles: [(style: Styles, command: String)] = [
        (.superscript, "textsuperscript"), (.subscript, "textsubscript"), (.italic, "textit"), (.bold, "textbf"),
    ]
}

/// The characters of a text that pdfLaTeX has no letter for: XeLaTeX and LuaLaTeX take them from a font.
func charactersBeyondPDFLaTeX(_ text: String) -> Set<Unicode.Scalar> {
    Set(
        text.unicodeScalars.filter { scalar in
            guard scalar.value > 0x17F, laTeXCommands[scalar] == nil else { return false }
            return !"–—‘’“”„‚†‡•…‰€™".unicodeScalars.contains(scalar)
        })
}

private let laTeXCommands: [Unicode.Scalar: String] = {
    var commands: [Unicode.Scalar: String] = [
        "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_",
        "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "\\textless{}", ">": "\\textgreater{}",
        "|": "\\textbar{}", "\"": "\\textquotedbl{}", "`": "\\textasciigrave{}",
        // At the beginning of a row these would belong to the end of the row before.
        "[": "{[}", "]": "{]}", "*": "{*}",
        "\u{A0}": "~", "\u{2009}": "\\,", "\u{202F}": "\\,", "\u{2003}": "\\quad{}", "\u{AD}": "\\-",
        "−": "$-$", "×": "$\\times$", "±": "$\\pm$", "≤": "$\\leq$", "≥": "$\\geq$", "≠": "$\\neq$", "≈": "$\\approx$",
        "∞": "$\\infty$", "→": "$\\rightarrow$", "√": "$\\surd$", "·": "\\textperiodcentered{}", "°": "\\textdegree{}",
        "µ": "\\textmu{}", "¬": "$\\neg$", "÷": "$\\div$", "¹": "\\textsuperscript{1}", "²": "\\textsuperscript{2}",
        "³": "\\textsuperscript{3}",
    ]
    for (index, character) in "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.enumerated() {
        commands[character] = "\\textsuperscript{\(index)}"
    }
    for (index, character) in "₀₁₂₃₄₅₆₇₈₉".unicodeScalars.enumerated() {
        commands[character] = "\\textsubscript{\(index)}"
    }
    let greek = [
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
        "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma",
        "τ": "tau", "υ": "upsilon", "φ": "varphi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta",
        "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
    ]
    for (letter, name) in greek { commands[letter.unicodeScalars.first ?? "?"] = "$\\\(name)$" }
    return commands
}()
