using System.Collections.Immutable;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Plugins;

/// <summary>The plugins that patch.</summary>
internal static class PatchPlugins
{
    /// <summary>A <c>PatchTransformer</c>, which has the fields of an entry of <c>patches</c>.</summary>
    public static void Apply(Plugin plugin, PatchTransformer patcher) =>
        patcher.ApplyEntry(Plugin.Only(plugin.Root, "path", "patch", "target", "options"));

    /// <summary>A <c>PatchStrategicMergeTransformer</c>: a list of files or patches, and patches in one text.</summary>
    public static void ApplyStrategicMerge(Plugin plugin, PatchTransformer patcher)
    {
        var paths = plugin.Layer.Texts(plugin.Root, "paths").ToList();
        var patches = plugin.Text("patches");
        if (paths.Count == 0 && patches is null)
            plugin.Refuse(plugin.Root.KeyOf("kind") ?? plugin.Root, "a PatchStrategicMergeTransformer needs 'paths' or 'patches'");
        patcher.ApplyStrategicMerges([.. paths.Select(path => (path, !ReferenceReader.IsInline(path))), .. patches is null ? [] : (IEnumerable<(YamlScalar, bool)>)[(patches, false)]]);
    }

    /// <summary>A <c>PatchJson6902Transformer</c>: operations in a file or in text, for a target that has a name.</summary>
    public static void ApplyJson6902(Plugin plugin, PatchTransformer patcher)
    {
        if (plugin.Root.Mapping("target")?.Text("name") is null)
        {
            plugin.Refuse(plugin.Root["target"] ?? plugin.Root.KeyOf("kind") ?? plugin.Root, "the 'target' of a PatchJson6902Transformer needs a name");
            return;
        }
        var entry = Plugin.Only(plugin.Root, "path", "jsonOp", "target");
        patcher.ApplyEntry(entry.WithEntries(ImmutableArray.CreateRange(entry.Entries, field =>
            field.Name == "jsonOp" ? field with { Key = YamlScalar.Create("patch", field.Key.Location) } : field)), isJson6902: true);
    }
}
