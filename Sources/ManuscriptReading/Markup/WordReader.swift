/// Reads a Word file.
func readWord(_ bytes: [UInt8]) throws(ManuscriptReadingError) -> Manuscript {
    throw .unsupported("a Word file; save it as HTML or text first")
}
