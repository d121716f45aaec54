namespace FluxLint.Packs.Loading;

/// <summary>A pack whose rules do not run.</summary>
/// <param name="Id">The id of its package.</param>
/// <param name="Reason">Why, without a full stop.</param>
internal sealed record LeftOutPack(string Id, string Reason);
