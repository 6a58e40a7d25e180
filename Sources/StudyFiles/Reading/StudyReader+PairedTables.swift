import Diagnostics
import Results

extension StudyReader {
    func pairedPlan(from fields: Fields) -> PairedPlan? {
        let pairs = fields.sections("pairs").compactMap(pair)
        if fields.isNone("by"), fields.gives("total"), !fields.truth("total") {
            report(
                Diagnostic(
                    .conflictingKeys, at: fields.place(of: "total"),
                    "'total: false' leaves no patients beside 'by: none'",
                    notes: [.init("'by' is given here", at: fields.place(of: "by"))],
                    help: ["delete one or the other"]))
        }
        let rule = fields.choice("test", as: PairedTable.TestRule.self)
        if fields.gives("exact_below"), rule != .exactOrCorrected {
            report(
                Diagnostic(
                    .conflictingKeys, at: fields.place(of: "exact_below"),
                    "'exact_below' is of 'test: exact-or-corrected', and this table has 'test: \(rule.rawValue)'",
                    notes: [.init("'test' is given here", at: fields.place(of: "test"))],
                    help: ["delete one or the other"]))
        }
        guard !pairs.isEmpty else { return nil }
        return PairedPlan(
            pairs: pairs, names: fields.texts("measurements").map(\.value), rule: rule,
            exactBelow: fields.defaultedWholeNumber("exact_below"), by: fields.text("by"),
            isUndivided: fields.isNone("by"), population: fields.text("population"),
            showsTotal: fields.truth("total"), showsPValue: fields.truth("p"),
            showsDifferences: fields.truth("difference"))
    }

    private func pair(from fields: Fields) -> PairedPlan.Pair? {
        guard let before = fields.text("before"), let after = fields.text("after") else { return nil }
        guard before.value != after.value else {
            report(
                Diagnostic(
                    .conflictingKeys, at: after.location, "'\(after.value)' can't be before and after",
                    notes: [.init("it is 'before' here", at: before.location)],
                    help: ["name the variable of the second measurement"]))
            return nil
        }
        return PairedPlan.Pair(
            before: before, after: after, label: fields.text("label")?.value, event: fields.texts("event"))
    }
}
