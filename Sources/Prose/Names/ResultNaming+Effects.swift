import Results
import Templating

/// Effects in several populations: the adjusted hazard ratio of a row, `table.effect.Matched patients.adjusted.full`;
/// the others belong to the row's comparison. Where several groups are compared with the reference, the group's name
/// follows.
extension ResultNaming {
    private static let effectWords: Set<String> = ["reference", "caption", "kind"]

    func add(_ table: EffectTable, to place: inout TemplateContext, from pointer: String) {
        for (source, row) in located(table.rows, in: pointer + "/rows") where row.adjusted != nil {
            let comparison = results.survival.first { $0.id == row.comparison }
            let coefficients = (row.adjusted?.coefficients ?? []).enumerated().filter {
                $0.element.column.term == comparison?.grouping
            }
            var item = self.place(row.label, in: place, besides: Self.effectWords)
            item.add("label", .text(row.label), from: source + "/label")
            var adjusted = self.place("adjusted", in: item)
            for (index, coefficient) in coefficients {
                let part = coefficient.column.parts.first
                let labels = [part?.level, part?.reference].map { id in
                    comparison?.groups.first { $0.id == id }?.label ?? id ?? ""
                }
                var ratio = coefficients.count == 1 ? adjusted : self.place(part?.level ?? "", in: adjusted)
                add(
                    coefficient, labelled: (labels[0], labels[1]), to: &ratio,
                    from: "\(source)/adjusted/coefficients/\(index)")
                if coefficients.count == 1 { adjusted = ratio } else { adjusted.add(ratio) }
            }
            item.add(adjusted)
            place.insert(item)
        }
    }
}
