using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FluxLint.Changes;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>Writes how two states of a fleet differ as Markdown, short enough for a comment on a pull request: what is dangerous first.</summary>
internal sealed class ChangesMarkdown
{
    /// <summary>GitHub refuses a comment that has more characters, and a byte has no more than one.</summary>
    private const int CommentBytes = 65_536;

    /// <summary>Room for the line that says what was left out, and for a greeting that others put in front.</summary>
    private const int Reserve = 2_048;

    private readonly SizedText page = new(CommentBytes - Reserve);
    private readonly FleetChanges changes;
    private readonly ClusterWords clusters;
    private int omitted;

    private ChangesMarkdown(FleetChanges changes)
    {
        this.changes = changes;
        clusters = new(changes.Clusters);
    }

    /// <summary>Writes the page.</summary>
    /// <param name="changes">How the states differ.</param>
    /// <param name="title">What is compared, such as <c>main to feature</c>.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(FleetChanges changes, string title, Stream output)
    {
        var report = new ChangesMarkdown(changes);
        report.Write(title);
        output.Write(Encoding.UTF8.GetBytes(report.page.ToString()));
    }

    private void Write(string title)
    {
        var dangers = ChangeWords.CountDangers(changes);
        Add($"## What changes from {MarkdownText.Of(title)}\n\n{(dangers == 0 ? "" : $"**{ChangeWords.Count(dangers, "danger")}**; ")}{ChangeWords.Summary(changes)}.\n");
        WriteDangers();
        Table("New clusters", "| cluster | class | objects |\n|---|---|---|\n", changes.AddedClusters.Select(cluster =>
            $"| {MarkdownText.Of(cluster.Name)} | {MarkdownText.Of(cluster.Class?.Name.Value ?? "")} | {cluster.CountObjects().ToString("N0", CultureInfo.InvariantCulture)} |\n"));
        Table("Values", "| object | field | before | after | clusters | where |\n|---|---|---|---|---|---|\n", ChangeWords.Alike(changes.Objects).SelectMany(alike => alike.First().Fields.Select(field => Row([.. alike], field))));
        Table("Moved", "| object | from | to | clusters |\n|---|---|---|---|\n", Of(ChangeKind.Moved).Select(change =>
            $"| {Name(change)} | {MarkdownText.Of(ChangeWords.Owner(change.OwnerBefore))} | {MarkdownText.Of(ChangeWords.Owner(change.OwnerAfter))} | {Clusters(change)} |\n"));
        Table("Added", "| object | by | clusters | where |\n|---|---|---|---|\n", Of(ChangeKind.Added).Select(change =>
            $"| {Name(change)} | {MarkdownText.Of(ChangeWords.Owner(change.OwnerAfter))} | {Clusters(change)} | {Place(change.Resource.Location)} |\n"));
        Table("Removed", "| object | by | clusters | where |\n|---|---|---|---|\n", Of(ChangeKind.Removed).Select(change =>
            $"| {Name(change)} | {MarkdownText.Of(ChangeWords.Owner(change.OwnerBefore))} | {Clusters(change)} | {Place(change.Resource.Location)} |\n"));
        Table("Withheld", "| object | why | clusters |\n|---|---|---|\n", changes.Objects.Where(change => change.Withheld is not null).Select(change =>
            $"| {Name(change)} | {MarkdownText.Of(change.Withheld ?? "")} | {Clusters(change)} |\n"));
        Table("Not known", "| by | why | clusters | where |\n|---|---|---|---|\n", changes.Gaps.Select(gap =>
            $"| {MarkdownText.Of(ChangeWords.Owner(gap.Owner))} | {MarkdownText.Of(gap.Reason)} | {MarkdownText.Of(clusters.Of(gap.Clusters))} | {Place(gap.Location)} |\n"));
        if (omitted > 0)
            page.Add($"\n{ChangeWords.Count(omitted, "row")} {(omitted == 1 ? "is" : "are")} left out to keep within the size of a comment.\n");
    }

    private void WriteDangers() => Table("Danger", "| object | what happens | clusters | where |\n|---|---|---|---|\n",
    [
        .. changes.RemovedClusters.Select(cluster => $"| {MarkdownText.Of(cluster.Name)} | {ChangeWords.ClusterGone} | | |\n"),
        .. changes.Objects.SelectMany(change => change.Dangers.Select(danger => $"| {Name(change)} | {MarkdownText.Of(danger.Message)} | {MarkdownText.Of(clusters.Of(danger.Clusters))} | {Place(danger.Location)} |\n")),
    ]);

    private string Row(ImmutableArray<ObjectChange> alike, FieldChange field)
    {
        var (before, after) = Values(field);
        return $"| {MarkdownText.Of(ChangeWords.Names(alike))} | {MarkdownText.Of(field.ShownPath)} | {before} | {after} | {Clusters(alike[0])} | {string.Join("<br>", ChangeWords.Causes(field).Select(Place))} |\n";
    }

    private static (string Before, string After) Values(FieldChange field)
    {
        var lines = ChangeWords.Lines(field, out var omitted);
        if (lines.IsEmpty)
        {
            var (before, after) = ChangeWords.Values(field);
            return (MarkdownText.Of(before ?? ""), MarkdownText.Of(after ?? ""));
        }
        return (Side('-'), Side('+') + (omitted == 0 ? "" : $"<br>and {ChangeWords.Count(omitted, "more line")}"));

        string Side(char sign) => string.Join("<br>", lines.Where(line => line.Sign == sign).Select(line => MarkdownText.Of(line.Text)));
    }

    private void Table(string title, string head, IEnumerable<string> rows)
    {
        var isOpen = false;
        foreach (var row in rows)
        {
            if ((isOpen || (isOpen = page.TryAdd($"\n### {title}\n\n{head}"))) && page.TryAdd(row))
                continue;
            omitted++;
        }
    }

    private void Add(string text)
    {
        if (!page.TryAdd(text))
            omitted++;
    }

    private IEnumerable<ObjectChange> Of(ChangeKind kind) => changes.Objects.Where(change => change.Kind == kind);

    private string Clusters(ObjectChange change) => MarkdownText.Of(clusters.Of(change.Clusters));

    private static string Name(ObjectChange change) => MarkdownText.Of(change.Resource.ShownName);

    private static string Place(Location? location) => location is null ? "" : MarkdownText.Of($"{location.Path}:{location.Start.Line.ToString(CultureInfo.InvariantCulture)}");
}
