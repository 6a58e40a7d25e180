import Drawing

/// Cairo's SVG with ids that depend on the picture alone, and with the scene's title and description.
///
/// Cairo numbers some ids by a counter of the whole process, so that the order of drawing, or drawing on two threads,
/// changes them. Here ids are numbered anew in the order in which the file names them.
func finishedSVG(_ svg: [UInt8], of scene: Scene) -> [UInt8] {
    withTitle(withOwnIDs(svg), of: scene)
}

/// What stands before an id in Cairo's SVG, and the character that ends the id.
private let idMarks: [(before: [UInt8], end: UInt8)] = [
    (Array(" id=\"".utf8), UInt8(ascii: "\"")),
    (Array("xlink:href=\"#".utf8), UInt8(ascii: "\"")),
    (Array("url(#".utf8), UInt8(ascii: ")")),
]

private func withOwnIDs(_ svg: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(svg.count)
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    var position = 0
    while position < svg.count {
        guard let mark = idMarks.first(where: { svg[position...].starts(with: $0.before) }) else {
            result.append(svg[position])
            position += 1
            continue
        }
        let name = svg[(position + mark.before.count)...].prefix { $0 != mark.end }
        let number = numbers[name] ?? numbers.count + 1
        numbers[name] = number
        result += mark.before + Array("g\(number)".utf8)
        position = name.endIndex
    }
    return result
}

/// The SVG with a title and a description as the first things in it.
private func withTitle(_ svg: [UInt8], of scene: Scene) -> [UInt8] {
    let opening = Array("<svg ".utf8)
    guard let start = svg.indices.first(where: { svg[$0...].starts(with: opening) }),
        let end = svg[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return svg }
    let attributes = " role=\"img\" aria-labelledby=\"title description\""
    let words = """
        >
        <title id="title">\(escapedXML(scene.title))</title>
        <desc id="description">\(escapedXML(scene.alternativeText))</desc>
        """
    return svg[..<end] + Array((attributes + words).utf8) + svg[(end + 1)...]
}
