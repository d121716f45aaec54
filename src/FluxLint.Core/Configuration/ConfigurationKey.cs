namespace FluxLint.Configuration;

/// <summary>A key of <c>fluxlint.yaml</c>.</summary>
/// <param name="Name">The key.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Summary">What it decides, in words of Markdown without a full stop.</param>
internal sealed record ConfigurationKey(string Name, ValueShape Shape, string Summary)
{
    /// <summary>Whether the mapping around it is wrong without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What holds without it, in words of Markdown; null where that goes without saying.</summary>
    public string? Default { get; init; }
}
