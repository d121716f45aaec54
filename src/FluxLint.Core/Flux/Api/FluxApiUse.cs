using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A place that spells a version of a Flux kind that has a successor: an object, a patch, a reference or a selector.</summary>
/// <param name="Node">The scalar with the version.</param>
/// <param name="Owner">The mapping around it.</param>
/// <param name="Api">The version.</param>
public sealed record FluxApiUse(YamlScalar Node, YamlMapping Owner, FluxApi Api)
{
    /// <summary>Whether it chooses the objects of a patch, by group, version and kind.</summary>
    public bool IsSelector => !Owner.Contains("apiVersion");

    /// <summary>What is there, in words.</summary>
    public string Display
    {
        get
        {
            if (IsSelector)
                return $"the selector of kind '{Api.Kind}'";
            if (Owner.Mapping("metadata")?.Text("name") is { } name)
                return $"{Api.Kind} '{name}'";
            if (Owner.Contains("metadata") || Owner.Contains("spec"))
                return Api.Kind;
            return Owner.Text("name") is { } target ? $"the reference to {Api.Kind} '{target}'" : $"the reference to kind '{Api.Kind}'";
        }
    }

    /// <summary>What to write in place of <see cref="Node"/>.</summary>
    public string Successor => IsSelector ? Api.Successor[(Api.Successor.IndexOf('/') + 1)..] : Api.Successor;

    /// <summary>Finds all of a file, those of inline patches too.</summary>
    public static IEnumerable<FluxApiUse> Of(YamlTree tree)
    {
        if (!tree.Source.Text.Contains(".toolkit.fluxcd.io", StringComparison.Ordinal))
            yield break;
        foreach (var mapping in tree.DescendantNodes().OfType<YamlMapping>())
        {
            if (Read(mapping) is { } use)
                yield return use;
            foreach (var inline in InlinePatches(mapping).SelectMany(patch => Of(YamlTree.ParseEmbedded(patch))))
                yield return inline;
        }
    }

    private static FluxApiUse? Read(YamlMapping mapping)
    {
        if (mapping.Text("kind") is not { } kind)
            return null;
        if (mapping.Scalar("apiVersion") is { } apiVersion)
            return FluxApiVersions.Find(apiVersion.Value, kind) is { } api ? new(apiVersion, mapping, api) : null;
        if (mapping.Text("group") is not { } group || mapping.Scalar("version") is not { } version)
            return null;
        return FluxApiVersions.Find($"{group}/{version.Value}", kind) is { } selected ? new(version, mapping, selected) : null;
    }

    private static IEnumerable<YamlScalar> InlinePatches(YamlMapping mapping)
    {
        var candidates = mapping.Sequence("patchesStrategicMerge")?.Items.OfType<YamlScalar>() ?? [];
        // With a target, kustomize does not look at what a patch says of itself.
        if (mapping.Scalar("patch") is { } patch && !mapping.Contains("target"))
            candidates = candidates.Append(patch);
        return candidates.Where(candidate => candidate.Value.Contains('\n'));
    }
}
