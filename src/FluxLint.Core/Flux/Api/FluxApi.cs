using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A version of a Flux kind that has a successor.</summary>
/// <param name="ApiVersion">Group and version as manifests spell them.</param>
/// <param name="Kind">The kind.</param>
/// <param name="DeprecatedIn">The first minor version of Flux that has the successor.</param>
/// <param name="RemovedIn">The first minor version of Flux that does not serve this one; null when all that are known do.</param>
/// <param name="Successor">The version to write instead, as manifests spell it.</param>
public sealed record FluxApi(string ApiVersion, string Kind, Version DeprecatedIn, Version? RemovedIn, string Successor)
{
    /// <summary>
    /// Whether something in a file may choose objects by this version without being a <see cref="FluxApiUse"/>: a selector with a pattern, or one that leaves
    /// the group or the kind open.
    /// </summary>
    public bool MayBeSelectedIn(YamlTree tree) => tree.DescendantNodes().OfType<YamlMapping>().Any(MayBeSelectedBy);

    private bool MayBeSelectedBy(YamlMapping mapping) =>
        mapping.Scalar("version") is { } version && !mapping.Contains("apiVersion")
        && ApiVersion.Split('/') is [var group, var own]
        && Matches(version.Value, own) && Matches(mapping.Text("kind"), Kind) && Matches(mapping.Text("group"), group)
        && !(version.Value == own && mapping.Text("kind") == Kind && mapping.Text("group") == group);

    private static bool Matches(string? pattern, string text)
    {
        try
        {
            return IdPattern.Anchored(pattern)(text);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or NotSupportedException)
        {
            return false;
        }
    }
}
