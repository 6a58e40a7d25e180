/// The words of a comparison with published values in English.
struct EnglishReproduction: ReproductionVocabulary {
    let title = "Reproduction of the published values"
    let columns = ["Item", "Published", "Here", "Agreement", "Remark"]
    let differences = "What is off, and why"
    let remarks = "Where the publication contradicts itself"
    let values = "All values"
    let part = "Part"
    let total = "Values"
    let unexplained = "Not explained."
    let rule = """
        Results are rounded to the decimals that were printed. Exact: every printed digit is equal. Close: a ratio \
        within 5% on the log scale (15% below 0.2) and its limits within 10% of what the printed digits stand for; a \
        p-value within 0.005 or a tenth of it; a time within half a unit; an estimated percentage within 2 points. Counts \
        are exact or off.
        """
    let exact = "exact"
    let close = "close"
    let off = "off"
    let withheld = "withheld"
    let withheldRule =
        "Withheld: the result is not given, because it would tell of few patients; nothing is said of its agreement."

    func summary(total: String, exact: String, close: String, off: String, withheld: String?) -> String {
        "Of \(total) published values, \(exact) \(exact == "1" ? "is" : "are") reproduced exactly, \(close) closely, "
            + "and \(off) \(off == "1" ? "is" : "are") off"
            + (withheld.map { "; \($0) \($0 == "1" ? "is" : "are") withheld." } ?? ".")
    }

    func difference(part: String, item: String, printed: String, ours: String, note: String?) -> String {
        "\(part), \(item): published \(printed), here \(ours). \(note ?? unexplained)"
    }
}
