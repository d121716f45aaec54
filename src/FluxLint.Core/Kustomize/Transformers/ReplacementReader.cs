using System.Collections.Immutable;
using FluxLint.Kustomize.Patching;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Reads <c>replacements</c>: entries in the kustomization, and files that hold one or a list. Fields that are not known are refused in the former only.</summary>
internal static class ReplacementReader
{
    private const string Incomplete = "a replacement needs a 'source' and at least one entry in 'targets'";

    public static IEnumerable<Replacement> Read(Layer layer, IEnumerable<YamlNode> items, bool isStrict)
    {
        foreach (var item in items)
        {
            if (item is YamlMapping entry && layer.NonEmptyText(entry, "path") is { } path)
            {
                foreach (var replacement in ReadFile(layer, entry, path))
                    yield return replacement;
            }
            else if (Read(layer, item, isStrict) is { } replacement)
            {
                yield return replacement;
            }
        }
    }

    /// <summary>A field that is a mapping; null when it is absent, null or refused.</summary>
    public static YamlMapping? Mapping(Layer layer, YamlMapping owner, string name)
    {
        var node = owner.Field(name);
        if (node is not (null or YamlMapping))
            layer.Report(BuildProblemKind.Refused, node, $"'{name}' must be a mapping, and is {KustomizationFields.Describe(node)}");
        return node as YamlMapping;
    }

    /// <summary>Refuses a value in place of a source that the version of kustomize does not have; one beside a source is ignored where unknown fields are.</summary>
    private static bool RefusesValue(Layer layer, YamlMapping entry, bool isStrict)
    {
        if (entry.Field("sourceValue") is not { } literal || layer.GoByVersion().HasSourceValue || (!isStrict && entry.Field("source") is not null))
            return false;
        layer.Report(BuildProblemKind.Refused, literal, $"kustomize {layer.Scope.Version} has no 'sourceValue'; 5.7 is the first that has");
        return true;
    }

    private static IEnumerable<Replacement> ReadFile(Layer layer, YamlMapping entry, YamlScalar path)
    {
        layer.RefuseUnknown(entry, "replacements", "path", "source", "sourceValue", "targets");
        if ((entry.Field("source") ?? entry.Field("sourceValue") ?? entry.Field("targets")) is { } inline)
        {
            layer.Report(BuildProblemKind.Refused, inline, "a replacement has a 'path' or is written here, not both");
            return [];
        }
        if (layer.Tree(path) is not { } tree)
            return [];
        if (tree.IsBroken)
        {
            layer.MayLack();
            return [];
        }
        var root = tree.Documents is [{ Expanded: { } written }, ..] ? RepeatedKeys.KeepLast(written) : null;
        if (root is not (YamlMapping or YamlSequence))
        {
            layer.Report(BuildProblemKind.Refused, root ?? path, $"'{path.Value}' holds no replacement and no list of them");
            return [];
        }
        return (root is YamlSequence list ? list.Items : [root]).Select(item => Read(layer, item, isStrict: false)).OfType<Replacement>();
    }

    private static Replacement? Read(Layer layer, YamlNode item, bool isStrict)
    {
        if (item is not YamlMapping entry)
        {
            layer.Report(BuildProblemKind.Refused, item, item is YamlScalar { IsNull: true } ? Incomplete : $"a replacement must be a mapping, and is {KustomizationFields.Describe(item)}");
            return null;
        }
        if (RefusesValue(layer, entry, isStrict))
            return null;
        if (isStrict)
            layer.RefuseUnknown(entry, "replacements", "path", "source", "sourceValue", "targets");
        var literal = layer.Scope.Version.HasSourceValue ? layer.Text(entry, "sourceValue") : null;
        var source = Mapping(layer, entry, "source");
        if (source is not null && literal is not null)
        {
            layer.Report(BuildProblemKind.Refused, literal, "a replacement has a 'source' or a 'sourceValue', not both");
            return null;
        }
        // Nothing is looked for in the place of a source that is not needed.
        source ??= literal is null ? null : entry.WithEntries([]);
        var targets = Entries(layer, entry, "targets");
        if (source is null || targets.Count == 0)
        {
            layer.Report(BuildProblemKind.Refused, entry.Entries is [var first, ..] ? first.Key : entry, Incomplete);
            return null;
        }
        if (isStrict && literal is null)
            layer.RefuseUnknown(source, "source", "group", "version", "kind", "name", "namespace", "fieldPath", "options");
        var path = layer.NonEmptyText(source, "fieldPath");
        return new(
            ReplacementSelector.Read(layer, source, isTarget: false),
            source,
            DottedPath.Split(path?.Value ?? DottedPath.Default),
            path ?? (YamlNode)source,
            ReplacementOptions.Read(layer, source, isStrict),
            [.. targets.Select(target => ReadTarget(layer, target, isStrict)).OfType<ReplacementTarget>()])
        {
            Literal = literal is null ? null : YamlScalar.Create(literal.Value, literal.Location, isText: false),
        };
    }

    private static ReplacementTarget? ReadTarget(Layer layer, YamlMapping target, bool isStrict)
    {
        if (isStrict)
            layer.RefuseUnknown(target, "targets", "select", "reject", "fieldPaths", "options");
        if (Mapping(layer, target, "select") is not { } select)
        {
            layer.Report(BuildProblemKind.Refused, target.Entries is [var first, ..] ? first.Key : target, "a target of a replacement needs a 'select'");
            return null;
        }
        var reject = Entries(layer, target, "reject");
        if (isStrict)
        {
            foreach (var selector in reject.Prepend(select))
                layer.RefuseUnknown(selector, ReferenceEquals(selector, select) ? "select" : "reject", "group", "version", "kind", "name", "namespace", "labelSelector", "annotationSelector");
        }
        var paths = layer.Texts(target, "fieldPaths").Select(path => ReplacementPath.Of(path, path.TextOrEmpty())).ToImmutableArray();
        return new(
            select,
            ReplacementSelector.Read(layer, select, isTarget: true),
            [.. reject.Select(selector => ReplacementSelector.Read(layer, selector, isTarget: true))],
            paths.IsEmpty ? [ReplacementPath.Of(select, DottedPath.Default)] : paths,
            ReplacementOptions.Read(layer, target, isStrict));
    }

    /// <summary>The entries of a list, of which kustomize cannot bear a null.</summary>
    private static List<YamlMapping> Entries(Layer layer, YamlMapping owner, string name)
    {
        foreach (var item in (owner.Field(name) as YamlSequence)?.Items ?? [])
        {
            if (item is YamlScalar { IsNull: true })
                layer.Report(BuildProblemKind.Refused, item, $"an entry of '{name}' is empty");
        }
        return [.. layer.Mappings(owner, name)];
    }
}
