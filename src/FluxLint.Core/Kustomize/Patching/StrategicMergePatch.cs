using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>Applies strategic merge patches as kustomize does.</summary>
internal static class StrategicMergePatch
{
    /// <summary>Patches a resource.</summary>
    /// <param name="target">The resource.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="cause">The entry of the kustomization that asks for the patch.</param>
    /// <param name="options">What else the patch may change.</param>
    /// <param name="schemas">The merge keys of a kind by apiVersion and kind; those of the built-in kinds when null.</param>
    public static PatchResult Apply(YamlMapping target, YamlMapping patch, Location cause, PatchOptions options = default, Func<string, string, MergeSchema?>? schemas = null)
    {
        // A directive to replace the whole resource has no effect in kustomize.
        if (patch["$patch"] is YamlScalar { Value: "replace" })
            return PatchResult.Of(target);
        var merge = new StrategicMerge(cause, schemas ?? MergeKeys.Of);
        var merged = merge.Merge(target, options.IsSelecting ? PatchMetadata.AsText(patch) : patch, schema: null) as YamlMapping;
        if (merge.Problem is { } problem)
            return PatchResult.Of(problem);
        if (merged is null or { Entries.IsEmpty: true })
            return PatchResult.Of((YamlMapping?)null);
        // What the patch adds as a whole is added as it is written.
        if (RepeatedKeys.First(patch) is not null && RepeatedKeys.First(merged) is { } repeated)
            return PatchResult.Of(new PatchProblem(repeated, RepeatedKeys.Describe((repeated as YamlScalar)?.Value)));
        return PatchResult.Of(KeepIdentity(merged, target, options));
    }

    /// <summary>Gives the patched resource the type, name and namespace that it had, because a patch is no way to move it.</summary>
    private static YamlMapping KeepIdentity(YamlMapping merged, YamlMapping target, PatchOptions options)
    {
        merged = Keep(merged, target, "apiVersion");
        if (!options.AllowKindChange)
            merged = Keep(merged, target, "kind");
        if (target.Mapping("metadata") is not { } before)
            return merged;

        var metadata = merged.Mapping("metadata") ?? before.WithEntries([]);
        if (!options.AllowNameChange)
            metadata = Keep(metadata, before, "name");
        metadata = Keep(metadata, before, "namespace");
        return ReferenceEquals(metadata, merged["metadata"]) ? merged : merged.With("metadata", metadata, target.KeyOf("metadata"));
    }

    private static YamlMapping Keep(YamlMapping merged, YamlMapping target, string name)
    {
        if (target[name] is not { } value)
            return merged.Without(name);
        return ReferenceEquals(merged[name], value) ? merged : merged.With(name, value, target.KeyOf(name));
    }
}
