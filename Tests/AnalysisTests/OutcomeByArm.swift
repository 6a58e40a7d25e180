/// 50 patients of two arms at two sites, some of whom respond.
///
/// | site | arm | responders | others |
/// |------|-----|------------|--------|
/// | x    | A   | 5          | 7      |
/// | y    | A   | 9          | 5      |
/// | x    | B   | 2          | 11     |
/// | y    | B   | 5          | 6      |
enum OutcomeByArm {
    static let yaml = """
        arms: { column: arm, order: [A, B], reference: A }
        variables:
          response: { levels: [PR, PD] }
          site: { levels: [x, y] }
          age: {}

        """

    static let patients: String = {
        var lines = ["id,arm,site,response,age"]
        for (arm, site, responders, others) in [
            ("A", "x", 5, 7), ("A", "y", 9, 5), ("B", "x", 2, 11), ("B", "y", 5, 6),
        ] {
            for index in 0..<(responders + others) {
                let response = index < responders ? "PR" : "PD"
                lines.append("\(lines.count),\(arm),\(site),\(response),\(40 + lines.count * 7 % 31)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }()
}
