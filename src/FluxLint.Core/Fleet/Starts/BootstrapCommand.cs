using FluxLint.Files;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>A command of a script that may call kubectl or helm, and what it brings.</summary>
/// <param name="repository">The repository, which has the files that the command applies.</param>
/// <param name="path">The script.</param>
/// <param name="words">The words of the command.</param>
internal sealed class BootstrapCommand(Repository repository, string path, string[] words)
{
    private static readonly ILookup<string, string> NoRepositories = Array.Empty<string>().ToLookup(name => name, StringComparer.Ordinal);

    /// <summary>What the command brings: nothing, when it calls neither.</summary>
    public EarlySetup Read()
    {
        if (Verb("kubectl", "apply", "create") is { } verb)
            return words[verb] == "create" ? Created(verb) : Applied(verb);
        return Verb("helm", "install", "upgrade") is { } install ? Installed(install) : EarlySetup.None;
    }

    private int? Verb(string program, string first, string second)
    {
        var start = Array.FindIndex(words, word => word[(word.LastIndexOf('/') + 1)..].TrimStart('$', '(', '@', '{') == program);
        var verb = start < 0 ? -1 : Array.FindIndex(words, start, word => word == first || word == second);
        return verb < 0 ? null : verb;
    }

    private EarlySetup Created(int verb) => words[(verb + 1)..] switch
    {
        // What is in these brings nothing that others need.
        ["secret" or "configmap", ..] => EarlySetup.None,
        ["namespace" or "ns", var name, ..] => Namespace(name),
        _ => Applied(verb),
    };

    private EarlySetup Applied(int verb)
    {
        var (setup, any) = (EarlySetup.None, false);
        for (var i = verb + 1; i < words.Length - 1; i++)
        {
            if (words[i] is not ("-f" or "--filename" or "-k" or "--kustomize"))
                continue;
            any = true;
            setup = setup.With(Target(words[i + 1]));
        }
        return any ? setup : EarlySetup.Anything(path);
    }

    private EarlySetup Target(string target)
    {
        if (RemoteDefinitions.AreOfFlux(target))
            return new() { Namespaces = EarlySetup.Names(WellKnownNamespaces.FluxSystem) };
        // Where a script runs is not known, nor what its variables hold: any file with the rest of the path may be meant.
        var end = string.Join('/', RepositoryPath.Parts(target).Reverse().TakeWhile(part => part is not ("." or "..") && !IsOpen(part)).Reverse());
        if (target.Contains("://", StringComparison.Ordinal) || !Repository.IsYaml(end))
            return EarlySetup.Anything(path);
        var trees = repository.Files.Where(file => file == end || file.EndsWith("/" + end, StringComparison.Ordinal)).Select(repository.Tree).ToList();
        return trees.Count == 0
            ? EarlySetup.Anything(path)
            : trees.Aggregate(EarlySetup.None, (all, tree) => all.With(tree is { IsBroken: false } ? EarlyManifests.Of(tree, path) : EarlySetup.Anything(path)));
    }

    private EarlySetup Installed(int verb)
    {
        var charts = words[(verb + 1)..].Where(word => !word.StartsWith('-') && !IsOpen(word) && !Repository.IsYaml(word) && Helmfile.IsPublished(word)).ToList();
        if (charts is not [var chart])
            return EarlySetup.Anything(path);
        var setup = Helmfile.Chart(chart, "", NoRepositories);
        for (var i = verb + 1; i < words.Length; i++)
        {
            if (words[i].StartsWith("--namespace=", StringComparison.Ordinal))
                setup = setup.With(Namespace(words[i]["--namespace=".Length..]));
            else if (words[i] is "-n" or "--namespace" && i + 1 < words.Length)
                setup = setup.With(Namespace(words[i + 1]));
        }
        return setup;
    }

    private static EarlySetup Namespace(string name) =>
        IsOpen(name) || name.StartsWith('-') ? new() { HasUnknownNamespaces = true } : new() { Namespaces = EarlySetup.Names(name) };

    private static bool IsOpen(string word) => word.AsSpan().ContainsAny("${}*?%");
}
