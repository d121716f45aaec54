namespace FluxLint.Cli.Terminal;

/// <summary>How the text format looks.</summary>
internal sealed record TextOptions
{
    public const int DefaultWidth = 160;

    /// <summary>Whether to write colours.</summary>
    public bool Color { get; init; }

    /// <summary>The columns that a source line may take, with its number.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>Whether messages keep within the width, too. What reads a pipe wants each of them on one line.</summary>
    public bool Wraps { get; init; }

    /// <summary>The directory that links to files start from; null for no links.</summary>
    public string? LinkRoot { get; init; }

    /// <summary>Whether to write the findings alone, without the summary.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether to write the summary alone.</summary>
    public bool SummaryOnly { get; init; }

    /// <summary>Whether to write every finding of a rule with very many.</summary>
    public bool All { get; init; }

    /// <summary>Whether to count the findings by rule, however few they are.</summary>
    public bool Statistics { get; init; }

    /// <summary>Where the repository and the reader are; null to write paths from the root of the repository.</summary>
    public Viewpoint? Viewpoint { get; init; }

    /// <summary>A path of the repository as the reader would type it.</summary>
    public string PathOf(string path) => Viewpoint is { } viewpoint ? viewpoint.PathOf(path) : path;
}
