using System.Collections.Immutable;

namespace FluxLint.Configuration;

/// <summary>What the value of a key of <c>fluxlint.yaml</c> looks like.</summary>
internal abstract record ValueShape
{
    /// <summary>Text.</summary>
    /// <param name="Kind">What it is, as a reader of the reference is told.</param>
    /// <param name="Pattern">The regular expression that it matches, in the dialect that JSON Schema and .NET share; null for any.</param>
    public sealed record Text(string Kind, string? Pattern = null) : ValueShape;

    /// <summary>A version, which may be written as a number, too.</summary>
    public sealed record Version : ValueShape;

    /// <summary>A number, or a quantity of Kubernetes.</summary>
    public sealed record Number : ValueShape;

    /// <summary>A text, a number, <c>true</c> or <c>false</c>.</summary>
    public sealed record Scalar : ValueShape;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Switch : ValueShape;

    /// <summary>One of several words.</summary>
    public sealed record Choice(ImmutableArray<string> Words) : ValueShape;

    /// <summary>An id, a name, or what ids start with.</summary>
    public sealed record Rule : ValueShape;

    /// <summary>A mapping of rules to severities, or also to their options.</summary>
    public sealed record Rules(bool HaveOptions) : ValueShape;

    /// <summary>A list.</summary>
    /// <param name="Item">Each of its items.</param>
    /// <param name="MayBeEmpty">Whether it may have none.</param>
    public sealed record List(ValueShape Item, bool MayBeEmpty = true) : ValueShape;

    /// <summary>A mapping with keys of its own.</summary>
    /// <param name="Keys">The keys.</param>
    /// <param name="OneOf">Keys of which it needs one at least; none for no such demand.</param>
    public sealed record Mapping(ImmutableArray<ConfigurationKey> Keys, params ImmutableArray<string> OneOf) : ValueShape;
}
