using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Changes;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Reporting;

/// <summary>Says what changes, in a few words, and never what a Secret holds.</summary>
internal static class ChangeWords
{
    /// <summary>What stands in the place of a value that is secret.</summary>
    public const string Hidden = "(secret)";

    private const int Longest = 80;
    private const int Named = 3;
    private const int MostLines = 12;

    /// <summary>The earlier and the later value, each on one line; null for a side that has none.</summary>
    public static (string? Before, string? After) Values(FieldChange field)
    {
        if (field.IsSecret)
            return (field.Before is null ? null : Hidden, field.After is null ? null : Hidden);
        var (earlier, later) = (Node(field.Before, field.Varies), Node(field.After, field.Varies));
        var (was, now) = (Short(earlier, field.Varies), Short(later, field.Varies));
        return field.Varies && was == now ? (Filled(field.Before, was), Filled(field.After, now)) : (was, now);
    }

    /// <summary>The lines that go and come in a text of several, the first of many; none where <see cref="Values"/> say it all.</summary>
    /// <param name="field">The change.</param>
    /// <param name="omitted">How many more there are.</param>
    public static ImmutableArray<DiffLine> Lines(FieldChange field, out int omitted)
    {
        omitted = 0;
        if (field.IsSecret || Node(field.Before, field.Varies) is not YamlScalar before || Node(field.After, field.Varies) is not YamlScalar after
            || !(before.Value.Contains('\n') || after.Value.Contains('\n')))
            return [];
        var lines = LineDiff.Of(before.Value.Split('\n'), after.Value.Split('\n')).Where(line => line.Sign != ' ').ToList();
        omitted = Math.Max(0, lines.Count - MostLines);
        return [.. lines.Take(MostLines).Select(line => line with { Text = line.Text.Trim().Length == 0 ? "(empty line)" : Short(line.Text.TrimEnd()) })];
    }

    /// <summary>Where the value that counts comes from: where it is written, or what set it where that is elsewhere.</summary>
    public static ImmutableArray<Location> Causes(FieldChange field)
    {
        if (field.Cause is not { } place)
            return [];
        // The value of one cluster says nothing of the others.
        if (field.Varies)
            return [NodeText.Written(place.Value).Location];
        var cause = place.History[^1].Cause;
        return cause is null || (cause.Path == place.Location.Path && cause.Start.Line == place.Location.Start.Line) ? [place.Location] : [place.Location, cause];
    }

    /// <summary>Puts together the objects whose fields change alike and for one cause, as those do that a patch of many has in it.</summary>
    public static IEnumerable<IGrouping<string, ObjectChange>> Alike(IEnumerable<ObjectChange> changes) => changes.GroupBy(change => string.Join('\n', [
        .. change.Clusters.Select(cluster => cluster.Directory),
        change.Withheld,
        .. change.Fields.Select(field => $"{field.ShownPath} {Values(field)} {string.Concat(Lines(field, out _))} {string.Join(' ', Causes(field))}"),
    ]));

    /// <summary>The names of objects, or those of the first.</summary>
    public static string Names(IEnumerable<ObjectChange> changes)
    {
        var names = changes.Select(change => change.Resource.ShownName).Distinct().ToList();
        return names.Count <= Named + 1 ? string.Join(", ", names) : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(Named))} and {names.Count - Named:N0} more");
    }

    /// <summary>What a change is called in a report of data.</summary>
    public static string ToWord(this ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        ChangeKind.Moved => "moved",
        _ => "changed",
    };

    /// <summary>What a danger is called in a report of data.</summary>
    public static string ToWord(this DangerKind kind) => kind switch
    {
        DangerKind.ClusterGone => "cluster-gone",
        DangerKind.NamespacePruned => "namespace-pruned",
        DangerKind.DefinitionPruned => "definition-pruned",
        DangerKind.StoragePruned => "storage-pruned",
        DangerKind.Pruned => "pruned",
        DangerKind.Recreated => "recreated",
        DangerKind.Reinstalled => "reinstalled",
        DangerKind.Immutable => "immutable",
        _ => "suspension",
    };

    /// <summary>Who applies something.</summary>
    public static string Owner(string owner) => owner.Length == 0 ? "the entry point" : owner;

    /// <summary>What happens to a cluster that is gone.</summary>
    public static string ClusterGone => "is gone from the repository: what runs there stays, and gets nothing new";

    /// <summary>What changes in how many clusters.</summary>
    public static string Summary(FleetChanges changes)
    {
        var parts = new List<string>();
        foreach (var (kind, word) in ((ChangeKind, string)[])[(ChangeKind.Changed, "changed"), (ChangeKind.Moved, "moved"), (ChangeKind.Added, "added"), (ChangeKind.Removed, "removed")])
        {
            if (changes.Objects.Count(change => change.Kind == kind) is > 0 and var count)
                parts.Add($"{Count(count, "object")} {word}");
        }
        if (changes.Objects.Count(change => change.Withheld is not null) is > 0 and var withheld)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{withheld:N0} of these withheld"));
        if (!changes.AddedClusters.IsEmpty)
            parts.Add($"{Count(changes.AddedClusters.Length, "cluster")} new");
        if (!changes.RemovedClusters.IsEmpty)
            parts.Add($"{Count(changes.RemovedClusters.Length, "cluster")} gone");
        if (!changes.Gaps.IsEmpty)
            parts.Add($"{Count(changes.Gaps.Length, "Flux object")} not known");
        return parts.Count == 0
            ? $"nothing changes in {Count(changes.Clusters.Length, "cluster")}"
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", parts)}; {changes.ChangedClusters.Length:N0} of {Count(changes.Clusters.Length, "cluster")} {(changes.ChangedClusters.Length == 1 ? "changes" : "change")}");
    }

    /// <summary>How many things are dangerous.</summary>
    public static int CountDangers(FleetChanges changes) => changes.RemovedClusters.Length + changes.Objects.Sum(change => change.Dangers.Length);

    /// <summary>A number with its noun.</summary>
    public static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    // A variable without its value reads as one that stays as it is.
    private static string? Filled(Place? place, string? text) => place is not null && NodeText.IsFilledIn(place.Value) ? $"{text} (filled in)" : text;

    private static YamlNode? Node(Place? place, bool asWritten) => place is null ? null : asWritten ? NodeText.Written(place.Value) : place.Value;

    private static string? Short(YamlNode? node, bool asWritten) => node is null ? null : Short(NodeText.Of(node, asWritten).ReplaceLineEndings(" "));

    private static string Short(string text) => text.Length <= Longest ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)}…";
}
