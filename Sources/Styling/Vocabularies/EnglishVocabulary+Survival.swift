import Results

/// The words of tables of survival and of cumulative incidence.
extension EnglishVocabulary {
    var outcome: String { "Outcome" }
    var patients: String { "Patients" }
    var events: String { "Events, n (%)" }
    var competingEvents: String { "Competing events, n (%)" }

    func survival(at time: String, unit: TimeUnit, interval: String) -> String {
        "Survival at \(length(time, unit)), % (\(interval))"
    }

    func incidence(at time: String, unit: TimeUnit, interval: String) -> String {
        "Cumulative incidence at \(length(time, unit)), % (\(interval))"
    }

    func restrictedMean(to horizon: String, unit: TimeUnit, interval: String) -> String {
        "Mean up to \(length(horizon, unit)), \(self.unit(unit)) (\(interval))"
    }

    func hazardRatio(interval: String) -> String { "Hazard ratio (\(interval))" }

    func stratified(by strata: [String]) -> String {
        "Hazard ratio stratified by \(list(strata))."
    }

    func restrictedMeanRatio(interval: String) -> String { "Ratio of means (\(interval))" }

    func subdistributionRatio(interval: String) -> String { "Subdistribution hazard ratio (\(interval))" }

    func causeSpecificRatio(interval: String) -> String { "Cause-specific hazard ratio (\(interval))" }

    func testRow(_ method: TestResult.Method) -> String {
        let name = test(method)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    var reference: String { "Reference" }

    func differenceHead(interval: String) -> String { "Difference (\(interval))" }

    var differencesInPoints: String { "Differences of percentages are in percentage points." }

    func estimateTest(letter: String) -> String {
        "\(letter) values of rows that name no test: Wald test."
    }

    func beyondLastObservation(isCarriedForward: Bool) -> String {
        isCarriedForward
            ? "The group's last observation is earlier; its last value is carried forward."
            : "Not estimable: the group's last observation is earlier."
    }

    func equalCall(_ call: String) -> String { "In R: \(call)." }

    /// `1 month`, `6 months`.
    private func length(_ time: String, _ unit: TimeUnit) -> String {
        "\(time) \(time == "1" ? String(self.unit(unit).dropLast()) : self.unit(unit))"
    }
}
