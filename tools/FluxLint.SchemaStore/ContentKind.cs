using FluxLint.Schemas;

namespace FluxLint.SchemaStore;

/// <summary>A kind that goes into a store.</summary>
internal sealed class ContentKind
{
    /// <summary>Where its objects live; null when no source says.</summary>
    public ResourceScope? Scope { get; set; }

    /// <summary>What each release says of each version.</summary>
    public SortedDictionary<(string Name, Version Release), DefinedVersion> Versions { get; } = [];
}
