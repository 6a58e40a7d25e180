extension StudyReader {
    /// The least count that is published; nil where every one is.
    func minimumCell(from fields: Fields) -> Located<Int>? {
        guard let section = fields.section("privacy"), let minimum = section.wholeNumber("minimum_cell") else {
            return nil
        }
        return Located(minimum, at: section.location)
    }
}
