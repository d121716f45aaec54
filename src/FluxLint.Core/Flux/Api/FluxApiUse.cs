using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Schemas;
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
            if (IsObject)
                return Api.Kind;
            return Owner.Text("name") is { } target ? $"the reference to {Api.Kind} '{target}'" : $"the reference to kind '{Api.Kind}'";
        }
    }

    /// <summary>What to write in place of <see cref="Node"/>.</summary>
    public string Successor => IsSelector ? VersionOf(Api.Successor) : Api.Successor;

    /// <summary>Whether it is meant for an object that is elsewhere: a selector, or a patch, which lacks what an object must have.</summary>
    public bool IsForAnother => IsSelector || (IsObject && Schema(Api.ApiVersion) is { } schema && !SchemaValidator.Validate(Resource.Of(Owner), schema).IsEmpty);

    /// <summary>Whether the newest known release of Flux takes what is there in the version that succeeds it, so that nothing but the version has to change.</summary>
    public bool FitsSuccessor => !IsObject || (
        Schema(Api.Successor) is { } schema
        && (IsForAnother ? SchemaValidator.ValidatePart(Owner, schema) : SchemaValidator.Validate(Resource.Of(Owner), schema)).IsEmpty
        && !Owner.DescendantNodesAndSelf().OfType<YamlScalar>().Any(IsOldTemplate));

    private bool IsObject => Owner.Contains("metadata") || Owner.Contains("spec");

    /// <summary>Finds all of a file, those of inline patches too.</summary>
    public static IReadOnlyList<FluxApiUse> Of(YamlTree tree)
    {
        var found = new List<FluxApiUse>();
        if (tree.Source.Text.Contains(".toolkit.fluxcd.io", StringComparison.Ordinal))
            Collect(tree, found);
        return found;
    }

    private static void Collect(YamlTree tree, List<FluxApiUse> found)
    {
        foreach (var document in tree.Documents)
            Collect(document.Root, found);
    }

    private static void Collect(YamlNode? node, List<FluxApiUse> found)
    {
        if (node is YamlMapping mapping)
        {
            if (Read(mapping) is { } use)
                found.Add(use);
            foreach (var patch in InlinePatches(mapping))
                Collect(YamlTree.ParseEmbedded(patch), found);
            foreach (var entry in mapping.Entries)
                Collect(entry.Value, found);
        }
        else if (node is YamlSequence sequence)
        {
            foreach (var item in sequence.Items)
                Collect(item, found);
        }
    }

    private Schema? Schema(string apiVersion) => SchemaStores.Flux.Find(ResourceId.Of(Owner).Group, Api.Kind)?.Find(VersionOf(apiVersion))?.Schemas is [var newest, ..] ? newest : null;

    private static string VersionOf(string apiVersion) => apiVersion[(apiVersion.IndexOf('/') + 1)..];

    // Version 1 of image automation has no '.Updated' and no '.Changed.ImageResult' for the message of a commit (Flux 2.7).
    private bool IsOldTemplate(YamlScalar scalar) =>
        Api.Kind == "ImageUpdateAutomation" && (scalar.Value.Contains(".Updated", StringComparison.Ordinal) || scalar.Value.Contains(".ImageResult", StringComparison.Ordinal));

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
        var merged = mapping.Sequence("patchesStrategicMerge");
        // With a target, kustomize does not look at what a patch says of itself.
        var patch = mapping.Scalar("patch") is { } written && !mapping.Contains("target") ? written : null;
        return merged is null && patch is null ? [] : (merged?.Items.OfType<YamlScalar>() ?? []).Append(patch).OfType<YamlScalar>().Where(candidate => candidate.Value.Contains('\n'));
    }
}
