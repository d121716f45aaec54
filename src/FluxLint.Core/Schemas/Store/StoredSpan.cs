namespace FluxLint.Schemas;

/// <summary>Releases after each other that say the same of a version.</summary>
/// <param name="First">The first of them, by its number in the store.</param>
/// <param name="Last">The last of them.</param>
/// <param name="State">What they say of the version.</param>
/// <param name="Schema">The schema of its objects; null when there is none.</param>
internal sealed record StoredSpan(int First, int Last, VersionState State, SchemaSlot? Schema)
{
    /// <summary>Whether the API server takes objects of the version.</summary>
    public bool IsServed => State.HasFlag(VersionState.Served);
}
