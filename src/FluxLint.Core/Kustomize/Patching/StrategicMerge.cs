using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>
/// One strategic merge of a patch into a resource. Where a patch adds a whole mapping or list, kustomize merges the addition with
/// itself, which carries out the directives inside it; here that is a merge whose two sides are the same instance.
/// </summary>
internal sealed class StrategicMerge(Location cause, Func<string, string, MergeSchema?> schemas)
{
    private const int MaximumItems = 4_000;

    private const string Directive = "$patch";

    /// <summary>The first thing that keeps the patch from being applied.</summary>
    public PatchProblem? Problem { get; private set; }

    public void Fail(YamlNode node, string message) => Problem ??= new(node, message);

    /// <summary>Merges two nodes; null when nothing stays.</summary>
    public YamlNode? Merge(YamlNode? target, YamlNode? patch, MergeSchema? schema)
    {
        if (Problem is not null || (patch is null && (target is null or YamlScalar || schema is null)))
            return target;
        schema ??= SchemaOf(target) ?? SchemaOf(patch);
        var leading = IsMissing(target) ? patch : target;
        if (!IsMissing(patch) && leading is not null && patch is not null && Kind(leading) != Kind(patch))
        {
            Fail(patch, $"the patch has {Kind(patch)} where the resource has {Kind(leading)}");
            return target;
        }
        return leading switch
        {
            YamlMapping => MergeMappings(target, patch, schema),
            YamlSequence => MergeSequences(target, patch, schema),
            YamlScalar { IsNull: false } when patch is null => target,
            YamlScalar { IsNull: false } when patch is YamlScalar { IsNull: false } scalar => Set(Quoted(scalar, target), target),
            _ => null,
        };
    }

    private YamlNode? MergeMappings(YamlNode? target, YamlNode? patch, MergeSchema? schema)
    {
        if (patch is YamlScalar)
            return null;
        var changes = patch as YamlMapping;
        if (changes?[Directive] is { } directive)
        {
            var bare = changes.Without(Directive);
            switch (NodeText.Of(directive))
            {
                case "delete":
                    return null;
                case "replace":
                    return Set(MergeFields(bare, bare, schema), target);
                case "merge":
                    target = ReferenceEquals(target, changes) ? bare : target;
                    changes = bare;
                    break;
                case var unknown when !IsMissing(target):
                    Fail(directive, $"'{unknown}' is not a patch directive; 'delete', 'merge' and 'replace' are");
                    return target;
            }
        }
        return target is YamlMapping existing
            ? MergeFields(existing, changes, schema)
            : changes is null ? null : Set(MergeFields(changes, changes, schema), target);
    }

    private YamlMapping MergeFields(YamlMapping target, YamlMapping? patch, MergeSchema? schema)
    {
        var isSame = ReferenceEquals(target, patch);
        ImmutableArray<YamlEntry>.Builder? entries = null;
        for (var i = 0; i < target.Entries.Length; i++)
        {
            var entry = target.Entries[i];
            if (entry.Name is not { } name)
            {
                entries?.Add(entry);
                continue;
            }
            var value = Merge(entry.Value, isSame ? entry.Value : patch?[name], schema?.Field(name));
            if (entries is null && !ReferenceEquals(value, entry.Value))
            {
                entries = ImmutableArray.CreateBuilder<YamlEntry>(target.Entries.Length);
                entries.AddRange(target.Entries.AsSpan(0, i));
            }
            if (value is not null)
                entries?.Add(entry with { Value = value });
        }
        if (patch is not null && !isSame)
        {
            foreach (var entry in patch.Entries)
            {
                // Of two equal keys of the patch the first counts.
                if (entry.Name is not { } name || target.Contains(name) || !ReferenceEquals(patch[name], entry.Value) || Merge(null, entry.Value, schema?.Field(name)) is not { } added)
                    continue;
                entries ??= target.Entries.ToBuilder();
                entries.Add(entry with { Value = added });
            }
        }
        return entries is null ? target : target.WithEntries(entries.ToImmutable());
    }

    private YamlNode? MergeSequences(YamlNode? target, YamlNode? patch, MergeSchema? schema)
    {
        if (patch is YamlScalar)
            return null;
        var changes = patch as YamlSequence;
        if (schema is not { IsMergedList: true })
            return Set(changes, target);
        if (target is not YamlSequence existing)
            return changes is null ? null : Set(MergeItems(changes, changes, schema), target);

        if (changes is not null && ListDirective(changes) is { } directive)
        {
            var text = NodeText.Of(directive);
            var bare = changes.WithItems([.. changes.Items.Where(item => !IsDirective(item, text))]);
            switch (text)
            {
                case "delete":
                    return null;
                case "replace":
                    return Set(MergeItems(bare, bare, schema), target);
                case "merge":
                    existing = ReferenceEquals(existing, changes) ? bare : existing;
                    changes = bare;
                    break;
                default:
                    Fail(directive, $"'{text}' is not a patch directive; 'delete', 'merge' and 'replace' are");
                    return target;
            }
        }
        return MergeItems(existing, changes, schema);
    }

    private YamlSequence MergeItems(YamlSequence target, YamlSequence? patch, MergeSchema schema)
    {
        // Each item is looked for among all others.
        if (target.Items.Length + (patch?.Items.Length ?? 0) > MaximumItems)
        {
            Problem ??= new(patch ?? target, $"lists of more than {MaximumItems:N0} items are not merged") { IsLimit = true };
            return target;
        }
        var items = new MergedList(this, schema, target, patch).Merge();
        return items.AsSpan().SequenceEqual(target.Items.AsSpan(), ReferenceEqualityComparer.Instance) ? target : target.WithItems(items);
    }

    /// <summary>A directive for the whole list: the value of the first item with one, when the item has nothing else.</summary>
    private static YamlNode? ListDirective(YamlSequence patch) =>
        patch.Items.OfType<YamlMapping>().FirstOrDefault(item => item.Contains(Directive)) is { Entries.Length: 1 } item ? item[Directive] : null;

    private static bool IsDirective(YamlNode item, string directive) => item switch
    {
        YamlMapping mapping => mapping.Entries.IsEmpty || (mapping[Directive] is { } value && NodeText.Of(value) == directive),
        _ => IsMissing(item),
    };

    // kustomize keeps the quotes of the value it replaces, and so a number in place of quoted text becomes text.
    private static YamlScalar Quoted(YamlScalar patch, YamlNode? target) =>
        patch.Style == ScalarStyle.Plain && target is YamlScalar { Style: not ScalarStyle.Plain } text && !ReferenceEquals(patch, target)
            ? new(patch.Source, patch.Span, patch.Value, text.Style)
            : patch;

    /// <summary>The patch's node with its origin, unless it changes nothing.</summary>
    private YamlNode? Set(YamlNode? patch, YamlNode? target) =>
        patch is null || ReferenceEquals(patch, target) || YamlNode.DataEquals(patch, target)
            ? target
            : patch.WithDerivation(new(ProvenanceStep.Patch, cause, target));

    private MergeSchema? SchemaOf(YamlNode? node) =>
        node is YamlMapping mapping && mapping.Text("apiVersion") is { } apiVersion && mapping.Text("kind") is { } kind ? schemas(apiVersion, kind) : null;

    private static bool IsMissing(YamlNode? node) => node is null or YamlScalar { IsNull: true };

    private static string Kind(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        _ => "a scalar",
    };
}
