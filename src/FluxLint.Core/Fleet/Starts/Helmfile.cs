using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>
/// What a helmfile installs: its releases, those of the files that it names, and of their charts the definitions that well-known charts have.
/// One that is a template is read where it is plain YAML all the same.
/// </summary>
internal sealed class Helmfile(Repository repository)
{
    // Other commands of kubectl, and any other program, may bring what they like.
    private static readonly string[] CommandsThatBringNothing = ["wait", "get", "rollout", "delete", "label", "annotate"];

    // A repository has a few, and those that name each other without end tell nothing.
    private const int MostParts = 200;

    private readonly Dictionary<string, Part> parts = new(StringComparer.Ordinal);

    /// <summary>Whether helmfile takes a file by its name: <c>helmfile.yaml</c> and the like, and any directly in <c>helmfile.d</c>.</summary>
    public static bool Is(string path) =>
        path.Contains("helmfile", StringComparison.Ordinal)
        && (Repository.IsYaml(path) || path.EndsWith(".gotmpl", StringComparison.Ordinal))
        && (RepositoryPath.FileName(path).StartsWith("helmfile", StringComparison.Ordinal) || RepositoryPath.FileName(RepositoryPath.Parent(path)) == "helmfile.d");

    /// <summary>What a helmfile of the repository installs.</summary>
    public EarlySetup Read(string path)
    {
        var (setup, met, open) = (EarlySetup.None, new HashSet<string>(StringComparer.Ordinal) { path }, new Stack<string>([path]));
        while (open.TryPop(out var file))
        {
            if (!parts.TryGetValue(file, out var part))
                parts.Add(file, part = ReadPart(file));
            setup = setup.With(part.Setup);
            foreach (var named in part.Named.Where(met.Add))
                open.Push(named);
            if (met.Count > MostParts)
                return EarlySetup.Anything(path);
        }
        return setup;
    }

    /// <summary>What a chart from a repository or registry brings.</summary>
    public static EarlySetup Chart(string written, string release, ILookup<string, string> repositories)
    {
        var name = written[(written.LastIndexOf('/') + 1)..];
        var origin = $"{written} {string.Join(' ', repositories[written[..written.IndexOf('/')]])}";
        var known = KnownCharts.Default.Find(name);
        var isKnown = known?.IsPublishedBy(origin) == true;
        return new()
        {
            Groups = EarlySetup.Names((known?.Kinds ?? []).Select(kind => kind.Group)),
            HasUnknownCharts = !isKnown,
            HasUnknownDefinitions = !isKnown && (CrdSet.MentionsCrds(name) || CrdSet.MentionsCrds(release)),
        };
    }

    /// <summary>Whether a chart is taken from a repository or registry: a directory may hold anything that kustomize builds, or plain manifests.</summary>
    public static bool IsPublished(string chart) =>
        !IsTemplate(chart) && chart.Contains('/') && !chart.StartsWith('.') && !chart.StartsWith('/') && !chart.Contains("::", StringComparison.Ordinal)
        && (!chart.Contains("://", StringComparison.Ordinal) || chart.StartsWith("oci://", StringComparison.Ordinal));

    private Part ReadPart(string path)
    {
        if (repository.Tree(path) is not { IsBroken: false } tree)
            return new(EarlySetup.Anything(path), []);
        var (setup, named) = (EarlySetup.None, new List<string>());
        foreach (var document in tree.Documents)
        {
            setup = document.Expanded switch
            {
                YamlMapping root => setup.With(Read(root, path, named)),
                null or YamlScalar { Kind: ScalarKind.Null } => setup,
                _ => setup.With(EarlySetup.Anything(path)),
            };
        }
        return new(setup, named);
    }

    private EarlySetup Read(YamlMapping root, string path, List<string> files)
    {
        var setup = BringsMore(root) || HelmfileTemplates.ReachOut(root) ? EarlySetup.Anything(path) : EarlySetup.None;
        foreach (var part in Items(root, "bases").Concat(Items(root, "helmfiles")))
        {
            var named = part is YamlMapping mapping ? mapping.Text("path") : (part as YamlScalar)?.Value;
            if (named is not null && RepositoryPath.Combine(RepositoryPath.Parent(path), named) is { } file && repository.FileExists(file))
                files.Add(file);
            else
                setup = setup.With(EarlySetup.Anything(path));
        }
        if (root["releases"] is not (null or YamlSequence or YamlScalar { Kind: ScalarKind.Null }))
            return setup.With(EarlySetup.Anything(path));
        var repositories = Items(root, "repositories").OfType<YamlMapping>().ToLookup(item => item.Text("name") ?? "", item => item.Text("url") ?? "", StringComparer.Ordinal);
        foreach (var item in Items(root, "releases"))
            setup = setup.With(item is YamlMapping release && Read(release, root, repositories) is { } read ? read : EarlySetup.Anything(path));
        return setup;
    }

    /// <summary>What a release brings; null when it does not tell.</summary>
    private static EarlySetup? Read(YamlMapping release, YamlMapping root, ILookup<string, string> repositories)
    {
        if (release.Scalar("installed") is { Kind: ScalarKind.Boolean, CanonicalValue: "false" })
            return EarlySetup.None;
        if (HelmfileTemplates.LayersOf(release, root) is not { } layers || layers.Exists(BringsMore))
            return null;
        // Which of several charts or namespaces goes depends on the version of helmfile: each may be there.
        var charts = layers.Select(layer => layer.Text("chart")).OfType<string>().ToList();
        if (charts.Count == 0)
            return null;
        charts.AddRange(layers.SelectMany(layer => Items(layer, "dependencies")).OfType<YamlMapping>().Select(dependency => dependency.Text("chart") ?? ""));
        var namespaces = layers.Select(layer => layer["namespace"]).OfType<YamlNode>().DefaultIfEmpty(root["namespace"]);
        var setup = namespaces.Aggregate(EarlySetup.None, (all, node) => all.With(Namespace(node)));
        var name = layers.Select(layer => layer.Text("name")).FirstOrDefault(text => text is not null) ?? "";
        foreach (var chart in charts)
        {
            if (!IsPublished(chart))
                return null;
            setup = setup.With(Chart(chart, name, repositories));
        }
        return setup;
    }

    private static EarlySetup Namespace(YamlNode? node) => node switch
    {
        null => EarlySetup.None,
        YamlScalar { Value: var name } when !IsTemplate(name) => new() { Namespaces = EarlySetup.Names(name) },
        // A template without quotes reads as a mapping.
        _ => new() { HasUnknownNamespaces = true },
    };

    /// <summary>Whether hooks may bring objects.</summary>
    private static bool BringsMore(YamlMapping mapping) => Items(mapping, "hooks").Any(hook =>
        !(hook is YamlMapping run && run.Text("command") == "kubectl" && Items(run, "args").FirstOrDefault() is YamlScalar { Value: var first } && CommandsThatBringNothing.Contains(first)));

    private static bool IsTemplate(string text) => text.Contains("{{", StringComparison.Ordinal);

    private static IEnumerable<YamlNode> Items(YamlMapping mapping, string name) => mapping.Sequence(name)?.Items ?? [];

    /// <summary>What one file brings, and the files that it names.</summary>
    private sealed record Part(EarlySetup Setup, List<string> Named);
}
