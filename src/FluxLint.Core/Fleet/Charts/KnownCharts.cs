using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Syntax;
using FluxLint.Text;
using Semver;

namespace FluxLint.Fleet;

/// <summary>The data file of well-known charts, read when it is first asked.</summary>
internal sealed class KnownCharts
{
    private const string FileName = "KnownCharts.yaml";

    private static readonly Lazy<KnownCharts> Loaded = new(Load);

    private readonly Dictionary<string, KnownChart> charts;
    private readonly HashSet<GroupKind> clusterScoped;
    private readonly ImmutableArray<string> platform;
    private readonly ImmutableArray<KnownRepository> repositories;

    private KnownCharts(YamlMapping root)
    {
        charts = Mappings(root, "charts").Select(Chart).ToDictionary(chart => chart.Name, StringComparer.Ordinal);
        clusterScoped = Kinds(root.Mapping("clusterScoped"));
        platform = Texts(root, "platform");
        repositories = [.. Mappings(root, "repositories").Select(item => new KnownRepository(item.Text("url") ?? "", Texts(item, "charts"), item.IsTrue("complete")))];
    }

    /// <summary>The charts that ship with this library.</summary>
    public static KnownCharts Default => Loaded.Value;

    /// <summary>All charts.</summary>
    public IReadOnlyCollection<KnownChart> Charts => charts.Values;

    /// <summary>The chart of a name; null when it is not known.</summary>
    public KnownChart? Find(string name) => charts.GetValueOrDefault(name);

    /// <summary>The charts that may install the CRD of a kind.</summary>
    public IEnumerable<KnownChart> ProvidersOf(string group, string kind) => charts.Values.Where(chart => chart.Kinds.Contains(new(group, kind)));

    /// <summary>Whether objects of a kind are known to have no namespace.</summary>
    public bool IsClusterScoped(string group, string kind) => clusterScoped.Contains(new(group, kind));

    /// <summary>Whether the CRDs of a group come with clouds and distributions.</summary>
    public bool IsOfPlatform(string group) =>
        platform.Any(known => group.EndsWith(known, StringComparison.Ordinal) && (group.Length == known.Length || group[^(known.Length + 1)] == '.'));

    /// <summary>
    /// What is known of a chart that a repository does not have; null when it may have it. The repository of a project has no
    /// charts of others, and a name that is all but that of one of its charts is a slip.
    /// </summary>
    public UnservedChart? FindUnserved(string url, string chart)
    {
        if (FindRepository(url) is not { } repository || repository.Charts.Contains(chart))
            return null;
        var owner = repositories.FirstOrDefault(known => known.Charts.Contains(chart));
        var nearest = owner is null ? NearestName.Find(chart, repository.Charts) : null;
        return owner is not null || nearest is not null || repository.IsComplete ? new(nearest, owner?.Url) : null;
    }

    /// <summary>The chart of a repository that a release is named after; null when there is none.</summary>
    public string? FindNamesake(string url, string release) =>
        FindRepository(url)?.Charts.FirstOrDefault(chart => chart == release || Find(chart)?.Names(release) == true);

    private KnownRepository? FindRepository(string url)
    {
        foreach (var known in repositories)
        {
            if (SourceUrl.AreSame(known.Url, url))
                return known;
        }
        return null;
    }

    private static KnownCharts Load()
    {
        using var stream = typeof(KnownCharts).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException($"{FileName} is not embedded");
        using var reader = new StreamReader(stream);
        var tree = YamlTree.Parse(SourceText.From(FileName, reader.ReadToEnd()));
        return new(tree.RootMapping ?? throw new InvalidOperationException($"{FileName} holds no mapping"));
    }

    private static KnownChart Chart(YamlMapping chart) => new()
    {
        Name = chart.Text("chart") ?? "",
        Publishers = Texts(chart, "publishers"),
        Kinds = Kinds(chart.Mapping("kinds")),
        Installations = [.. Mappings(chart, "installs").Select(Installation)],
        Unsure = Texts(chart, "unsure"),
        IsAddon = chart.IsTrue("addon"),
        IsSingle = chart.IsTrue("single"),
        Several = Texts(chart, "several"),
    };

    private static CrdInstallation Installation(YamlMapping installation) => new(
        installation.IsTrue("folder"),
        installation.Text("value"),
        installation.IsTrue("default"),
        installation.Text("versions") is { } versions ? SemVersionRange.Parse(versions, SemVersionRangeOptions.IncludeAllPrerelease) : null);

    private static HashSet<GroupKind> Kinds(YamlMapping? groups) =>
    [
        .. from entry in groups?.Entries ?? []
           from kind in ((entry.Value as YamlSequence)?.Items ?? []).OfType<YamlScalar>()
           select new GroupKind(entry.Name ?? "", kind.Value),
    ];

    private static IEnumerable<YamlMapping> Mappings(YamlMapping mapping, string name) => (mapping.Sequence(name)?.Items ?? []).OfType<YamlMapping>();

    private static ImmutableArray<string> Texts(YamlMapping mapping, string name) =>
        [.. (mapping.Sequence(name)?.Items ?? []).OfType<YamlScalar>().Select(item => item.Value)];
}
