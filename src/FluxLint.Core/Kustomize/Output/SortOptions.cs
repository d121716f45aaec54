using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Output;

/// <summary>The <c>sortOptions</c> of a kustomization. They count only at the top of a build.</summary>
internal static class SortOptions
{
    private const string Field = "sortOptions";

    /// <summary>Reports what kustomize refuses in any layer: unknown fields and values of the wrong type.</summary>
    public static void Check(Layer layer)
    {
        if (layer.Kustomization.Field(Field) is not { } field)
            return;
        CheckFields(field, ["order", "legacySortOptions"]);
        if (field is not YamlMapping options)
            return;
        if (options.Field("order") is { } order and not YamlScalar { Kind: ScalarKind.String or ScalarKind.Null })
            Refuse(order, "'order' is legacy or fifo");
        if (options.Field("legacySortOptions") is not { } legacy)
            return;
        CheckFields(legacy, ["orderFirst", "orderLast"]);
        foreach (var entry in (legacy as YamlMapping)?.Entries ?? [])
        {
            if (entry.Value is not (YamlSequence or YamlScalar { IsNull: true }))
                Refuse(entry.Value, $"'{entry.Name}' must be a list of kinds");
            foreach (var kind in (entry.Value as YamlSequence)?.Items ?? [])
                layer.IsText(kind, $"an entry of '{entry.Name}'");
        }

        void CheckFields(YamlNode node, string[] known)
        {
            if (node is not YamlMapping mapping)
                Refuse(node, "a mapping is expected here");
            foreach (var entry in (node as YamlMapping)?.Entries ?? [])
            {
                if (!known.Contains(entry.Name, StringComparer.OrdinalIgnoreCase))
                    Refuse(entry.Key, $"kustomize knows no field '{entry.Name}' in '{Field}'");
            }
        }

        void Refuse(YamlNode node, string message) => layer.Report(BuildProblemKind.Refused, node, message);
    }

    /// <summary>What is wrong with the options of the kustomization at the top; null when they can be followed.</summary>
    public static BuildProblem? Problem(Kustomization kustomization)
    {
        if (kustomization.Field(Field) is not YamlMapping options)
            return null;
        var order = options.TextField("order");
        if (order is not ("legacy" or "fifo"))
            return new(BuildProblemKind.Refused, (options.Field("order") ?? options).Location, $"'{Field}.order' is legacy or fifo{(order is null ? "" : $", not '{order}'")}");
        return order == "fifo" && options.Field("legacySortOptions") is { } legacy
            ? new(BuildProblemKind.Refused, (options.KeyOf("legacySortOptions") ?? legacy).Location, "'legacySortOptions' needs the order legacy, and this one is fifo")
            : null;
    }

    /// <summary>The resources in the order that the kustomization at the top asks for, or in the given one.</summary>
    public static ImmutableArray<Resource> Sort(ImmutableArray<Resource> resources, Kustomization? kustomization, BuildOrder order)
    {
        var options = kustomization?.Field(Field) as YamlMapping;
        var isLegacy = options?.TextField("order") switch
        {
            null => order == BuildOrder.Legacy,
            var asked => asked == "legacy",
        };
        if (!isLegacy)
            return resources;
        var sorter = options?.Field("legacySortOptions") is YamlMapping legacy ? new(Kinds(legacy, "orderFirst"), Kinds(legacy, "orderLast")) : LegacyOrder.Default;
        return sorter.Sort(resources);
    }

    private static ImmutableArray<string> Kinds(YamlMapping options, string name) =>
        options.Field(name) is YamlSequence kinds ? [.. kinds.Items.OfType<YamlScalar>().Select(kind => kind.Value)] : [];
}
