import Foundation
import StudyFiles
import TestSupport

/// The liver-cancer study of the repository, its plan made in code and its data read from `studies/hcc/data`.
func liverCancerStudy() throws -> StudyFixture {
    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(repositoryRoot)/studies/hcc/data/\(name).csv")))
    }
    var fixture = StudyFixture(bytes: try bytes("patients"))
    fixture.link("adverse_events", "")
    fixture.link("screening", "", patient: nil, key: "screening_id")
    fixture.files["adverse_events.csv"] = try bytes("adverse_events")
    fixture.files["screening.csv"] = try bytes("screening")
    fixture.study.cutoff = day(StudyFixture.at("2025-04-30"))
    fixture.study.arms = ArmDeclaration(
        column: StudyFixture.at("arm"), order: ["IO+T", "RT+IO+T"].map(StudyFixture.at),
        reference: StudyFixture.at("IO+T"))
    fixture.declare("age")
    fixture.declare("age_group", .cut(of: StudyFixture.at("age"), at: [60]))
    fixture.declare("sex", levels: ["Female", "Male"])
    fixture.declare("ecog_group", .cut(of: StudyFixture.at("ecog"), at: [1]), levels: ["0", "1–2"])
    fixture.declare("prior_locoregional", levels: ["No", "TACE", "HAIC"])
    fixture.declare("rt_sites", separator: ";")
    let dose = name("rt_total_dose_gy")
    let perFraction = Expression.binary(.divide, dose, name("rt_fractions"))
    fixture.declare(
        "bed10",
        .formula(
            .binary(.multiply, dose, .binary(.add, number(1), .binary(.divide, perFraction, number(10))))))
    fixture.study.endpoints = [
        .dates(
            "pfs", start: "treatment_start", events: ["progression_date", "death_date"],
            censoring: "last_contact_date"),
        .dates("os", start: "treatment_start", events: ["death_date"], censoring: "last_contact_date"),
    ]
    fixture.study.tables = [
        .baseline("baseline", rows: ["age_group", "bclc", "tumor_diameter_cm"].map(StudyFixture.at))
    ]
    fixture.population("rt", .binary(.equal, name("arm"), text("RT+IO+T")))
    fixture.population(
        "early", .binary(.less, name("treatment_start"), text("2022-01-01")))
    return fixture
}
