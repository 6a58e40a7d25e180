import Drawing

/// The readings of a figure as JSON for the page's script: `[{"name":…,"area":[x,y,width,height],"vertical":…,
/// "colors":[…],"stops":[[start,title,[line,…],[[x,y],…]],…]}]`.
func readingsJSON(_ readings: [Reading]) -> String {
    let parts = readings.filter { !$0.stops.isEmpty }
    guard !parts.isEmpty else { return "" }
    var json = TextBuffer()
    json.addList(parts) { part, json in
        json += "{\"name\":"
        json.addJSON(part.name)
        json += ",\"area\":"
        json.addList([part.area.x, part.area.y, part.area.width, part.area.height]) { $1.addJSON($0) }
        json += part.isVertical ? ",\"vertical\":true,\"colors\":" : ",\"vertical\":false,\"colors\":"
        json.addList(part.colors) { $1.addJSON($0.hex) }
        json += ",\"stops\":"
        json.addList(part.stops) { $1.addJSON($0) }
        json += "}"
    }
    return json.string
}

extension TextBuffer {
    fileprivate mutating func addList<Item>(_ items: [Item], _ write: (Item, inout TextBuffer) -> Void) {
        self += "["
        add(items, separator: ",", write)
        self += "]"
    }

    fileprivate mutating func addJSON(_ stop: Reading.Stop) {
        self += "["
        addJSON(stop.start)
        self += ","
        addJSON(stop.title)
        self += ","
        addList(stop.lines) { $1.addJSON($0) }
        self += ","
        addList(stop.marks) { mark, json in
            guard let mark else { return json += "null" }
            json.addList([mark.x, mark.y]) { $1.addJSON($0) }
        }
        self += "]"
    }

    /// Hundredths of a point are finer than any screen.
    fileprivate mutating func addJSON(_ number: Double) { add(number, decimals: 2) }

    fileprivate mutating func addJSON(_ text: String) {
        let escaped = cleaned(text).escaped { byte in
            switch byte {
            case UInt8(ascii: "\""): "\\\""
            case UInt8(ascii: "\\"): "\\\\"
            default: nil
            }
        }
        add("\"", escaped, "\"")
    }
}
