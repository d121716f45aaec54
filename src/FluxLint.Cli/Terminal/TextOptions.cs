namespace FluxLint.Cli.Terminal;

/// <summary>How the text format looks.</summary>
internal sealed record TextOptions
{
    public const int DefaultWidth = 160;

    /// <summary>Whether to write colours.</summary>
    public bool Color { get; init; }

    /// <summary>The columns that a source line may take, with its number.</summary>
    public int Width { get; init; } = DefaultWidth;
}
