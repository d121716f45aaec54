using System.Collections.Immutable;

namespace FluxLint.Schemas;

/// <summary>A version of a kind in a store.</summary>
/// <param name="Name">The version, such as <c>v1beta1</c>.</param>
/// <param name="Spans">The releases that have it, oldest first.</param>
internal sealed record StoredVersion(string Name, ImmutableArray<StoredSpan> Spans)
{
    private ImmutableArray<Schema>? served;

    /// <summary>The distinct schemas of all releases that serve it, newest first.</summary>
    public ImmutableArray<Schema> Schemas => served ??= [.. Spans.Where(span => span.IsServed).Select(span => span.Schema?.Value).OfType<Schema>().Reverse().Distinct()];

    /// <summary>Whether a release serves it.</summary>
    public bool IsServed(int release) => At(release) is { IsServed: true };

    /// <summary>What a release has; null when it does not have the version.</summary>
    public StoredSpan? At(int release)
    {
        foreach (var span in Spans)
        {
            if (span.First <= release && release <= span.Last)
                return span;
        }
        return null;
    }
}
