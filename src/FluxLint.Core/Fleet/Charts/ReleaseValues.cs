using FluxLint.Files;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Values that a Helm release takes from a ConfigMap or Secret whose manifest has them in plain text.</summary>
/// <param name="Release">The release.</param>
/// <param name="Origin">The object that has them.</param>
/// <param name="Content">The text under the key, which helm-controller reads as YAML.</param>
public sealed record ReleaseValues(HelmRelease Release, Resource Origin, YamlScalar Content)
{
    /// <summary>The file that a generator took the text from, from the repository root; null when it is written in a manifest.</summary>
    public string? File => Content.Derivation?.Step == ProvenanceStep.Generator && Content.Source.Slice(Content.Span) is var entry
        ? RepositoryPath.Combine(RepositoryPath.Parent(Content.Source.Path), entry[(entry.IndexOf('=') + 1)..].Trim().Trim('"').ToString())
        : null;

    /// <summary>All such values of a cluster. Those that become a single value (<c>targetPath</c>) are no YAML of their own.</summary>
    public static IEnumerable<ReleaseValues> Of(ClusterModel model)
    {
        foreach (var release in model.Cluster.Resources.Select(HelmRelease.Of).OfType<HelmRelease>())
        {
            foreach (var reference in release.ValuesFrom.Where(reference => reference.TargetPath is null))
            {
                if (Find(model, release.Resource.Id.Namespace, reference) is { } origin
                    && ContentOf(origin, reference) is { IsNull: false } content
                    && !content.Value.StartsWith("ENC[", StringComparison.Ordinal))
                {
                    yield return new(release, origin, content);
                }
            }
        }
    }

    // An object that was there before may have other values than its manifest.
    private static Resource? Find(ClusterModel model, string @namespace, ValuesReference reference) =>
        reference is { Kind: { } kind, Name.Value: { } name }
        && model.Provisions.FindData(kind, @namespace, name).Data is { IsManifest: true } data
        && ApplyPolicies.Of(data.Origin) != ApplyPolicy.IfNotPresent ? data.Origin : null;

    private static YamlScalar? ContentOf(Resource origin, ValuesReference reference) =>
        origin.Root.At(reference.Kind == "Secret" ? "stringData" : "data", reference.ValuesKey) as YamlScalar;
}
