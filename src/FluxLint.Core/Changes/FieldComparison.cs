using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>Finds the fields in which two states of an object differ. What both share is passed over without a look.</summary>
internal sealed class FieldComparison
{
    private readonly Resource before;
    private readonly Resource after;
    private readonly SecretFields secrets;
    private readonly List<FieldChange> changes = [];

    private FieldComparison(Resource before, Resource after, SecretFields secrets)
    {
        this.before = before;
        this.after = after;
        this.secrets = secrets;
    }

    /// <summary>The fields that differ, in the order of the later state, those that go behind them.</summary>
    public static ImmutableArray<FieldChange> Of(Resource before, Resource after, SecretFields secrets)
    {
        var comparison = new FieldComparison(before, after, secrets);
        comparison.Visit(new(FieldTrail.Of(before.Root), FieldTrail.Of(after.Root)));
        return [.. comparison.changes];
    }

    private void Visit(Pair pair)
    {
        if (YamlNode.DataEquals(pair.Before?.Value, pair.After?.Value))
            return;
        if (pair is { Before: { Value: YamlMapping earlier }, After: { Value: YamlMapping later } })
            VisitFields(pair, earlier, later);
        else if (pair is { Before: { Value: YamlSequence was }, After: { Value: YamlSequence now } } && ItemPairs.Of(was, now) is { } items)
            VisitItems(pair, items);
        else
            Add(pair);
    }

    private void VisitFields(Pair pair, YamlMapping earlier, YamlMapping later)
    {
        var names = later.Entries.Concat(earlier.Entries).Select(entry => entry.Name).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !ReferenceEquals(earlier[name], later[name])))
            Visit(new(Step(pair.Before, new(name)), Step(pair.After, new(name))));
    }

    private void VisitItems(Pair pair, ImmutableArray<(int? Before, int? After)> items)
    {
        foreach (var (was, now) in items)
            Visit(new(Item(pair.Before, was), Item(pair.After, now)));
    }

    private void Add(Pair pair)
    {
        if ((pair.After ?? pair.Before) is not { } trail)
            return;
        changes.Add(new(
            trail.Path,
            pair.Before is { } earlier ? Place.Of(before, earlier) : null,
            pair.After is { } later ? Place.Of(after, later) : null,
            secrets.Hide(before, pair.Before) || secrets.Hide(after, pair.After)));
    }

    private static FieldTrail? Item(FieldTrail? trail, int? index) =>
        index is { } at ? Step(trail, new(at.ToString(CultureInfo.InvariantCulture), IsIndex: true)) : null;

    private static FieldTrail? Step(FieldTrail? trail, FieldStep step) =>
        trail is not null && FieldPath.Follow(trail.Value, step) is { } below ? new(trail.Nodes.Add(below), trail.Path.Add(step)) : null;

    private sealed record Pair(FieldTrail? Before, FieldTrail? After);
}
