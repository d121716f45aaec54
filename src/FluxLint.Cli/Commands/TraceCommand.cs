using System.CommandLine;
using FluxLint.Analysis;
using FluxLint.Cli.Terminal;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Tracing;
using FluxLint.Reporting;
using FluxLint.Semantics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Cli.Commands;

/// <summary><c>fluxlint trace</c>: says where each value of a rendered resource comes from.</summary>
internal sealed class TraceCommand(Session session, RuleSet rules)
{
    private const int NamesShown = 10;

    private static readonly Argument<string> Target = new("directory") { Description = "A directory with a kustomization, such as that of a cluster." };

    private static readonly Argument<string> Resource = new("resource") { Description = "KIND/NAME or KIND/NAME.NAMESPACE." };

    private static readonly Argument<string?> Field = new("field")
    {
        Description = "A field, such as spec.values.hosts[0], metadata.annotations['a.b/c'] or /spec/values; all when it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print JSON." };

    public static Command Create(Session session, RuleSet rules)
    {
        var command = new Command("trace", "Show where the values of a rendered resource were written, and what changed them on the way.") { Target, Resource, Field, Json };
        command.SetAction(parsed => new TraceCommand(session, rules).Run(parsed));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (ResourceName.Parse(parsed.GetRequiredValue(Resource)) is not { } name)
            return session.Fail($"'{parsed.GetValue(Resource)}' does not name a resource: it must have the form KIND/NAME or KIND/NAME.NAMESPACE");
        if (RepositoryRoot.Find(session.Directory, parsed.GetRequiredValue(Target), out var problem) is not { } root)
            return session.Fail(problem);
        try
        {
            var compilation = Compilation.Create(new DiskFileSystem(root.Directory), new() { Rules = rules.Infos });
            var repository = compilation.Repository;
            var directory = Repository.IsKustomizationFile(root.Scope) && repository.FileExists(root.Scope) ? RepositoryPath.Parent(root.Scope) : root.Scope;
            if (!repository.DirectoryExists(directory))
                return session.Fail($"'{parsed.GetValue(Target)}' is a file: give the directory of a kustomization");
            return Run(compilation.BuildCluster(directory), name, parsed.GetValue(Field), parsed.GetValue(Json));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return session.Fail($"'{root.Directory}' cannot be read: {unreadable.Message}");
        }
    }

    private int Run(Cluster cluster, ResourceName name, string? field, bool isJson)
    {
        var found = cluster.Inventories
            .SelectMany(inventory => inventory.Resources.Where(name.Matches).Select(resource => (Directory: inventory.ShownDirectory ?? cluster.Directory, Resource: resource)))
            .DistinctBy(match => match.Resource.Root, ReferenceEqualityComparer.Instance)
            .ToList();
        var shown = cluster.Directory.Length == 0 ? "." : cluster.Directory;
        if (found.Count == 0)
            return session.Fail($"there is no {SafeText.Of($"{name.Kind}/{name.Name}")} in '{shown}'{Hint(cluster, name)}");
        if (found.Select(match => Full(match.Resource.Id) + match.Resource.Id.Group).Distinct().Skip(1).Any())
            return session.Fail($"'{name.Kind}/{name.Name}' could be {List(found.Select(match => Full(match.Resource.ShownId)), "or")}");

        var (directory, resource) = found[0];
        foreach (var other in found.Skip(1))
            session.Error.WriteLine($"note: the build of '{other.Directory}' has {resource.ShownName} as well, and is not shown");
        var path = field is null ? null : FieldPath.Parse(field);
        if (field is not null && path is null)
            return session.Fail($"'{field}' is no path of a field: write one like spec.values.hosts[0] or metadata.annotations['a.b/c']");
        var fields = resource.Fields(path);
        if (fields.IsEmpty && path is not null)
            return session.Fail($"{resource.ShownName} has no field '{path}'{Hint(resource, path)}");

        Warn(cluster, resource);
        if (isJson)
            TraceJson.Write(resource, directory, fields, session.Output);
        else
            new TraceReport(new Ansi(session.Color)).Write(resource, directory, fields, session.Output);
        return ExitCode.Clean;
    }

    /// <summary>Says when the values may not be those of the cluster.</summary>
    private void Warn(Cluster cluster, Resource resource)
    {
        if (resource.HasUnknownValues)
            session.Error.WriteLine($"note: something that changes {resource.ShownName} cannot be built here, so that values may be missing");
        else if (cluster.Renderings.FirstOrDefault(rendering => rendering.HasGaps) is { } gap)
            session.Error.WriteLine($"note: a part of '{gap.Directory}' cannot be built, so that values may be missing; 'fluxlint lint' tells which");
    }

    private static string Hint(Cluster cluster, ResourceName name)
    {
        if (cluster.Resources.IsEmpty)
            return ", which builds nothing: it has no kustomization, or an empty one";
        var ofKind = cluster.Resources.Where(name.IsOfKind).ToList();
        if (NearestName.Find($"{name.Kind}/{name.Name}", Names(ofKind.Count > 0 ? ofKind : cluster.Resources)) is { } nearest)
            return $"; {new Suggestion(SafeText.Of(nearest)).Question}";
        return ofKind.Count > 0
            ? $"; it has {List(ofKind.Select(resource => Full(resource.ShownId)), "and")}"
            : $"; its kinds are {List(cluster.Resources.Select(resource => resource.ShownId.Kind).Order(StringComparer.Ordinal), "and")}";
    }

    private static IEnumerable<string> Names(IEnumerable<Resource> resources) =>
        resources.SelectMany(resource => (string[])[$"{resource.ShownId.Kind}/{resource.ShownId.Name}", Full(resource.ShownId)]);

    private static string Full(ResourceId id) =>
        id.EffectiveNamespace.Length == 0 ? $"{id.Kind}/{id.Name}" : $"{id.Kind}/{id.Name}.{id.EffectiveNamespace}";

    private static string List(IEnumerable<string> names, string word)
    {
        var all = names.Distinct().Select(name => $"'{SafeText.Of(name)}'").ToList();
        var shown = all.Count > NamesShown ? [.. all.Take(NamesShown), $"{all.Count - NamesShown} more"] : all;
        return shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.SkipLast(1))} {word} {shown[^1]}";
    }

    /// <summary>The field that is probably meant, or the fields beside it.</summary>
    private static string Hint(Resource resource, FieldPath path)
    {
        var written = path.ToString();
        // What holds the field is never what was meant.
        if (NearestName.Find(written, Paths(resource.Root, FieldPath.Root).Where(candidate => !written.StartsWith(candidate, StringComparison.Ordinal))) is { } nearest)
            return $"; {new Suggestion(SafeText.Of(nearest)).Question}";
        var (at, node) = (FieldPath.Root, (YamlNode)resource.Root);
        foreach (var step in path.Steps)
        {
            if (FieldPath.Follow(node, step) is not { } below)
                break;
            (at, node) = (at.Add(step), below);
        }
        var place = at.Steps.IsEmpty ? "the resource" : $"'{SafeText.Of(at.ToString())}'";
        return node switch
        {
            YamlMapping { Entries.IsEmpty: false } mapping => $"; {place} has {List(mapping.Entries.Select(SecretContent.ShownKey), "and")}",
            YamlSequence sequence => $"; {place} is a list of {sequence.Items.Length}",
            _ => $"; {place} has no fields",
        };
    }

    private static IEnumerable<string> Paths(YamlNode node, FieldPath at)
    {
        var below = node switch
        {
            YamlMapping mapping => mapping.Entries.Where(entry => entry.Name is not null).Select(entry => (new FieldStep(SecretContent.ShownKey(entry)), entry.Value)),
            YamlSequence sequence => sequence.Items.Select((item, index) => (new FieldStep($"{index}", IsIndex: true), item)),
            _ => [],
        };
        foreach (var (step, child) in below)
        {
            var path = at.Add(step);
            yield return path.ToString();
            foreach (var deeper in Paths(child, path))
                yield return deeper;
        }
    }
}
