using System.Globalization;
using FluxLint.Files;
using FluxLint.Kustomize.Configurations;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Plugins;

/// <summary>Carries out a <c>ValueAddTransformer</c>: sets fields to a value, or puts it into the path that a field holds.</summary>
internal static class ValueAddTransformer
{
    public static void Apply(Plugin plugin)
    {
        var layer = plugin.Layer;
        if (Value(plugin) is not { } value)
        {
            layer.Report(BuildProblemKind.RenderGap, plugin.Root.KeyOf("kind") ?? plugin.Root, "without a 'value' a ValueAddTransformer adds the name of the kustomization's directory, which is not known here");
            layer.Transform(resource => resource.WithUnknownValues());
            return;
        }
        foreach (var target in layer.Mappings(plugin.Root, "targets"))
        {
            var path = FieldSpecReader.Text(layer, target, "fieldPath");
            if (Position(layer, target) is not { } position)
                continue;
            var (selector, node, problem) = Selector.Read(target.Mapping("selector") ?? target.WithEntries([]));
            if (selector is null)
                plugin.Refuse(node, problem);
            else
                layer.Transform(resource => selector.Matches(resource) ? Add(layer, resource, value, path, position) : resource);
        }
    }

    /// <summary>The value, which by default is the name of the directory; null at the root of the repository, whose name may be any.</summary>
    private static YamlScalar? Value(Plugin plugin)
    {
        if (plugin.Text("value") is { } written)
            return written;
        var directory = RepositoryPath.FileName(plugin.Layer.Kustomization.Directory);
        return directory.Length == 0 ? null : YamlScalar.Create(directory, plugin.Root.Location);
    }

    private static int? Position(Layer layer, YamlMapping target)
    {
        if (target.Field("filePathPosition") is not { } node)
            return 0;
        if (node is YamlScalar { Kind: ScalarKind.Integer } scalar && int.TryParse(scalar.CanonicalValue, CultureInfo.InvariantCulture, out var position) && position >= 0)
            return position;
        layer.Report(BuildProblemKind.Refused, node, "'filePathPosition' must be a whole number that is not negative");
        return null;
    }

    private static Resource Add(Layer layer, Resource resource, YamlScalar value, string path, int position)
    {
        var field = new FieldSpec(path, Create: true);
        YamlNode? at = resource.Root;
        foreach (var step in field.Steps)
        {
            at = (at as YamlMapping)?[step];
            if (at is not YamlSequence list)
                continue;
            Refuse(list);
            return resource;
        }
        return resource.With(new FieldWalk(Set, value.Location, Refuse).Apply(resource.Root, field));

        YamlNode? Set(YamlNode? present)
        {
            if (present is not (null or YamlScalar))
            {
                Refuse(present);
                return null;
            }
            var text = position == 0 || present is null ? value.Value : Insert(present.TextOrEmpty(), value.Value, position);
            return YamlScalar.Create(text, value.Location).WithDerivation(new(ProvenanceStep.Plugin, value.Location, present));
        }

        void Refuse(YamlNode node) => layer.Report(BuildProblemKind.Refused, node, $"{resource.Id.Display} has {KustomizationFields.Describe(node)} where a value is to be added");
    }

    /// <summary>Puts a component into a path, before the one at a position from 1, or behind the last.</summary>
    private static string Insert(string path, string component, int position)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        parts.Insert(Math.Min(position - 1, parts.Count), component);
        return (path.StartsWith('/') ? "/" : "") + string.Join('/', parts);
    }
}
