using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Configuration;
using FluxLint.Files;
using FluxLint.Reporting;
using FluxLint.Schemas;
using FluxLint.Semantics;
using FluxLint.Text;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint schema</c>: shows the fields of a kind, as <c>kubectl explain</c> does of what a cluster has.</summary>
internal sealed class SchemaCommand(Session session, RuleSet rules)
{
    private const int NamesShown = 20;

    private static readonly Argument<string> Kind = new("kind")
    {
        HelpName = "kind",
        Description = "A kind, and a field of it: HelmRelease.spec.chart, deploy, apps/v1/Deployment, v1/Pod.spec.containers.",
        CompletionSources = { Completions.Kinds },
    };

    private static readonly Argument<string> Path = new("path")
    {
        Description = "The repository, or a path in it, whose custom resource definitions count before all others.",
        DefaultValueFactory = _ => ".",
    };

    private static readonly Option<string?> Kubernetes = Release("--kubernetes", "Kubernetes");

    private static readonly Option<string?> Flux = Release("--flux", "Flux");

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON Schema (draft 2020-12), as editors, ajv and kubeconform read it." };

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("schema", "Show the fields of a kind: types, what is required, allowed values, defaults and rules.") { Kind, Path, Kubernetes, Flux, Json };
        command.SetAction(parsed => new SchemaCommand(session, rules).Run(parsed));
        return command;
    }

    private static Option<string?> Release(string name, string product) => new(name)
    {
        Description = $"The release of {product}, in place of the one that is configured; else the newest that is known.",
        HelpName = "version",
    };

    private int Run(ParseResult parsed)
    {
        var text = parsed.GetRequiredValue(Kind);
        if (KindQuery.Parse(text) is not { } query)
            return session.Fail($"'{text}' names no kind: write one like HelmRelease.spec.chart or apps/v1/Deployment");
        if (RepositoryRoot.Find(session.Directory, parsed.GetRequiredValue(Path), out var problem) is not { } root)
            return session.Fail(problem);
        if (!TryRead(parsed.GetValue(Kubernetes), "--kubernetes", SchemaStores.Kubernetes, out var kubernetes, out problem)
            || !TryRead(parsed.GetValue(Flux), "--flux", SchemaStores.Flux, out var flux, out problem))
            return session.Fail(problem);
        try
        {
            // Nobody wants the home directory searched for definitions.
            var compilation = root.IsRepository || parsed.GetResult(Path) is { Implicit: false } ? Compilation.Create(new DiskFileSystem(root.Directory), new() { Rules = rules.Infos }) : null;
            return Show(compilation is null ? new(null, [], kubernetes, flux) : compilation.KindsOf(kubernetes, flux), query, parsed.GetValue(Json));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{root.Directory}' cannot be read: {unreadable.Message}");
        }
    }

    private int Show(KindIndex index, KindQuery asked, bool isJson)
    {
        var found = index.Find(asked);
        if (found.IsEmpty)
            return session.Fail($"there is no kind '{asked.Name}'{(asked.Group is null ? "" : $" in '{asked.Group}'")}{Hint(index, asked)}");
        if (found is not [var (kind, query)])
            return session.Fail($"'{asked.Name}' could be {List(found.Select(match => match.Kind.FullName(match.Kind.Versions[0].Name)))}");
        if (kind.Versions.FirstOrDefault(candidate => query.Version is null || candidate.Name == query.Version) is not { } version)
            return session.Fail($"{kind.Kind} has no version '{query.Version}', by {kind.Origin}; there {(kind.Versions.Length == 1 ? "is" : "are")} {string.Join(", ", kind.Versions.Select(candidate => candidate.Name))}");
        if (version.Schema() is not { } schema)
            return session.Fail($"{kind.FullName(version.Name)} has no schema, by {kind.Origin}");
        var path = FieldWalk.Follow(schema, query.Path, out var field, out var problem);
        if (field is null)
            return session.Fail($"{kind.FullName(version.Name)}: {problem}");
        if (isJson)
        {
            SchemaJson.Write(field, path.Length == 0 ? kind.FullName(version.Name) : $"{kind.FullName(version.Name)}.{path}", kind.Origin, path.Length == 0 ? (kind.Group, version.Name, kind.Kind) : null, session.Output);
            return ExitCode.Clean;
        }
        using var writer = new StreamWriter(session.Output, leaveOpen: true) { NewLine = "\n" };
        new SchemaReport(writer, new(session.Color), session.Width ?? TextOptions.DefaultWidth).Write(kind, version.Name, path, field);
        return ExitCode.Clean;
    }

    private static string Hint(KindIndex index, KindQuery asked)
    {
        if (asked.Group is not null && index.Find(asked with { Group = null, Version = null }) is { IsEmpty: false } others)
            return $"; there is {List(others.Select(match => match.Kind.FullName(match.Kind.Versions[0].Name)))}";
        return Suggestion.Of(index.Nearest(asked.Name)) is { } nearest ? $"; {nearest.Question}" : "";
    }

    private static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        var shown = all.Take(NamesShown).ToList();
        return all.Count > shown.Count ? $"{string.Join(", ", shown)} or {all.Count - shown.Count} more"
            : shown.Count == 1 ? shown[0]
            : $"{string.Join(", ", shown.SkipLast(1))} or {shown[^1]}";
    }

    private static bool TryRead(string? text, string option, SchemaStore store, out Version? version, out string problem)
    {
        version = text is null ? null : VersionSetting.Parse(text);
        problem = text is not null && version is null ? $"{option} takes a version such as {store.Releases[^1]}, not '{text}'"
            : version is not null && store.Find(version) is null ? $"{option} knows no {version.Major}.{version.Minor}; the nearest that it knows is {store.Releases[store.Nearest(version)]}"
            : "";
        return problem.Length == 0;
    }
}
