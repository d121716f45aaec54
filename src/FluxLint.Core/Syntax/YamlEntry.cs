namespace FluxLint.Syntax;

/// <summary>A key with its value in a <see cref="YamlMapping"/>.</summary>
/// <param name="Key">The key; a scalar in every Kubernetes manifest.</param>
/// <param name="Value">The value; an empty plain scalar where nothing is written.</param>
public readonly record struct YamlEntry(YamlNode Key, YamlNode Value)
{
    /// <summary>The text of a scalar key; null for any other key.</summary>
    public string? Name => (Key as YamlScalar)?.Value;
}
