import Drawing

/// A flow chart laid out at a width: a trunk of equal boxes, boxes of those who left at its right, arms side by side.
///
/// Everything has a row of its own or a column of its own, so that nothing can meet: a box of those who left stands
/// between two boxes of the trunk, to the right of the line that joins them.
struct FlowPage {
    private static let widestBox = 170.0
    private static let narrowestTrunk = 110.0
    private static let widestReasons = 240.0
    /// Between arms.
    private static let branchGap = 12.0
    /// From the line of the trunk to a box of those who left.
    private static let stub = 14.0
    /// The same within an arm, whose line then runs near the left edge.
    private static let branchStub = 12.0
    private static let branchInset = 14.0
    /// Both give way in narrow arms, to no more than this share of the width each.
    private static let branchShare = 0.11
    /// Between two boxes of the trunk; room for an arrow.
    private static let rise = 16.0
    /// Above and below a box of those who left.
    private static let reasonGap = 8.0
    private static let noteGap = 6.0
    private static let lineWidth = 0.6

    /// A step with its boxes made.
    private struct Step {
        var left: FlowBox?
        var patients: FlowBox
        /// The height between this step's box and the one above.
        var gap: Double { left.map { $0.height + 2 * FlowPage.reasonGap } ?? FlowPage.rise }
    }

    private let content: FlowContent
    private let width: Double
    private let look: FigureLook
    private let text: any TextMeasuring
    private let trunk: [Step]
    private let branches: [[Step]]
    /// Where the line of the trunk runs.
    private let center: Double
    private let trunkWidth: Double
    private let branchWidth: Double
    private let branchStub: Double
    private let branchInset: Double

    init(_ content: FlowContent, width: Double, look: FigureLook, text: any TextMeasuring) {
        self.content = content
        self.width = width
        self.look = look
        self.text = text
        let inner = width - 2 * look.margin
        let count = Double(content.branches.count)
        let isDivided = count > 0
        let branchWidth =
            isDivided ? min((inner - (count - 1) * Self.branchGap) / count, Self.widestBox) : Self.widestBox
        let hasReasons = content.trunk.contains { $0.left != nil }
        let half = hasReasons && !isDivided ? 0.48 * inner : inner
        let trunkWidth = min(max(branchWidth, Self.narrowestTrunk), half)
        // Without arms the boxes of those who left need the room that arms would take at the left.
        let room = isDivided ? inner / 2 - Self.stub : inner - trunkWidth / 2 - Self.stub
        let widest = min(room, Self.widestReasons)
        let used = content.trunk.compactMap(\.left).map { FlowBox($0, width: widest, look: look, text: text).usedWidth }
        let reasonWidth = min(used.max() ?? widest, widest)
        if isDivided || !hasReasons {
            center = width / 2
        } else {
            let whole = max(trunkWidth, trunkWidth / 2 + Self.stub + reasonWidth)
            center = look.margin + (inner - whole) / 2 + trunkWidth / 2
        }
        self.trunkWidth = trunkWidth
        self.branchWidth = branchWidth
        branchStub = min(Self.branchStub, Self.branchShare * branchWidth)
        branchInset = min(Self.branchInset, Self.branchShare * branchWidth)
        let branchReasons = branchWidth - branchStub - branchInset
        func made(_ steps: [FlowContent.Step], width: Double, reasons: Double) -> [Step] {
            steps.map { step in
                Step(
                    left: step.left.map { FlowBox($0, width: reasons, look: look, text: text) },
                    patients: FlowBox(step.patients, width: width, look: look, text: text))
            }
        }
        trunk = made(content.trunk, width: trunkWidth, reasons: reasonWidth)
        branches = content.branches.map {
            made($0, width: branchWidth, reasons: branchReasons)
        }
    }

    /// Whether a wider page would do the texts good.
    var isCramped: Bool {
        (trunk + branches.joined()).contains { $0.patients.isCramped || ($0.left?.isCramped ?? false) }
    }

    /// The finished page.
    func scene(title: String, alternativeText: String) -> Scene {
        var elements: [Scene.Element] = []
        var y = look.margin
        let left = center - trunkWidth / 2
        for (index, step) in trunk.enumerated() {
            let name = "trunk/\(index)"
            if index > 0 {
                elements += connected(step, from: Point(x: center, y: y), stub: Self.stub, name: name)
                y += step.gap
            }
            elements.append(
                .group(step.patients.drawn(at: Point(x: left, y: y), height: step.patients.height, name: name)))
            y += step.patients.height
        }
        if !branches.isEmpty {
            let (arms, bottom) = arms(below: y)
            elements += arms
            y = bottom
        }
        if let remark = content.remark {
            let extent = text.extent(of: look.noteFont)
            y += Self.noteGap + extent.ascent
            elements.append(
                .label(
                    Label(
                        remark, name: "remark", font: look.noteFont, color: look.mutedColor,
                        at: Point(x: width - look.margin, y: y), anchor: .end, measuring: text)))
            y += extent.descent
        }
        return Scene(
            width: width, height: y + look.margin, title: title, alternativeText: alternativeText, elements: elements)
    }

    /// The arrow down to a step's box over a length, and the box of those who left with the arrow to it.
    private func connected(
        _ step: Step, from top: Point, gap: Double? = nil, stub: Double, name: String
    ) -> [Scene.Element] {
        let gap = gap ?? step.gap
        var elements = arrow([top, top.moved(down: gap)], name: "\(name)/arrow")
        if let left = step.left {
            let place = top.moved(right: stub, down: (gap - left.height) / 2)
            let middle = Point(x: top.x, y: top.y + gap / 2)
            elements += arrow([middle, middle.moved(right: stub)], name: "\(name)/left/arrow")
            elements.append(.group(left.drawn(at: place, height: left.height, name: "\(name)/left")))
        }
        return elements
    }

    /// The arms side by side, the boxes of a row at one height, and how far down they reach.
    private func arms(below top: Double) -> ([Scene.Element], Double) {
        let whole = Double(branches.count) * branchWidth + Double(branches.count - 1) * Self.branchGap
        let lefts = branches.indices.map { place in
            width / 2 - whole / 2 + Double(place) * (branchWidth + Self.branchGap)
        }
        var (elements, y): ([Scene.Element], Double) = ([], top)
        if !trunk.isEmpty {
            let middles = lefts.map { $0 + branchWidth / 2 }
            let bus = y + Self.rise * 0.6
            let stem = [Point(x: center, y: y), Point(x: center, y: bus)]
            let bar = [Point(x: middles.first ?? center, y: bus), Point(x: middles.last ?? center, y: bus)]
            elements.append(
                .shape(
                    Shape(
                        name: "split", segments: stem.polyline + bar.polyline,
                        stroke: Stroke(color: look.color, width: Self.lineWidth, cap: .square))))
            y = bus + Self.rise
            for (place, x) in middles.enumerated() {
                elements += arrow([Point(x: x, y: bus), Point(x: x, y: y)], name: "branch/\(place)/0/arrow")
            }
        }
        for row in 0..<(branches.map(\.count).max() ?? 0) {
            let steps = branches.enumerated().compactMap { place, steps in
                row < steps.count ? (place: place, step: steps[row]) : nil
            }
            let gap = row > 0 ? steps.map(\.step.gap).max() ?? 0 : 0
            let height = steps.map(\.step.patients.height).max() ?? 0
            for (place, step) in steps {
                let name = "branch/\(place)/\(row)"
                if row > 0 {
                    let inset = step.left == nil ? branchWidth / 2 : branchInset
                    elements += connected(
                        step, from: Point(x: lefts[place] + inset, y: y), gap: gap, stub: branchStub, name: name)
                }
                elements.append(
                    .group(step.patients.drawn(at: Point(x: lefts[place], y: y + gap), height: height, name: name)))
            }
            y += gap + height
        }
        return (elements, y)
    }

    private func arrow(_ points: [Point], name: String) -> [Scene.Element] {
        Arrow(points: points, name: name, color: look.color, width: Self.lineWidth).shapes.map(Scene.Element.shape)
    }
}
