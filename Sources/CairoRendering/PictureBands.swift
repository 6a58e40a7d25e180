import Drawing

/// A scene cut into bands of rows of pixels: for each band what may leave ink in it, in order, and for each row where.
struct PictureBands {
    /// How many rows a band has; the last may have fewer.
    let rowsInBand: Int
    /// The elements of each band, from the top down.
    private(set) var elements: [[Scene.Element]] = []
    /// For each row the columns of pixels that may be anything but white.
    private(set) var inked: [Range<Int>]

    private let width: Int
    private let height: Int
    /// Pixels to the point.
    private let scale: Double
    private let typesetter: Typesetter

    init(
        _ scene: Scene, width: Int, height: Int, scale: Double, rowsInBand: Int, typesetter: Typesetter
    ) {
        (self.width, self.height, self.scale) = (width, height, scale)
        (self.rowsInBand, self.typesetter) = (rowsInBand, typesetter)
        inked = [Range<Int>](repeating: width..<width, count: height)
        let page = Rectangle(x: 0, y: 0, width: scene.width, height: scene.height)
        elements = cut(scene.elements, within: page)
    }

    private mutating func cut(_ elements: [Scene.Element], within area: Rectangle) -> [[Scene.Element]] {
        var bands = [[Scene.Element]](repeating: [], count: (height + rowsInBand - 1) / rowsInBand)
        for element in elements {
            switch element {
            case .group(var group):
                let parts = cut(group.elements, within: group.clip.map { area.common(with: $0) } ?? area)
                for (band, part) in parts.enumerated() where !part.isEmpty {
                    group.elements = part
                    bands[band].append(.group(group))
                }
            case .shape(let shape):
                for band in mark(shape.reach, within: area) { bands[band].append(element) }
            case .label(let label):
                for band in mark(typesetter.reach(of: label), within: area) { bands[band].append(element) }
            }
        }
        return bands
    }

    /// Notes where an element may leave ink, and says in which bands.
    private mutating func mark(_ reach: Rectangle, within area: Rectangle) -> Range<Int> {
        let ink = area.common(with: reach)
        guard ink.width >= 0, ink.height >= 0 else { return 0..<0 }
        let rows = pixels(from: ink.y, to: ink.maxY, of: height)
        let columns = pixels(from: ink.x, to: ink.maxX, of: width)
        guard !rows.isEmpty, !columns.isEmpty else { return 0..<0 }
        for row in rows {
            let known = inked[row]
            inked[row] =
                known.isEmpty
                ? columns
                : min(known.lowerBound, columns.lowerBound)..<max(known.upperBound, columns.upperBound)
        }
        return rows.lowerBound / rowsInBand..<(rows.upperBound - 1) / rowsInBand + 1
    }

    /// The pixels that a stretch of the page touches, with one more on either side for what is rounded.
    private func pixels(from start: Double, to end: Double, of count: Int) -> Range<Int> {
        let limit = Double(count)
        let lower = Int(max(0, min(limit, (start * scale).rounded(.down) - 1)))
        let upper = Int(max(0, min(limit, (end * scale).rounded(.up) + 1)))
        return lower..<max(lower, upper)
    }
}

extension Rectangle {
    /// What lies in both; its width or height is negative where nothing does. What is not finite is all of this one.
    fileprivate func common(with other: Rectangle) -> Rectangle {
        guard [other.x, other.y, other.maxX, other.maxY].allSatisfy(\.isFinite) else { return self }
        let (left, top) = (max(x, other.x), max(y, other.y))
        return Rectangle(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
    }
}

extension Shape {
    /// A rectangle outside which the shape leaves no ink.
    fileprivate var reach: Rectangle {
        let bounds = Rectangle(enclosing: points)
        guard let stroke else { return bounds }
        // Half of the width, further at the corners of square ends, and up to Cairo's limit at those of sharp turns.
        let isSharp = stroke.join == .miter && segments.count > 2
        return bounds.grown(by: stroke.width / 2 * (isSharp ? CairoCanvas.miterLimit : 2))
    }
}

extension Typesetter {
    /// A rectangle outside which a line of text leaves no ink.
    fileprivate func reach(of label: Label) -> Rectangle {
        var (left, right, top, bottom) = (0.0, 0.0, 0.0, 0.0)
        var x = label.startOffset
        for run in label.runs {
            let (line, size) = (line(run.text, in: run.font), run.font.size)
            (left, right) = (min(left, x + line.reach.x * size), max(right, x + line.reach.maxX * size))
            top = min(top, line.reach.y * size - run.rise)
            bottom = max(bottom, line.reach.maxY * size - run.rise)
            x += line.width * size
        }
        guard label.rotation != 0 else {
            return Rectangle(
                x: label.position.x + left, y: label.position.y + top, width: right - left, height: bottom - top)
        }
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map { x, y in
            Point(x: x, y: y).turned(by: label.rotation, about: label.position)
        }
        return Rectangle(enclosing: corners)
    }
}
