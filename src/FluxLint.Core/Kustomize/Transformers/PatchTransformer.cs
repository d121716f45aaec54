using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize.Patching;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Applies the patches of a layer: <c>patches</c>, <c>patchesStrategicMerge</c> and <c>patchesJson6902</c>.</summary>
internal sealed class PatchTransformer(Layer layer, List<PatchUse> uses)
{
    private static readonly string[] EntryFields = ["path", "patch", "target", "options"];

    /// <summary>Applies <c>patchesStrategicMerge</c>, then <c>patches</c>.</summary>
    public void ApplyPatches()
    {
        foreach (var item in layer.Kustomization.Scalars("patchesStrategicMerge"))
            ApplyStrategicMerge(item, isPath: !ReferenceReader.IsInline(item));
        foreach (var item in layer.Kustomization.Items("patches"))
            ApplyEntry(item);
    }

    /// <summary>Applies <c>patchesJson6902</c>, which come after the names and labels of the layer.</summary>
    public void ApplyJson6902()
    {
        foreach (var item in layer.Kustomization.Items("patchesJson6902"))
            ApplyEntry(item);
    }

    /// <summary>Applies strategic merge patches, which name what they patch.</summary>
    public void ApplyStrategicMerge(YamlScalar source, bool isPath)
    {
        if (Documents(source, isPath) is { } documents)
            ApplyByName(documents, source.Location, new PatchOptions { IsSelecting = true });
    }

    /// <summary>Applies one entry of <c>patches</c>.</summary>
    public void ApplyEntry(YamlNode item)
    {
        if (item is not YamlMapping entry)
        {
            Refuse(item, "an entry of 'patches' is a mapping with 'path' or 'patch', and a 'target'");
            return;
        }
        if (entry.Entries.FirstOrDefault(field => !EntryFields.Contains(field.Name)) is { } unknown)
        {
            Refuse(unknown.Key, $"kustomize knows no field '{unknown.Name}' in an entry of 'patches'");
            return;
        }
        var (path, inline) = (entry.Scalar("path"), entry.Scalar("patch"));
        if ((path is null) == (inline is null))
        {
            Refuse(entry.Entries is [var first, ..] ? first.Key : entry, path is null ? "a patch needs 'path' or 'patch'" : "a patch has 'path' or 'patch', not both");
            return;
        }
        if ((path ?? inline) is not { } source || Documents(source, isPath: path is not null) is not { } documents)
            return;

        var cause = path is not null ? path.Location : (entry.KeyOf("patch") ?? source).Location;
        var options = Options(entry.Mapping("options"));
        if (documents is [YamlSequence operations])
            ApplyJsonPatch(entry, source, operations, cause);
        else if (entry.Mapping("target") is not { } target)
            ApplyByName(documents, cause, options);
        else if (documents is not [YamlMapping patch])
            Refuse(source, "a patch with a 'target' holds one strategic merge patch or one list of JSON 6902 operations");
        else if (!NamesObject(patch))
            Refuse(patch, "a strategic merge patch needs a kind and a metadata.name, even where 'target' selects what it patches");
        else
            ApplyToTarget(target, cause, resource => Merge(resource, patch, cause, options with { IsSelecting = true }));
    }

    private void ApplyJsonPatch(YamlMapping entry, YamlScalar source, YamlSequence list, Location cause)
    {
        if (entry.Mapping("target") is not { } target)
        {
            Refuse(source, "a JSON 6902 patch needs a 'target'");
            return;
        }
        var (operations, problem) = JsonPatch.Parse(list);
        if (problem is not null)
            Refuse(problem.Node, problem.Message);
        else
            ApplyToTarget(target, cause, resource => Patched(resource, JsonPatch.Apply(resource.Root, operations, cause)), operations.Length);
    }

    private void ApplyToTarget(YamlMapping target, Location cause, Func<Resource, Resource?> apply, int entries = 1)
    {
        var (selector, node, problem) = Selector.Read(target);
        if (selector is null)
        {
            Refuse(node, problem);
            return;
        }
        var matches = 0;
        layer.Transform(resource =>
        {
            if (!selector.Matches(resource))
                return resource;
            matches++;
            return apply(resource);
        }, entries);
        var shown = target.Scalar("name") ?? target.Scalar("kind") ?? (YamlNode)target;
        Record(cause, shown.Location, Describe(target), selector.Matches, matches, isRefused: false);
    }

    private void ApplyByName(IReadOnlyList<YamlNode> documents, Location cause, PatchOptions options)
    {
        foreach (var document in documents)
        {
            if (document is not YamlMapping patch || !NamesObject(patch) || patch.At("metadata", "name") is not { } name)
            {
                Refuse(document, "a strategic merge patch without a 'target' names its object: apiVersion, kind and metadata.name");
                continue;
            }
            var id = ResourceId.Of(patch).Conflicting;
            var candidates = layer.Resources.Where(Selects).Take(2).ToList();
            if (candidates is [var one, var another])
            {
                RefuseAmbiguous(name, one, another);
                continue;
            }
            var matches = 0;
            layer.Transform(resource =>
            {
                if (!Selects(resource))
                    return resource;
                matches++;
                return Merge(resource, patch, cause, options);
            });
            var place = id.Namespace == WellKnownNamespaces.Default ? "" : $" in namespace '{id.Namespace}'";
            Record(cause, name.Location, $"{id.ApiVersion} {id.Display}{place}", Selects, matches, isRefused: true);

            bool Selects(Resource resource) => resource.IsOrWas(id);
        }
    }

    private void RefuseAmbiguous(YamlNode name, Resource one, Resource another)
    {
        layer.Problems.Add(new(BuildProblemKind.Refused, name.Location, $"this patch could be meant for {one.Id.Display} in namespace '{one.Id.EffectiveNamespace}' or in '{another.Id.EffectiveNamespace}'")
        {
            Related = [new(one.Location, "one is here"), new(another.Location, "the other is here")],
        });
        layer.HasGaps = true;
    }

    private Resource? Merge(Resource resource, YamlMapping patch, Location cause, PatchOptions options)
    {
        var renamed = options.AllowNameChange || options.AllowKindChange ? resource.RememberId() : resource;
        var result = StrategicMergePatch.Apply(resource.Root, patch, cause, options, layer.Scope.Schema is { } schema ? schema.MergeKeysOf : null);
        return Patched(renamed, result.Value is { } merged ? PatchResult.Of(SharedValues.Follow(resource.Root, merged)) : result);
    }

    private static bool NamesObject(YamlMapping patch) => patch.Text("kind") is not null && patch.Mapping("metadata")?.Text("name") is not null;

    private Resource? Patched(Resource resource, PatchResult result)
    {
        if (result.Problem is not { } problem)
            return result.Value is { } root ? resource.With(root) : null;
        if (problem.IsLimit)
        {
            layer.Report(BuildProblemKind.Limit, problem.Node, $"{problem.Message}: {resource.Id.Display} is looked at without this patch");
            return resource.WithUnknownValues();
        }
        Refuse(problem.Node, $"{problem.Message} (in {resource.Id.Display})");
        return resource;
    }

    private static PatchOptions Options(YamlMapping? options) =>
        new(options?.Text("allowNameChange") == "true", options?.Text("allowKindChange") == "true");

    private void Record(Location cause, Location target, string description, Func<Resource, bool> selector, int matches, bool isRefused) => uses.Add(new(selector)
    {
        Entry = cause,
        Target = target,
        Description = description,
        Matches = matches,
        IsUncertain = layer.HasGaps,
        IsRefused = isRefused,
    });

    /// <summary>The documents of a patch; null when it cannot be read, which is reported where it is.</summary>
    private List<YamlNode>? Documents(YamlScalar source, bool isPath)
    {
        var tree = isPath ? layer.Tree(source) : YamlTree.ParseEmbedded(source);
        if (tree is null)
            return null;
        if (tree.IsBroken)
        {
            layer.HasGaps = true;
            if (!isPath)
                Refuse(tree.Problems[0].Location, $"this inline patch is not YAML: {tree.Problems[0].Message}");
            return null;
        }
        return [.. tree.Documents.Select(document => document.Expanded).OfType<YamlNode>()];
    }

    private static string Describe(YamlMapping target)
    {
        var kind = target.Text("kind") ?? "resource";
        var name = target.Text("name") is { } text ? $" '{text}'" : "";
        var place = target.Text("namespace") is { } ns ? $" in namespace '{ns}'" : "";
        var selectors = target.Entries
            .Where(entry => entry.Name is "group" or "version" or "labelSelector" or "annotationSelector")
            .Select(entry => $"{entry.Name} '{(entry.Value as YamlScalar)?.Value}'");
        var rest = string.Join(" and ", selectors);
        return kind + name + place + (rest.Length > 0 ? $" with {rest}" : "");
    }

    private void Refuse(YamlNode node, string message) => Refuse(node.Location, message);

    private void Refuse(Location location, string message) => layer.Report(BuildProblemKind.Refused, location, message);
}
