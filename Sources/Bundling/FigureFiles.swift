internal import Drawing
internal import Prose
internal import Results
internal import Styling

extension ManuscriptBundle {
    /// What the files of each figure are called, without their endings, by the figure's name.
    var figureFileNames: [String: String] {
        switch style.figures.naming {
        case .ids: Dictionary(figures.map { ($0.id, $0.id) }, uniquingKeysWith: { first, _ in first })
        case .numbers:
            Dictionary(
                [("Fig", false), ("FigS", true)].flatMap { name, isSupplementary in
                    figuresInOrder(areSupplementary: isSupplementary).enumerated().map { ($1, "\(name)\($0 + 1)") }
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The figures' names in the order in which the manuscript numbers them, those of the supplement apart: as the text
    /// places them, then the rest.
    private func figuresInOrder(areSupplementary: Bool) -> [String] {
        let known = figures.filter { $0.isSupplementary == areSupplementary }.map(\.id)
        let placed = text.paragraphs.compactMap { paragraph -> String? in
            if case .figure(let id) = paragraph, known.contains(id) { id } else { nil }
        }
        return placed + known.filter { !placed.contains($0) }
    }
}

extension FigurePreset {
    /// The form of file that a page of text shows best, of those that are written.
    var formatToShow: FigureFormat {
        let order: [FigureFormat] = [.svg, .editableSVG, .png, .pdf, .tiff, .eps]
        return order.first(where: formats.contains) ?? .svg
    }
}

extension DrawnFigure {
    /// The figure in a form of file.
    func drawn(as format: FigureFormat, by renderer: some SceneRendering, dotsPerInch: Int) throws -> [UInt8] {
        switch format {
        case .pdf: try renderer.pdf(of: scene)
        case .svg: try renderer.svg(of: scene)
        case .editableSVG: SVGWriter.bytes(of: scene, idPrefix: id)
        case .png: try renderer.png(of: scene, dotsPerInch: dotsPerInch)
        case .tiff: try renderer.tiff(of: scene, dotsPerInch: dotsPerInch)
        case .eps: try renderer.eps(of: scene)
        }
    }
}

extension FigureFormat {
    /// About how long a figure takes in this form for each square point, in any unit: pixels take longest.
    var cost: Double {
        switch self {
        case .tiff: 10
        case .png: 5
        case .pdf, .svg, .eps: 3
        case .editableSVG: 0
        }
    }

    /// Whether it has pixels, not lines.
    var isOfPixels: Bool { self == .png || self == .tiff }
}
