import Tables

/// Text as LaTeX prints it, whatever it holds: no character starts a command, and those that only some engines or
/// encodings have are written as commands.
func escapedForLaTeX(_ text: String) -> String {
    let (text, commands) = (cleaned(text), asciiCommands)
    // Most texts hold nothing that needs it.
    let needsNothing = text.withBytes { bytes in
        bytes.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "-") && commands[Int($0)] == nil }
    }
    guard !needsNothing else { return text }
    var result = TextBuffer()
    var last: Unicode.Scalar?
    for character in text.unicodeScalars {
        if let command = character.isASCII ? commands[Int(character.value)] : laTeXCommands[character] {
            result += command
        } else {
            // Two hyphens would become a dash.
            if character == "-", last == "-" { result += "{}" }
            result.add(character)
        }
        last = character
    }
    return result.string
}

extension RichText {
    /// The text as LaTeX. `labels` has the words before the number, and the name for `\ref`, of what can be referred to.
    func latex(labels: [Reference: (words: String, name: String)] = [:]) -> String {
        runs.reduce(into: "") { latex, run in
            if let reference = run.reference, let target = labels[reference], run.text.hasPrefix(target.words) {
                let rest = run.text.dropFirst(target.words.count).drop { $0 == " " || $0.isNumber }
                latex += "\(escapedForLaTeX(target.words))~\\ref{\(target.name)}\(escapedForLaTeX(String(rest)))"
            } else {
                var text = escapedForLaTeX(bound(run.text))
                for (style, command) in Self.laTeXStyles where run.styles.contains(style) {
                    text = "\\\(command){\(text)}"
                }
                latex += text
            }
        }
    }

    private static let laTeXStyles: [(style: Styles, command: String)] = [
        (.superscript, "textsuperscript"), (.subscript, "textsubscript"), (.italic, "textit"), (.bold, "textbf"),
    ]
}

/// The characters of a text that pdfLaTeX has no letter for: XeLaTeX and LuaLaTeX take them from a font.
func charactersBeyondPDFLaTeX(_ text: String) -> Set<Unicode.Scalar> {
    text.unicodeScalars.reduce(into: []) { rare, scalar in
        guard scalar.value > 0x17F, laTeXCommands[scalar] == nil else { return }
        if !"–—‘’“”„‚†‡•…‰€™".unicodeScalars.contains(scalar) { rare.insert(scalar) }
    }
}

/// The commands of the characters of one byte, by the byte.
private let asciiCommands = (0..<0x80).map { laTeXCommands[Unicode.Scalar(UInt8($0))] }

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
