using FluxLint.Schemas;

namespace FluxLint.SchemaStore;

/// <summary>
/// All schemas of a block. Those that say the same, and whose parts do, are one, and also where they lead back to themselves: the coarsest
/// partition in which members of a class have the same words and children in the same classes.
/// </summary>
internal sealed class SchemaGraph
{
    private readonly Dictionary<Schema, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly List<Schema> schemas = [];
    private readonly List<int[]> children = [];
    private int[] classes = [];

    public SchemaGraph(IEnumerable<Schema> roots)
    {
        foreach (var root in roots)
            Add(root);
        for (var i = 0; i < schemas.Count; i++)
            children.Add([.. ChildrenOf(schemas[i]).Select(child => Add(child.Value))]);
        Refine();
    }

    /// <summary>What stands for a schema and for all that say the same.</summary>
    public int ClassOf(Schema schema) => classes[numbers[schema]];

    /// <summary>The schemas within another one, in the order in which a store has them.</summary>
    public static IEnumerable<SchemaSlot> ChildrenOf(Schema schema)
    {
        foreach (var property in Properties(schema))
            yield return property.Value;
        if (schema.ItemSlot is { } items)
            yield return items;
        if (schema.AdditionalSlot is { } additional)
            yield return additional;
        foreach (var branch in schema.All.Concat(schema.Any).Concat(schema.One))
            yield return branch;
        if (schema.Not is { } not)
            yield return not;
    }

    public static IEnumerable<KeyValuePair<string, SchemaSlot>> Properties(Schema schema) =>
        (schema.Properties ?? []).OrderBy(property => property.Key, StringComparer.Ordinal);

    private int Add(Schema schema)
    {
        if (!numbers.TryGetValue(schema, out var number))
        {
            numbers[schema] = number = schemas.Count;
            schemas.Add(schema);
        }
        return number;
    }

    private void Refine()
    {
        classes = Number(schemas.Select(Words));
        for (var count = 0; classes.Max() + 1 is var found && found > count;)
        {
            count = found;
            classes = Number(Enumerable.Range(0, schemas.Count).Select(i => $"{classes[i]} {string.Join(' ', children[i].Select(child => classes[child]))}"));
        }
    }

    private static int[] Number(IEnumerable<string> labels)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. labels.Select(label => seen.TryGetValue(label, out var number) ? number : seen[label] = seen.Count)];
    }

    /// <summary>What a schema says but for its parts.</summary>
    private string Words(Schema schema) => Convert.ToBase64String(SchemaWriter.Write(schema, Text, _ => 0));

    private int Text(string text) => texts.TryGetValue(text, out var number) ? number : texts[text] = texts.Count;
}
