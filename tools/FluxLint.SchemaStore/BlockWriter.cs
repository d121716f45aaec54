using System.Text;
using FluxLint.Schemas;

namespace FluxLint.SchemaStore;

/// <summary>Writes what <c>StoreBlock</c> reads. Texts and schemas are numbered as they are met on the way through the kinds.</summary>
internal sealed class BlockWriter
{
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> numbers = [];
    private readonly List<Schema> schemas = [];
    private readonly IReadOnlyList<KeyValuePair<(string Group, string Kind), ContentKind>> kinds;
    private readonly List<Version> releases;
    private readonly SchemaGraph graph;

    private BlockWriter(IReadOnlyList<KeyValuePair<(string Group, string Kind), ContentKind>> kinds, IEnumerable<Version> releases)
    {
        this.kinds = kinds;
        this.releases = [.. releases];
        graph = new(kinds.SelectMany(kind => kind.Value.Versions.Values).Select(version => version.Schema).OfType<Schema>());
    }

    public static byte[] Write(IReadOnlyList<KeyValuePair<(string Group, string Kind), ContentKind>> kinds, IEnumerable<Version> releases) =>
        new BlockWriter(kinds, releases).Write();

    private byte[] Write()
    {
        var tail = new ByteWriter();
        tail.Number(kinds.Count);
        foreach (var (name, kind) in kinds)
            Write(tail, name, kind);
        var written = new List<byte[]>();
        for (var i = 0; i < schemas.Count; i++)
            written.Add(SchemaWriter.Write(schemas[i], Text, Number));
        var block = new ByteWriter();
        WriteParts(block, [.. texts.OrderBy(text => text.Value).Select(text => Encoding.UTF8.GetBytes(text.Key))]);
        WriteParts(block, written);
        block.Bytes(tail.ToArray());
        return block.ToArray();
    }

    private void Write(ByteWriter writer, (string Group, string Kind) name, ContentKind kind)
    {
        writer.Number(Text(name.Group));
        writer.Number(Text(name.Kind));
        writer.Number(kind.Scope is { } scope ? (int)scope + 1 : 0);
        var versions = kind.Versions.GroupBy(version => version.Key.Name, version => (Release: releases.IndexOf(version.Key.Release), Version: version.Value), StringComparer.Ordinal).ToList();
        writer.Number(versions.Count);
        foreach (var version in versions)
        {
            writer.Number(Text(version.Key));
            var spans = Spans([.. version]);
            writer.Number(spans.Count);
            foreach (var (first, last, state, schema) in spans)
            {
                writer.Number(first);
                writer.Number(last);
                writer.Number((int)state);
                writer.Number(schema is null ? 0 : Number(schema) + 1);
            }
        }
    }

    /// <summary>Brings releases together that say the same.</summary>
    private List<(int First, int Last, VersionState State, Schema? Schema)> Spans(IReadOnlyList<(int Release, DefinedVersion Version)> states)
    {
        var spans = new List<(int First, int Last, VersionState State, Schema? Schema)>();
        foreach (var (release, version) in states)
        {
            if (spans is [.., var last] && last.Last == release - 1 && last.State == version.State && ClassOf(last.Schema) == ClassOf(version.Schema))
                spans[^1] = last with { Last = release };
            else
                spans.Add((release, release, version.State, version.Schema));
        }
        return spans;
    }

    private int ClassOf(Schema? schema) => schema is null ? -1 : graph.ClassOf(schema);

    private int Text(string text) => texts.TryGetValue(text, out var number) ? number : texts[text] = texts.Count;

    private int Number(Schema schema)
    {
        var known = graph.ClassOf(schema);
        if (!numbers.TryGetValue(known, out var number))
        {
            numbers[known] = number = schemas.Count;
            schemas.Add(schema);
        }
        return number;
    }

    private static void WriteParts(ByteWriter writer, IReadOnlyList<byte[]> parts)
    {
        writer.Number(parts.Count);
        foreach (var part in parts)
            writer.Number(part.Length);
        foreach (var part in parts)
            writer.Bytes(part);
    }
}
