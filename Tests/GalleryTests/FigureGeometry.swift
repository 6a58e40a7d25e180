import Drawing
import Results

@testable import Figures

extension Gallery.Figure {
    /// The panels of a figure of curves with their letters.
    var panels: [(letter: String, panel: KaplanMeierPanel)] {
        let panels: [KaplanMeierPanel] =
            switch result.content {
            case .kaplanMeier(let plan): plan.panels
            case .incidence(let plot): plot.panels
            default: []
            }
        return panels.enumerated().map { (FigureLook.letter($0.offset), $0.element) }
    }

    var riskTable: KaplanMeierPlan.RiskTableKind? {
        switch result.content {
        case .kaplanMeier(let plan): plan.riskTable
        case .incidence(let plot): plot.riskTable
        default: nil
        }
    }

    func shape(_ name: String) -> Shape? { scene.shapes.first { $0.name == name } }

    /// Every path with what can be seen of its extent.
    var visibleShapes: [(shape: Shape, box: Rectangle)] {
        scene.flattened.compactMap { element, groups in
            guard case .shape(let shape) = element else { return nil }
            let box = Rectangle(enclosing: shape.points)
            return (shape, groups.compactMap { clips[$0] }.reduce(box) { $0.intersection($1) })
        }
    }

    /// The clip around a path of this name.
    func clip(of name: String) -> Rectangle? {
        scene.flattened.first { element, _ in
            if case .shape(let shape) = element { shape.name == name } else { false }
        }?.groups.compactMap { clips[$0] }.first
    }

    private var clips: [String: Rectangle] {
        var clips: [String: Rectangle] = [:]
        func collect(_ elements: [Scene.Element]) {
            for case .group(let group) in elements {
                if let clip = group.clip { clips[group.name] = clip }
                collect(group.elements)
            }
        }
        collect(scene.elements)
        return clips
    }
}

extension Shape {
    /// The straight strokes of the path with their width, as far as they can be seen.
    func strokes(within clip: Rectangle?) -> [Rectangle] {
        let points = points
        return segments.indices.dropFirst().compactMap { index in
            guard case .line = segments[index], index < points.count else { return nil }
            let stroke = Rectangle(enclosing: [points[index - 1], points[index]]).grown(
                by: (self.stroke?.width ?? 0) / 2)
            guard let clip else { return stroke }
            let seen = stroke.intersection(clip)
            return seen.width >= 0 && seen.height >= 0 ? seen : nil
        }
    }
}

extension Rectangle {
    /// What both have in common; of negative extent where that is nothing.
    func intersection(_ other: Rectangle) -> Rectangle {
        let (left, top) = (max(x, other.x), max(y, other.y))
        return Rectangle(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
    }
}
