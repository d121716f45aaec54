using System.Collections.Frozen;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Plugins;

/// <summary>The transformers that a plugin may name: what the fields of a kustomization do, with settings of its own.</summary>
internal static class BuiltInTransformers
{
    private static readonly FrozenDictionary<string, Action<Plugin, PatchTransformer>> Kinds = new Dictionary<string, Action<Plugin, PatchTransformer>>
    {
        ["AnnotationsTransformer"] = (plugin, _) => PairWriter.Write(plugin.Layer, plugin.Pairs("annotations"), plugin.FieldSpecs ?? [], ProvenanceStep.Annotation),
        ["HashTransformer"] = (plugin, _) => plugin.Layer.Transform(HashTransformer.Rename),
        ["ImageTagTransformer"] = (plugin, _) => ChangeImage(plugin),
        ["LabelTransformer"] = (plugin, _) => PairWriter.Write(plugin.Layer, plugin.Pairs("labels"), plugin.FieldSpecs ?? [], ProvenanceStep.Label),
        ["NamespaceTransformer"] = (plugin, _) => Place(plugin),
        ["PatchJson6902Transformer"] = PatchPlugins.ApplyJson6902,
        ["PatchStrategicMergeTransformer"] = PatchPlugins.ApplyStrategicMerge,
        ["PatchTransformer"] = PatchPlugins.Apply,
        ["PrefixSuffixTransformer"] = (plugin, _) => Rename(plugin, "prefix", "suffix"),
        ["PrefixTransformer"] = (plugin, _) => Rename(plugin, "prefix"),
        ["ReplacementTransformer"] = (plugin, _) => ReplacementTransformer.Apply(plugin.Layer, plugin.Root.Sequence("replacements")?.Items ?? [], isStrict: false),
        ["ReplicaCountTransformer"] = (plugin, _) => Count(plugin),
        ["SuffixTransformer"] = (plugin, _) => Rename(plugin, "suffix"),
        ["ValueAddTransformer"] = (plugin, _) => ValueAddTransformer.Apply(plugin),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Carries out a plugin; false when no built-in transformer has its kind.</summary>
    public static bool TryApply(Plugin plugin, PatchTransformer patcher)
    {
        if (!Kinds.TryGetValue(plugin.Kind, out var apply))
            return false;
        apply(plugin, patcher);
        return true;
    }

    private static void ChangeImage(Plugin plugin)
    {
        if (plugin.Entry("imageTag", "name", "newName", "newTag", "digest", "tagSuffix") is { } image
            && ImageEntry.Read(plugin.Layer, (YamlMapping)Plugin.Textual(image)) is { } entry)
        {
            ImageTransformer.Apply(plugin.Layer, [entry], plugin.FieldSpecs ?? []);
        }
    }

    private static void Place(Plugin plugin)
    {
        SubjectPlacement? subjects = plugin.Text("setRoleBindingSubjects")?.Value switch
        {
            null or "defaultOnly" => SubjectPlacement.DefaultOnly,
            "allServiceAccounts" => SubjectPlacement.AllServiceAccounts,
            "none" => SubjectPlacement.None,
            _ => null,
        };
        if (subjects is not { } placement)
            plugin.Refuse(plugin.Root["setRoleBindingSubjects"] ?? plugin.Root, "'setRoleBindingSubjects' is 'defaultOnly', 'allServiceAccounts' or 'none'");
        else if (plugin.Metadata.Scalar("namespace") is { Value.Length: > 0 } value)
            NamespaceTransformer.Apply(plugin.Layer, value, plugin.FieldSpecs ?? [], placement, plugin.Layer.Flag(plugin.Root, "unsetOnly"));
    }

    private static void Rename(Plugin plugin, params ReadOnlySpan<string> fields)
    {
        if (plugin.FieldSpecs is not { } specs)
        {
            plugin.Refuse(plugin.Root.KeyOf("kind") ?? plugin.Root, $"a {plugin.Kind} needs 'fieldSpecs', such as '- path: metadata/name'");
            return;
        }
        foreach (var field in fields)
        {
            if (plugin.Text(field) is { } affix)
                PrefixSuffixTransformer.Apply(plugin.Layer, affix, specs, isPrefix: field == "prefix");
        }
    }

    private static void Count(Plugin plugin) =>
        ReplicaTransformer.Apply(plugin.Layer, plugin.Entry("replica", "name", "count") ?? plugin.Root.WithEntries([]), plugin.FieldSpecs ?? []);
}
