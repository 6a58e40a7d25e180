import Results
import Styling
import Templating

/// How a group differs from the reference group: its hazard ratio (`pfs.RT+IO+T.hazard-ratio`), its restricted mean
/// (`pfs.RT+IO+T.restricted-mean.difference`), and the tests of all groups beside the log-rank test (`pfs.tests`).
extension ResultNaming {
    /// Adds the contrasts of one group; those of the reference group, and of all together, are absent.
    func addContrasts(
        of group: String?, in comparison: SurvivalComparison, to place: inout TemplateContext, from pointer: String
    ) {
        addHazardRatio(
            "hazard-ratio", of: group, by: comparison.hazardRatio, in: comparison, to: &place,
            from: pointer + "/hazardRatio")
        addHazardRatio(
            "robust-hazard-ratio", of: group, by: comparison.robustHazardRatio, in: comparison, to: &place,
            from: pointer + "/robustHazardRatio")
        addRestrictedMean(of: group, in: comparison, to: &place, from: pointer + "/restrictedMeans")
    }

    /// Adds what is said of all groups at once. Where there are two, the hazard ratio needs no group's name.
    func addContrasts(of comparison: SurvivalComparison, to place: inout TemplateContext, from pointer: String) {
        let other = comparison.groups.count == 2 ? comparedGroup(of: comparison) : nil
        for (segment, model, key) in [
            ("hazard-ratio", comparison.hazardRatio, "hazardRatio"),
            ("robust-hazard-ratio", comparison.robustHazardRatio, "robustHazardRatio"),
        ] {
            addHazardRatio(segment, of: other, by: model, in: comparison, to: &place, from: "\(pointer)/\(key)")
            if var ratio = place[segment] {
                add(model, to: &ratio, from: "\(pointer)/\(key)")
                place.add(ratio)
            }
        }
        addHazardRatios(
            of: comparison, to: &place, from: pointer + "/hazardRatio", listedFrom: pointer + "/groups")
        var tests = self.place("tests", in: place)
        func test(_ result: TestResult?, _ index: Int) -> TemplateContext {
            var item = self.place(String(index + 1), in: tests)
            add(result, to: &item, from: "\(pointer)/furtherTests/\(index)")
            return item
        }
        let items = comparison.furtherTests.enumerated().map { test($1, $0) }
        for item in items { tests.add(item) }
        tests.list(items, shapedLike: test(nil, 0), from: pointer + "/furtherTests")
        place.add(tests)
        // That the stratified test is stratified is said beside the hazard ratio.
        let further = zip(comparison.furtherTests, items).filter { $0.0.method != .stratifiedLogRank }.map(\.1)
        place.add("further-tests", listing: further, shapedLike: test(nil, 0), from: pointer + "/furtherTests")
        let horizon = comparison.restrictedMeans.map { number($0.horizon) } ?? .absent(reason: words.notStated)
        place.add("restricted-mean-horizon", horizon, from: pointer + "/restrictedMeans/horizon")
    }

    /// The hazard ratios of all groups but the reference, as a list.
    private func addHazardRatios(
        of comparison: SurvivalComparison, to place: inout TemplateContext, from pointer: String,
        listedFrom source: String
    ) {
        var list = self.place("hazard-ratios", in: place)
        let levels = (comparison.hazardRatio?.coefficients ?? []).compactMap { $0.column.parts.first?.level }
        for level in levels + ["?"] {
            addHazardRatio(level, of: level, by: comparison.hazardRatio, in: comparison, to: &list, from: pointer)
        }
        var ratios = self.place("hazard-ratios", in: place)
        for item in levels.compactMap({ list[$0] }) { ratios.add(item) }
        ratios.list(levels.compactMap { list[$0] }, shapedLike: list["?"], from: source)
        place.add(ratios)
    }

    /// The group that is compared with the reference, of two.
    private func comparedGroup(of comparison: SurvivalComparison) -> String? {
        comparison.hazardRatio?.coefficients.first?.column.parts.first?.level
    }

    private func addHazardRatio(
        _ segment: String, of group: String?, by model: CoxModelFit?, in comparison: SurvivalComparison,
        to place: inout TemplateContext, from pointer: String
    ) {
        var item = self.place(segment, in: place)
        let index = model?.coefficients.firstIndex { $0.column.parts.first?.level == group }
        if let group, let index, let coefficient = model?.coefficients[index] {
            let reference = coefficient.column.parts.first?.reference ?? ""
            add(
                coefficient, labelled: (label(of: group, in: comparison), label(of: reference, in: comparison)),
                to: &item, from: "\(pointer)/coefficients/\(index)")
        } else {
            add(nil as CoxCoefficient?, labelled: ("", ""), to: &item, from: pointer)
            item.set(.absent(reason: words.notCompared), from: pointer)
        }
        place.add(item)
    }

    private func label(of group: String, in comparison: SurvivalComparison) -> String {
        comparison.groups.first { $0.id == group }?.label ?? group
    }

    private func addRestrictedMean(
        of group: String?, in comparison: SurvivalComparison, to place: inout TemplateContext, from pointer: String
    ) {
        let means = comparison.restrictedMeans
        let unit = words.unit(results.endpoints.first { $0.id == comparison.endpoint }?.unit ?? .months)
        var item = self.place("restricted-mean", in: place)
        let index = means?.groups.firstIndex { $0.group == group }
        add(
            index.flatMap { means?.groups[$0].mean }, as: .time(unit), to: &item,
            from: "\(pointer)/groups/\(index ?? 0)/mean")
        for (segment, contrasts, scale) in [
            ("difference", means?.differences, Scale.time(unit)), ("ratio", means?.ratios, Scale.ratio),
        ] {
            var contrast = self.place(segment, in: item)
            let index = contrasts?.firstIndex { $0.group == group }
            add(
                index.flatMap { contrasts?[$0].contrast }, as: scale, to: &contrast,
                from: "\(pointer)/\(segment)s/\(index ?? 0)/contrast")
            item.add(contrast)
        }
        place.add(item)
    }

    /// A group's rate at a landmark less the reference group's.
    func addDifference(
        of group: String, at time: Double, among differences: [LandmarkDifference], to rate: inout TemplateContext,
        from pointer: String
    ) {
        var item = place("difference", in: rate)
        let index = differences.firstIndex { $0.time == time && $0.comparison.group == group }
        add(
            index.map { differences[$0].comparison.contrast }, as: .percent, to: &item,
            from: "\(pointer)/rateDifferences/\(index ?? 0)/comparison/contrast")
        rate.add(item)
    }
}
