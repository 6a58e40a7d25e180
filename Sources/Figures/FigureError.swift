/// Why a figure cannot be drawn from its results. None of these happens to results that the analysis wrote.
public enum FigureError: Error, Equatable, Sendable {
    /// The figure of this name has no panels.
    case noPanels(figure: String)
    /// A panel refers to a comparison that the results do not hold.
    case unknownComparison(String)
    /// A comparison refers to an endpoint that the results do not describe.
    case unknownEndpoint(String)
    /// A figure refers to a matched or weighted population that the results do not hold.
    case unknownPopulation(String)
    /// The house style asks for a palette that does not exist.
    case unknownPalette(String)
}
