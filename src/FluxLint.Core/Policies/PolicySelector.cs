using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Policies;

/// <summary>Which objects a policy is about: those that match each of its lists. A list that is empty says nothing.</summary>
internal sealed record PolicySelector
{
    /// <summary>Kinds, or groups with kinds as <c>apps/Deployment</c>.</summary>
    public ImmutableArray<LocatedGlob> Kinds { get; init; } = [];

    public ImmutableArray<LocatedGlob> Names { get; init; } = [];

    /// <summary>Namespaces. A Namespace is in itself.</summary>
    public ImmutableArray<LocatedGlob> Namespaces { get; init; } = [];

    /// <summary>Classes of clusters.</summary>
    public ImmutableArray<LocatedGlob> Classes { get; init; } = [];

    /// <summary>The files that objects are written in.</summary>
    public ImmutableArray<LocatedGlob> Paths { get; init; } = [];

    public LabelSelector? Labels { get; init; }

    /// <summary>Whether an object is meant; null where a variable in its name decides.</summary>
    public bool? Matches(Resource resource)
    {
        var id = resource.Id;
        var home = id is { Group: "", Kind: "Namespace" } ? id.Name : id.Namespace;
        ImmutableArray<bool?> answers =
        [
            Kinds.IsEmpty || Kinds.Any(kind => kind.Glob.Matches(kind.Glob.Pattern.Contains('/') ? $"{(id.Group.Length == 0 ? "core" : id.Group)}/{id.Kind}" : id.Kind)),
            Any(Names, id.Name),
            Namespaces.IsEmpty || home.Length > 0 ? Any(Namespaces, home) : false,
            Paths.IsEmpty || Paths.Any(path => path.Glob.Matches(resource.Path)),
            Labels is null ? true : Labels.Matches(resource.Root.Mapping("metadata")?.Mapping("labels")),
        ];
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
    }

    /// <summary>Whether the objects of a cluster are meant.</summary>
    public bool MatchesClass(Cluster cluster) => Classes.IsEmpty || (cluster.Class is { } found && Classes.Any(pattern => pattern.Glob.Matches(found.Name.Value)));

    private static bool? Any(ImmutableArray<LocatedGlob> patterns, string name) =>
        patterns.IsEmpty || patterns.Any(pattern => pattern.Glob.Pattern is "*" or "**") ? true
        : name.HasVariable() ? null
        : patterns.Any(pattern => pattern.Glob.Matches(name));
}
