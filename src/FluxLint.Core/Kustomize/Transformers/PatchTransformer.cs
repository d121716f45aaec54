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
        ApplyStrategicMerges([.. layer.Kustomization.Scalars("patchesStrategicMerge").Select(item => (item, !ReferenceReader.IsInline(item)))]);
        foreach (var item in layer.Kustomization.Items("patches"))
        {
            CheckTarget(item);
            ApplyEntry(item);
        }
    }

    /// <summary>Applies <c>patchesJson6902</c>, which come after the names and labels of the layer.</summary>
    public void ApplyJson6902()
    {
        foreach (var item in layer.Kustomization.Items("patchesJson6902"))
        {
            CheckTarget(item);
            ApplyEntry(item, isJson6902: true);
        }
    }

    /// <summary>In a kustomization the parts of a target are text; in the configuration of a plugin a number will do.</summary>
    private void CheckTarget(YamlNode item)
    {
        foreach (var (key, value) in ((item as YamlMapping)?.Field("target") as YamlMapping)?.Entries ?? [])
        {
            if (value is YamlScalar { IsNull: false })
                layer.IsText(value, $"'{key.TextOrEmpty()}' of a patch target");
        }
    }

    /// <summary>Applies strategic merge patches, which name what they patch. All of them together may not be empty.</summary>
    /// <param name="sources">The patches, and whether each is the path of one.</param>
    public void ApplyStrategicMerges(IReadOnlyCollection<(YamlScalar Source, bool IsPath)> sources)
    {
        var isEmpty = true;
        foreach (var (source, isPath) in sources)
        {
            var patch = PatchText.Read(layer, source, isPath);
            isEmpty &= patch is { Documents: [] };
            if (patch is not null)
                ApplyByName(patch.Documents, source.Location, new PatchOptions { IsSelecting = true });
        }
        if (isEmpty && sources.FirstOrDefault().Source is { } first)
            Refuse(first, "there is no patch in this: it is empty");
    }

    /// <summary>Applies one entry of <c>patches</c>.</summary>
    /// <param name="item">The entry.</param>
    /// <param name="isJson6902">Whether it is one of <c>patchesJson6902</c>, which may not be empty, and whose new names no reference follows.</param>
    public void ApplyEntry(YamlNode item, bool isJson6902 = false)
    {
        if (item is not YamlMapping entry)
        {
            Refuse(item, "an entry of 'patches' is a mapping with 'path' or 'patch', and a 'target'");
            return;
        }
        if (entry.Entries.Select(field => field.Key).FirstOrDefault(key => !EntryFields.Contains((key as YamlScalar)?.Value, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            Refuse(unknown, $"kustomize knows no field '{(unknown as YamlScalar)?.Value}' in an entry of 'patches'");
            return;
        }
        var (path, inline) = (entry.ScalarField("path"), entry.ScalarField("patch") is { } text && !string.IsNullOrWhiteSpace(text.Value) ? text : null);
        if ((path is null) == (inline is null))
        {
            Refuse(entry.Entries is [var first, ..] ? first.Key : entry, path is null ? "a patch needs 'path' or 'patch'" : "a patch has 'path' or 'patch', not both");
            return;
        }
        if ((path ?? inline) is not { } source || PatchText.Read(layer, source, isPath: path is not null) is not var (documents, startsEmpty, isBlank))
            return;

        var cause = path is not null ? path.Location : (entry.KeyOf("patch") ?? source).Location;
        var options = Options(entry.Field("options") as YamlMapping);
        if (startsEmpty && !isBlank && !layer.GoByVersion().TakesEmptyPatches)
            Refuse(source, $"kustomize {layer.Scope.Version} cannot tell what this patch is, because it starts with an empty document");
        else if (documents.Count == 0)
            RefuseEmpty(source, isJson6902 ? null : entry);
        else if (documents is [YamlSequence operations])
            ApplyJsonPatch(entry, source, operations, cause, isJson6902);
        else if (entry.Field("target") is not YamlMapping target)
            ApplyByName(documents, cause, options);
        else if (documents is not [YamlMapping patch])
            Refuse(source, "a patch with a 'target' holds one strategic merge patch or one list of JSON 6902 operations");
        else if (!NamesObject(patch))
            Refuse(patch, "a strategic merge patch needs a kind and a metadata.name, even where 'target' selects what it patches");
        else
            ApplyToTarget(target, cause, resource => Merge(resource, patch, cause, options with { IsSelecting = true }));
    }

    private void RefuseEmpty(YamlScalar source, YamlMapping? entry)
    {
        if (entry is null)
            Refuse(source, "this patch is empty");
        else if (entry.Field("target") is null && !layer.GoByVersion().TakesEmptyPatchesForNothing)
            Refuse(source, $"kustomize {layer.Scope.Version} takes an empty patch with a 'target' only");
    }

    private void ApplyJsonPatch(YamlMapping entry, YamlScalar source, YamlSequence list, Location cause, bool isJson6902)
    {
        if (entry.Field("target") is not YamlMapping target)
        {
            Refuse(source, "a JSON 6902 patch needs a 'target'");
            return;
        }
        var (operations, problem) = JsonPatch.Parse(list);
        if (problem is not null)
            Refuse(problem.Node, problem.Message);
        else
            ApplyToTarget(target, cause, resource => Patched(isJson6902 ? resource : resource.RememberId(), JsonPatch.Apply(resource.Root, operations, cause)), operations.Length);
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
        var isChange = false;
        layer.Transform(resource =>
        {
            if (!selector.Matches(resource))
                return resource;
            matches++;
            var patched = apply(resource);
            isChange = isChange || IsChange(resource, patched);
            return patched;
        }, entries);
        var shown = target.ScalarField("name") ?? target.ScalarField("kind") ?? (YamlNode)target;
        Record(cause, shown.Location, PatchTarget.Of(selector.Matches, Describe(target)), matches, isChange, isRefused: false);
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
            var target = new NamedTarget(ResourceId.Of(patch).Conflicting);
            var candidates = layer.Resources.Where(target.Matches).Take(2).ToList();
            if (candidates is [var one, var another])
            {
                RefuseAmbiguous(name, one, another);
                continue;
            }
            var matches = 0;
            var isChange = false;
            var isLost = false;
            layer.Transform(resource =>
            {
                if (!target.Matches(resource))
                    return resource;
                matches++;
                var patched = Merge(resource, patch, cause, options);
                isChange = isChange || IsChange(resource, patched);
                isLost = isLost || (!isChange && PortPatches.AreLost(resource.Root, patch));
                return patched;
            });
            Record(cause, name.Location, target, matches, isChange, isRefused: true, isLost);
        }
    }

    private void RefuseAmbiguous(YamlNode name, Resource one, Resource another)
    {
        layer.Problems.Add(new(BuildProblemKind.Refused, name.Location, $"this patch could be meant for {one.Id.Display} in namespace '{one.Id.EffectiveNamespace}' or in '{another.Id.EffectiveNamespace}'")
        {
            Related = [new(one.Location, "one is here"), new(another.Location, "the other is here")],
        });
        layer.MayLack();
    }

    private Resource? Merge(Resource resource, YamlMapping patch, Location cause, PatchOptions options)
    {
        if (options.IsSelecting && WrittenKeys.FirstUnprintable(patch.At("metadata", "labels")) is { } key)
            Refuse(key, WrittenKeys.Describe(key));
        var result = StrategicMergePatch.Apply(resource.Root, patch, cause, options, layer.Scope.Schema is { } schema ? schema.MergeKeysOf : null);
        var renamed = options.AllowNameChange || options.AllowKindChange ? resource.RememberId() : resource;
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

    /// <summary>The options of an entry: a map from any name, in which case counts, to booleans.</summary>
    private PatchOptions Options(YamlMapping? options)
    {
        foreach (var (key, value) in options?.Entries ?? [])
        {
            if (value is not YamlScalar scalar || (!scalar.IsNull && KustomizationFields.Boolean(scalar) is null))
                Refuse(value, $"'{key.TextOrEmpty()}' must be true or false, and is {KustomizationFields.Describe(value)}");
        }
        return new(IsOn("allowNameChange"), IsOn("allowKindChange"));

        bool IsOn(string name) => options?[name] is YamlScalar scalar && KustomizationFields.Boolean(scalar) == true;
    }

    private static bool IsChange(Resource before, Resource? after) => before.HasUnknownValues || after is null || !YamlNode.DataEquals(before.Root, after.Root);

    private void Record(Location cause, Location place, PatchTarget target, int matches, bool isChange, bool isRefused, bool isLost = false) => uses.Add(new(target)
    {
        Entry = cause,
        Target = place,
        Matches = matches,
        ChangesNothing = matches > 0 && !isChange,
        IsLost = isLost && !isChange,
        IsUncertain = layer.HasGaps,
        IsRefused = isRefused,
    });

    private static string Describe(YamlMapping target)
    {
        var kind = target.TextField("kind") ?? "resource";
        var name = target.TextField("name") is { } text ? $" '{text}'" : "";
        var place = target.TextField("namespace") is { } ns ? $" in namespace '{ns}'" : "";
        var selectors = target.Entries
            .Where(entry => entry.Name?.ToLowerInvariant() is "group" or "version" or "labelselector" or "annotationselector")
            .Select(entry => $"{entry.Name} '{(entry.Value as YamlScalar)?.Value}'");
        var rest = string.Join(" and ", selectors);
        return kind + name + place + (rest.Length > 0 ? $" with {rest}" : "");
    }

    private void Refuse(YamlNode node, string message) => Refuse(node.Location, message);

    private void Refuse(Location location, string message) => layer.Report(BuildProblemKind.Refused, location, message);
}
