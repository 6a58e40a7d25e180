internal import Diagnostics
internal import StudyFiles

/// The variables in an order in which each stands after those that it is made from.
///
/// Variables that are defined by themselves, directly or through others, are reported and left out, and so is what is
/// made from them.
func definitionOrder(of names: StudyNames, _ reporter: FaultReporter) -> [Variable] {
    let variables = names.study.variables
    let positions = Dictionary(
        variables.enumerated().map { ($1.name.value, $0) }, uniquingKeysWith: { first, _ in first })
    /// For each variable, the variables that its definition refers to.
    let sources = variables.map { variable in
        variable.definingNames.compactMap { name in
            name.value == variable.name.value ? nil : positions[name.value]
        }
    }
    var isOrdered = [Bool](repeating: false, count: variables.count)
    var order: [Int] = []
    var waiting = Array(variables.indices)
    while true {
        let ready = waiting.filter { sources[$0].allSatisfy { isOrdered[$0] } }
        if ready.isEmpty { break }
        for variable in ready { isOrdered[variable] = true }
        order += ready
        waiting.removeAll { isOrdered[$0] }
    }
    reportCycles(among: waiting, sources: sources, variables: variables, reporter)
    return order.map { variables[$0] }
}

/// Follows from each variable that could not be ordered the first source that could not either, until one recurs.
private func reportCycles(
    among waiting: [Int], sources: [[Int]], variables: [Variable], _ reporter: FaultReporter
) {
    let unordered = Set(waiting)
    var visited: Set<Int> = []
    for start in waiting where !visited.contains(start) {
        var path: [Int] = []
        var current: Int? = start
        while let variable = current, visited.insert(variable).inserted {
            path.append(variable)
            current = sources[variable].first { unordered.contains($0) }
        }
        guard let current, let first = path.firstIndex(of: current) else { continue }
        let cycle = (path[first...] + [current]).map { "'\(variables[$0].name.value)'" }
        reporter.report(
            Diagnostic(
                .conflictingKeys, at: variables[current].name.location,
                "a variable can't be made from itself: \(cycle.joined(separator: " from "))",
                help: ["let one of them come from a column"]))
    }
}
