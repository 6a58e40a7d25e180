import CohortBuilding
import Results
import StudyFiles
import SurvivalStatistics

/// What figures draw over time beside the survival curves themselves.
extension SurvivalAnalysis {
    /// The cumulative hazard of each group; its interval is symmetric on the logarithmic scale, as that of survival is
    /// by default.
    func cumulativeHazards() -> [CumulativeHazard] {
        samples.map { nelsonAalen($0, transform: .log, level: conventions.level) }
    }

    /// Each group's survival less the reference group's over time.
    func differencesOverTime() -> [SurvivalDifferenceCurve] {
        let curves = samples.map {
            kaplanMeier($0, transform: conventions.survivalInterval, level: conventions.level)
        }
        let groups = grouped.groups.map(\.id)
        return groups.indices.filter { $0 != grouped.reference }.map { index in
            survivalDifferenceCurve(
                (groups[grouped.reference], curves[grouped.reference]), (groups[index], curves[index]),
                level: conventions.level)
        }
    }

    /// One sample for each group, with the same ties as ``samples``, in which the competing events are the events.
    var samplesOfCompetingEvents: [SurvivalSample] {
        let status = context.cohort.endpoints[endpoint.name.value]?.status
        let isCompeting = patients.map { status?[$0] == .competing }
        let sample = try? SurvivalSample(
            time: everyone.time, status: isCompeting.map { $0 ? .event : .censored }, entry: everyone.entry,
            weights: everyone.weights, unit: everyone.unit)
        // The same times made a sample before; only the events differ.
        return (sample ?? everyone).split(by: groupOfRecord.codes, into: grouped.groups.count)
    }
}
