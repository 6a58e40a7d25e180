import Drawing

/// The readings of a figure as JSON for the page's script: `[{"name":…,"area":[x,y,width,height],"vertical":…,
/// "colors":[…],"stops":[[start,title,[line,…],[[x,y],…]],…]}]`.
func readingsJSON(_ readings: [Reading]) -> String {
    let parts = readings.filter { !$0.stops.isEmpty }.map { part in
        let area = [part.area.x, part.area.y, part.area.width, part.area.height]
        return "{\"name\":\(json(part.name)),\"area\":\(list(area.map(json))),\"vertical\":\(part.isVertical),"
            + "\"colors\":\(list(part.colors.map { json($0.hex) })),\"stops\":\(list(part.stops.map(json)))}"
    }
    return parts.isEmpty ? "" : list(parts)
}

private func json(_ stop: Reading.Stop) -> String {
    let marks = stop.marks.map { $0.map { list([json($0.x), json($0.y)]) } ?? "null" }
    return list([json(stop.start), json(stop.title), list(stop.lines.map { json($0) }), list(marks)])
}

private func list(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }

/// Hundredths of a point are finer than any screen.
private func json(_ number: Double) -> String {
    let hundredths = (number * 100).rounded()
    guard hundredths.magnitude < 1e12 else { return "0" }
    return hundredths.truncatingRemainder(dividingBy: 100) == 0
        ? "\(Int(hundredths) / 100)" : "\(hundredths / 100)"
}

private func json(_ text: String) -> String {
    let escaped = cleaned(text).unicodeScalars.map { scalar in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        default: String(scalar)
        }
    }
    return "\"\(escaped.joined())\""
}
