/// Text as XML shows it, in an element or in an attribute in double quotes; characters that XML 1.0 forbids are gone.
func escapedForXML(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for character in cleaned(text).unicodeScalars {
        switch character {
        case "&": result.append(contentsOf: "&amp;".unicodeScalars)
        case "<": result.append(contentsOf: "&lt;".unicodeScalars)
        case ">": result.append(contentsOf: "&gt;".unicodeScalars)
        case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
        default: result.append(character)
        }
    }
    return String(result)
}

/// The first line of every XML file.
let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
