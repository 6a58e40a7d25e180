/// Text as XML shows it, in an element or in an attribute in double quotes; characters that XML 1.0 forbids are gone.
func escapedForXML(_ text: String) -> String { cleaned(text).escaped(by: markupReference) }

/// What stands in a text of XML or HTML for a byte that is markup in both.
func markupReference(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
}

/// The first line of every XML file.
let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
