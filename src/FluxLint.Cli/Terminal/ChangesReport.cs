using System.Collections.Immutable;
using FluxLint.Changes;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Reporting;

namespace FluxLint.Cli.Terminal;

/// <summary>Shows how two states of a fleet differ: what is dangerous, then the values, and the summary last.</summary>
internal sealed class ChangesReport
{
    private const string Gap = "  ";

    private readonly StreamWriter writer;
    private readonly Ansi ansi;
    private readonly FleetChanges changes;
    private readonly ClusterWords clusters;
    private bool isFirst = true;

    private ChangesReport(StreamWriter writer, Ansi ansi, FleetChanges changes)
    {
        this.writer = writer;
        this.ansi = ansi;
        this.changes = changes;
        clusters = new(changes.Clusters);
    }

    public static void Write(FleetChanges changes, Ansi ansi, Stream output)
    {
        using var writer = new StreamWriter(output, leaveOpen: true) { NewLine = "\n" };
        new ChangesReport(writer, ansi, changes).Write();
    }

    private void Write()
    {
        WriteDangers();
        WriteClusters();
        foreach (var alike in Start("Changed", ChangeWords.Alike(changes.Objects.Where(change => !change.Fields.IsEmpty))))
            WriteFields([.. alike]);
        foreach (var change in Start("Moved", Of(ChangeKind.Moved)))
            WriteObject(change, $"from {ChangeWords.Owner(change.OwnerBefore)} to {ChangeWords.Owner(change.OwnerAfter)}");
        foreach (var change in Start("Added", Of(ChangeKind.Added)))
            WriteObject(change, $"by {ChangeWords.Owner(change.OwnerAfter)}");
        foreach (var change in Start("Removed", Of(ChangeKind.Removed)))
            WriteObject(change, $"by {ChangeWords.Owner(change.OwnerBefore)}");
        foreach (var gap in Start("Not known", changes.Gaps))
            writer.WriteLine($"{Gap}{Safe(ChangeWords.Owner(gap.Owner))} {Safe(gap.Reason)}, in {Safe(clusters.Of(gap.Clusters))}{At(gap.Location)}");
        var dangers = ChangeWords.CountDangers(changes);
        if (!isFirst)
            writer.WriteLine();
        writer.WriteLine((dangers == 0 ? "" : ansi.Of(Severity.Error, ChangeWords.Count(dangers, "danger")) + "; ") + ChangeWords.Summary(changes));
    }

    private void WriteDangers()
    {
        var dangerous = changes.Objects.Where(change => !change.Dangers.IsEmpty).ToList();
        if (dangerous.Count == 0 && changes.RemovedClusters.IsEmpty)
            return;
        Heading(ansi.Of(Severity.Error, "Danger"));
        foreach (var cluster in changes.RemovedClusters)
        {
            writer.WriteLine($"{Gap}{ansi.Heading($"cluster {Safe(cluster.Name)}")}");
            writer.WriteLine($"{Gap}{Gap}{ChangeWords.ClusterGone}");
        }
        foreach (var change in dangerous)
        {
            foreach (var same in change.Dangers.GroupBy(danger => clusters.Of(danger.Clusters)))
            {
                WriteHead(change.Resource.ShownName, same.First().Clusters);
                foreach (var danger in same)
                    writer.WriteLine($"{Gap}{Gap}{Safe(danger.Message)}{At(danger.Location)}");
            }
        }
    }

    private void WriteClusters()
    {
        foreach (var cluster in Start("New clusters", changes.AddedClusters))
            writer.WriteLine($"{Gap}{ansi.Heading(Safe(cluster.Name))}{Gap}{Summary.Count(cluster.CountObjects(), "object")}");
    }

    private void WriteFields(ImmutableArray<ObjectChange> alike)
    {
        WriteHead(ChangeWords.Names(alike), alike[0].Clusters);
        WriteWithheld(alike[0]);
        foreach (var field in alike[0].Fields)
        {
            if (WriteLines(field))
                continue;
            var (before, after) = ChangeWords.Values(field);
            var values = (before, after) switch
            {
                ({ } was, { } now) => $"{Safe(was)} -> {Safe(now)}",
                (null, { } now) => $"now {Safe(now)}",
                ({ } was, _) => $"no longer {Safe(was)}",
                _ => "",
            };
            writer.WriteLine($"{Gap}{Gap}{Safe(field.ShownPath)}{Gap}{values}");
            WriteCauses(field);
        }
    }

    /// <summary>What changes in a text of several lines; false when it is none.</summary>
    private bool WriteLines(FieldChange field)
    {
        var lines = ChangeWords.Lines(field, out var omitted);
        if (lines.IsEmpty)
            return false;
        writer.WriteLine($"{Gap}{Gap}{Safe(field.ShownPath)}");
        foreach (var line in lines)
        {
            var text = Safe($"{line.Sign} {line.Text}");
            writer.WriteLine($"{Gap}{Gap}{Gap}{(line.Sign == '-' ? ansi.Removed(text) : ansi.Added(text))}");
        }
        if (omitted > 0)
            writer.WriteLine($"{Gap}{Gap}{Gap}and {ChangeWords.Count(omitted, "more line")}");
        WriteCauses(field);
        return true;
    }

    private void WriteCauses(FieldChange field)
    {
        foreach (var cause in ChangeWords.Causes(field))
            writer.WriteLine($"{Gap}{Gap}{At(cause)}");
    }

    private void WriteObject(ObjectChange change, string owner)
    {
        WriteHead(change.Resource.ShownName, change.Clusters);
        // Where its fields change, too, they say it.
        if (change.Fields.IsEmpty)
            WriteWithheld(change);
        writer.WriteLine($"{Gap}{Gap}{Safe(owner)}{At(change.Resource.Location)}");
    }

    private void WriteWithheld(ObjectChange change)
    {
        if (change.Withheld is not null)
            writer.WriteLine($"{Gap}{Gap}{Safe(change.Withheld)}");
    }

    private void WriteHead(string names, ImmutableArray<Cluster> reached) =>
        writer.WriteLine($"{Gap}{ansi.Heading(Safe(names))}{Gap}in {Safe(clusters.Of(reached))}");

    private IEnumerable<ObjectChange> Of(ChangeKind kind) => changes.Objects.Where(change => change.Kind == kind);

    /// <summary>Some things under a heading, which is there only when they are.</summary>
    private IEnumerable<T> Start<T>(string heading, IEnumerable<T> items)
    {
        var isStarted = false;
        foreach (var item in items)
        {
            if (!isStarted)
                Heading(ansi.Heading(heading));
            isStarted = true;
            yield return item;
        }
    }

    private void Heading(string text)
    {
        if (!isFirst)
            writer.WriteLine();
        isFirst = false;
        writer.WriteLine(text);
    }

    private string At(Location? location) => location is null ? "" : Gap + ansi.Gutter(Safe(location.Span == default ? location.Path : location.ToString()));

    private static string Safe(string text) => SafeText.OneLine(text);
}
