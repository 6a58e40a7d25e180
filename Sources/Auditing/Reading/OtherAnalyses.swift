internal import ManuscriptReading

extension Paper {
    /// Headings of analyses of other groups or other patients than the main comparison.
    private static let otherAnalysis = Pattern(
        #"\bby\s+(?!(?:the\s+)?(?:study\s+|treatment\s+)?(?:treatments?|arms?|therapy|regimens?|groups?)\s*$)|\bweight|\bmatch(?:ed|ing)\b|\bPSM\b|\bIPTW\b|subgroup|sensitivity|landmark"#
    )

    /// The heading above a sentence where it names another analysis than the main one, such as `Overall survival by stage`;
    /// otherwise empty. Numbers of two analyses are no two prints of one result.
    func analysis(of sentence: Sentence) -> String {
        let heading = passage(of: sentence).heading
        return Self.otherAnalysis.matches(ManuscriptText(heading).plain) ? heading.lowercased() : ""
    }
}
