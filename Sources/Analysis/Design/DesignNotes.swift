import CohortBuilding
public import Diagnostics
public import Results
public import StudyFiles

/// What a reviewer will ask about a study's design, with the places of the study file that it is about.
///
/// - Parameters:
///   - study: The plan.
///   - cohort: The patients.
///   - tables: The tables that were made.
///   - figures: The figures that were made.
///   - label: What a variable is called.
/// - Returns: The remarks, in the order of the study file.
func designNotes(
    of study: Study, cohort: Cohort, tables: [TableResult], figures: [FigureResult] = [], label: (String) -> String
) -> [DesignNote] {
    timeNotes(of: study, cohort: cohort) + groupNotes(of: study, label: label)
        + variableNotes(of: study) + modelNotes(of: tables, endpoints: study.endpoints)
        + modelNotes(of: figures, endpoints: study.endpoints)
}

/// Where in a study file a remark's subject is declared.
public func location(of note: DesignNote, in study: Study) -> SourceLocation? {
    switch note.kind {
    case .missingCutoff, .differentTimeZero: study.endpoints.first?.name.location
    case .treatmentAfterTimeZero, .deathNotAnEvent:
        study.endpoints.first { $0.name.value == note.subject }?.name.location
    case .groupsAfterTimeZero: study.figures.first { $0.name.value == note.subject }?.name.location
    case .dichotomised: study.variables.first { $0.name.value == note.subject }?.name.location
    case .fewEventsPerVariable, .selectedByPValue:
        (study.tables.map(\.name) + study.figures.map(\.name)).first { $0.value == note.subject }?.location
    }
}

// MARK: Time

private func timeNotes(of study: Study, cohort: Cohort) -> [DesignNote] {
    var notes: [DesignNote] = []
    var starts: [String] = []
    for endpoint in study.endpoints {
        guard case .dates(let start, let events, _, _) = endpoint.source else { continue }
        if !starts.contains(start.value) { starts.append(start.value) }
        if isSurvivalWithoutEvent(endpoint), !events.contains(where: { isDeath($0.value) }) {
            notes.append(
                DesignNote(
                    .deathNotAnEvent, about: endpoint.name.value, label: endpoint.label, items: events.map(\.value)))
        }
        for late in cohort.report.lateTreatments where late.timeZero == start.value {
            notes.append(
                DesignNote(
                    .treatmentAfterTimeZero, about: endpoint.name.value, label: endpoint.label,
                    items: [late.column, late.timeZero], value: Double(late.patients)))
        }
    }
    if starts.count > 1 {
        notes.insert(DesignNote(.differentTimeZero, about: "endpoints", label: "", items: starts), at: 0)
    }
    if !starts.isEmpty, study.cutoff == nil, study.endpoints.allSatisfy({ $0.cutoff == nil }) {
        notes.insert(DesignNote(.missingCutoff, about: "study", label: study.description.title), at: 0)
    }
    return notes
}

/// Whether an endpoint's name says that it ends with progression, relapse or another event, or else with death.
private func isSurvivalWithoutEvent(_ endpoint: Endpoint) -> Bool {
    let names = [endpoint.name.value, endpoint.label, endpoint.short].map { $0.lowercased() }
    let abbreviations: Set<String> = ["pfs", "dfs", "rfs", "efs", "mfs", "lpfs"]
    return names.contains { name in
        abbreviations.contains(name) || name.contains("-free survival") || name.contains("free survival")
            || name.contains("无进展生存") || name.contains("无病生存") || name.contains("无复发生存")
    }
}

private func isDeath(_ column: String) -> Bool {
    let name = column.lowercased()
    return ["death", "dead", "died", "dod", "deceased", "死亡"].contains { name.contains($0) }
}

// MARK: Groups

/// Figures that compare survival between levels of what a table of responses, or of second measurements, reports: it is known
/// only later.
private func groupNotes(of study: Study, label: (String) -> String) -> [DesignNote] {
    let responses = Set(
        study.tables.flatMap { table -> [String] in
            switch table.kind {
            case .response(let plan): [plan.variable.value]
            case .paired(let plan): plan.pairs.map(\.after.value)
            default: []
            }
        })
    return study.figures.compactMap { figure in
        let groupings: [String]
        switch figure.kind {
        case .kaplanMeier(let plan): groupings = (plan.panels.map(\.by) + [plan.by]).compactMap { $0?.value }
        case .predictedSurvival(let plan): groupings = (plan.covariates + plan.strata).map(\.value)
        default: return nil
        }
        guard
            let grouping = groupings.first(where: {
                responses.contains($0) || responses.contains(source(of: $0, in: study))
            })
        else {
            return nil
        }
        return DesignNote(
            .groupsAfterTimeZero, about: figure.name.value, label: figure.caption, items: [label(grouping)])
    }
}

/// The variable or column that a variable's groups are made of.
private func source(of name: String, in study: Study) -> String {
    guard let variable = study.variables.first(where: { $0.name.value == name }) else { return name }
    switch variable.source {
    case .groups(let of, _), .cut(let of, _): return of.value
    case .column, .cases, .formula, .checkboxes: return name
    }
}

// MARK: Variables and models

private func variableNotes(of study: Study) -> [DesignNote] {
    study.variables.compactMap { variable in
        guard case .cut(let source, let points) = variable.source else { return nil }
        return DesignNote(
            .dichotomised, about: variable.name.value, label: variable.label, items: [source.value], value: points.first
        )
    }
}

private func modelNotes(of tables: [TableResult], endpoints: [Endpoint]) -> [DesignNote] {
    tables.flatMap { table -> [DesignNote] in
        switch table.content {
        case .cox(let content):
            let few = content.endpoints.map { models in
                let short = endpoints.first { $0.name.value == models.endpoint }?.short ?? models.endpoint
                return fewEventsNote(table, model: short, events: models.multivariable?.eventsPerVariable)
            }
            let entered = content.endpoints.flatMap(\.entered)
            return few.compactMap(\.self) + selectionNotes(table, content.entry, of: content.rows, entered: entered)
        case .logistic(let content):
            let few = fewEventsNote(table, model: content.label, events: content.multivariable?.outcomesPerVariable)
            return [few].compactMap(\.self)
                + selectionNotes(table, content.entry, of: content.rows, entered: content.entered)
        default: return []
        }
    }
}

private func modelNotes(of figures: [FigureResult], endpoints: [Endpoint]) -> [DesignNote] {
    figures.compactMap { figure in
        guard case .predictedSurvival(let plot) = figure.content, let events = plot.model.eventsPerVariable, events < 10
        else { return nil }
        let short = endpoints.first { $0.name.value == plot.endpoint }?.short ?? plot.endpoint
        return DesignNote(
            .fewEventsPerVariable, about: figure.id, label: figure.caption, items: [short], value: events)
    }
}

private func fewEventsNote(_ table: TableResult, model: String, events: Double?) -> DesignNote? {
    guard let events, events < 10 else { return nil }
    return DesignNote(.fewEventsPerVariable, about: table.id, label: table.caption, items: [model], value: events)
}

private func selectionNotes(
    _ table: TableResult, _ entry: CoxTable.Entry, of rows: [CoxTable.Row], entered: [String]
) -> [DesignNote] {
    guard case .pBelow(let limit) = entry else { return [] }
    let left = rows.filter { !entered.contains($0.variable) }.map(\.label)
    return [DesignNote(.selectedByPValue, about: table.id, label: table.caption, items: left, value: limit)]
}
