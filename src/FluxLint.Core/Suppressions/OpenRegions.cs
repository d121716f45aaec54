namespace FluxLint.Suppressions;

/// <summary>The regions of a file that began and did not end yet, by the ids of rules.</summary>
internal sealed class OpenRegions
{
    private readonly Dictionary<string, List<InlineRange>> open = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public IEnumerable<InlineRange> All => open.Values.SelectMany(ranges => ranges);

    /// <summary>Adds some.</summary>
    public void Add(IEnumerable<InlineRange> ranges)
    {
        foreach (var range in ranges)
        {
            if (!open.TryGetValue(range.Id, out var others))
                open.Add(range.Id, others = []);
            others.Add(range);
        }
    }

    /// <summary>Takes out those that a directive ends: of the rules that it names, or all.</summary>
    public List<InlineRange> End(Directive directive)
    {
        var ids = directive.Selectors.IsEmpty ? [.. open.Keys] : directive.Selectors.SelectMany(selector => selector.Ids).ToList();
        var ended = new List<InlineRange>();
        foreach (var id in ids)
        {
            if (open.Remove(id, out var ranges))
                ended.AddRange(ranges);
        }
        return ended;
    }
}
