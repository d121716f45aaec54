using System.Collections.Immutable;

namespace FluxLint.Fleet;

/// <summary>The Helm repository of a project.</summary>
/// <param name="Url">Its URL.</param>
/// <param name="Charts">Charts that it has.</param>
/// <param name="IsComplete">Whether it has no other.</param>
internal sealed record KnownRepository(string Url, ImmutableArray<string> Charts, bool IsComplete);
