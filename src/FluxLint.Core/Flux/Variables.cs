using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>Values that a variable leaves open.</summary>
public static class Variables
{
    /// <summary>Whether a part of a text is filled in by somebody else, so that nothing can be said of it.</summary>
    public static bool HasVariable(this string text) => text.Contains("${", StringComparison.Ordinal);

    /// <summary>Whether a part of a value is filled in by somebody else, so that nothing can be said of it.</summary>
    public static bool HasVariable(this YamlScalar scalar) => scalar.Value.HasVariable();
}
