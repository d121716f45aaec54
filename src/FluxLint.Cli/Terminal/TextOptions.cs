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
}
