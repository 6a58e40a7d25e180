import Drawing

/// Where the keys of all panels stand among the curves.
enum KeyPlaces {
    /// Distances that a key keeps from curves, the most wanted first.
    private static let margins = [10.0, 8, 6, 4, 3]
    /// A key gives up so much of its distance at most to stand where those of the other panels stand.
    private static let commonMargins = margins.prefix(3)

    /// A place for each panel's key, counted from its left axis; nil where a panel has no room for one.
    static func places(in panels: [CurvePanel]) -> [Point]? {
        let own = panels.map { place(of: [$0], margins: margins) }
        guard !own.contains(nil) else { return nil }
        // Keys of one figure stand alike where the curves of all panels leave the same room.
        guard panels.count > 1, let common = place(of: panels, margins: Array(commonMargins)) else {
            return own.map { Point(x: $0?.x ?? 0, y: $0?.y ?? 0) }
        }
        let centre = (panels.map(\.plot.width).max() ?? 0) / 2
        let isAtRight = common.x + common.width / 2 > centre
        return panels.map {
            Point(x: common.x + (isAtRight ? common.width - $0.key.block.width : 0), y: common.y)
        }
    }

    private static func place(of panels: [CurvePanel], margins: [Double]) -> Rectangle? {
        guard let area = panels.first?.keyArea else { return nil }
        return FreeSpace(in: area, around: panels.flatMap(\.obstacles)).place(
            width: panels.map(\.key.block.width).max() ?? 0, height: panels.map(\.key.block.height).max() ?? 0,
            margins: margins)
    }
}
