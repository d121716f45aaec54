namespace FluxLint.Text;

/// <summary>Characters of a file and what takes their place. Every other character stays as it is.</summary>
/// <param name="Source">The file.</param>
/// <param name="Span">The characters that go; empty where something is only put in.</param>
/// <param name="NewText">The characters that come.</param>
public sealed record TextChange(SourceText Source, TextSpan Span, string NewText)
{
    /// <summary>Whether the file stays as it is.</summary>
    public bool ChangesNothing => Source.Slice(Span).SequenceEqual(NewText);

    /// <summary>Two changes are equal when they do the same to the same path.</summary>
    public bool Equals(TextChange? other) => other is not null && Source.Path == other.Source.Path && Span == other.Span && NewText == other.NewText;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Source.Path, Span, NewText);

    /// <inheritdoc/>
    public override string ToString() => $"{Source.Path}{Span}: {NewText}";
}
