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
        var candidates = mapping.Sequence("patchesStrategicMerge")?.Items.OfType<YamlScalar>() ?? [];
        // With a target, kustomize does not look at what a patch says of itself.
        if (mapping.Scalar("patch") is { } patch && !mapping.Contains("target"))
            candidates = candidates.Append(patch);
        return candidates.Where(candidate => candidate.Value.Contains('\n'));
    }
}
