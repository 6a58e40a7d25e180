extension StudyLanguage {
    static let privacy = Section(
        "privacy", "What is published of few patients.",
        keys: [
            Key(
                "minimum_cell", .wholeNumber(2...1000), .required(example: "6"),
                "Counts from 1 to one less are withheld, with others from which they could be worked out; steps of curves "
                    + "cover at least as many events.")
        ])
}
