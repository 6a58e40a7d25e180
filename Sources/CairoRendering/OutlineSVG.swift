import Drawing

/// Cairo's SVG with ids that depend on the picture alone, and with the scene's title and description.
///
/// Cairo numbers some ids by a counter of the whole process, so that the order of drawing, or drawing on two threads,
/// changes them. Here ids are numbered anew in the order in which the file names them.
func finishedSVG(_ svg: [UInt8], of scene: Scene) -> [UInt8] {
    withTitle(withOwnIDs(svg), of: scene)
}

/// What lies between ids is copied whole: a picture with outlined text has a hundred thousand numbers.
private func withOwnIDs(_ svg: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(svg.count)
    var ids: [String: [UInt8]] = [:]
    var copied = 0
    svg.withUnsafeBufferPointer { bytes in
        forEachID(in: bytes) { name, place in
            let id = ids[name] ?? Array("g\(ids.count + 1)".utf8)
            ids[name] = id
            result += bytes[copied..<place.lowerBound]
            result += id
            copied = place.upperBound
        }
    }
    result += svg[copied...]
    return result
}

/// Shows every id, where it is given and where it is referred to, and its place: behind ` id="`, `xlink:href="#` or `url(#`, and
/// before a quotation mark or a bracket.
///
/// Each byte is looked at once, for the last one of what stands before an id; that is then compared backwards, since most other
/// attributes end otherwise.
func forEachID(in svg: UnsafeBufferPointer<UInt8>, _ show: (_ name: String, _ place: Range<Int>) -> Void) {
    var position = 0
    while position < svg.count {
        let byte = svg[position]
        position += 1
        let isBeforeID =
            switch byte {
            case UInt8(ascii: "\""): ends(with: " id=\"")
            case UInt8(ascii: "#"): ends(with: "xlink:href=\"#") || ends(with: "url(#")
            default: false
            }
        guard isBeforeID else { continue }
        let rest = svg[position...]
        let end = rest.firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ")") } ?? rest.endIndex
        show(String(decoding: svg[position..<end], as: UTF8.self), position..<end)
        position = end
    }

    func ends(with mark: StaticString) -> Bool {
        let length = mark.utf8CodeUnitCount
        guard position >= length else { return false }
        return (1...length).allSatisfy { svg[position - $0] == mark.utf8Start[length - $0] }
    }
}

/// The SVG with a title and a description as the first things in it.
private func withTitle(_ svg: [UInt8], of scene: Scene) -> [UInt8] {
    let opening = Array("<svg ".utf8)
    // It stands after the XML declaration.
    guard let start = svg.indices.first(where: { svg[$0] == opening[0] && svg[$0...].starts(with: opening) }),
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
