using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Fleet;

/// <summary>Repositories of a few lines, and the clusters that they make.</summary>
internal static class SmallFleet
{
    /// <summary>Loads the clusters of a repository that is one text: a line <c># file: path</c> starts each of its files.</summary>
    public static ClusterSet Load(string text, params (string Url, string Path)[] sources) =>
        Load(text, new FleetDeclaration { Sources = [.. sources.Select(source => new SourceMapping(Scalar(source.Url), Scalar(source.Path)))] });

    /// <summary>Loads the clusters of a repository of which configuration says something.</summary>
    public static ClusterSet Load(string text, FleetDeclaration declaration)
    {
        var files = InMemoryFileSystem.Empty;
        foreach (var part in text.Split("# file: ", StringSplitOptions.RemoveEmptyEntries))
        {
            var line = part.IndexOf('\n');
            files = files.WithFile(part[..line].Trim(), part[(line + 1)..]);
        }
        var repository = Repository.Load(files);
        return ClusterSet.Load(repository, new FluxRenderer(repository, new Renderer(repository, KustomizationGraph.Load(repository), KustomizeVersion.Newest)), declaration, CancellationToken.None);
    }

    /// <summary>What is known of a cluster of a repository without charts.</summary>
    public static ClusterModel ModelOf(Cluster cluster) => new(cluster, new(Repository.Open(InMemoryFileSystem.Empty)));

    /// <summary>A Flux Kustomization as a manifest.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="path">Its <c>spec.path</c>.</param>
    /// <param name="more">More lines of its <c>spec</c>, without indentation.</param>
    /// <param name="source">The GitRepository that it takes the path from.</param>
    public static string Kustomization(string name, string path, string more = "", string source = "flux-system") => $"""
        ---
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          name: {name}
          namespace: flux-system
        spec:
          path: {path}
          sourceRef:
            kind: GitRepository
            name: {source}
          {more.ReplaceLineEndings("\n  ")}

        """;

    /// <summary>A GitRepository as a manifest.</summary>
    public static string GitRepository(string name, string url) => $"""
        ---
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: GitRepository
        metadata:
          name: {name}
          namespace: flux-system
        spec:
          url: {url}

        """;

    /// <summary>A ConfigMap as a manifest.</summary>
    public static string ConfigMap(string name, string data, string @namespace = "flux-system") => $$"""
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{name}}
          namespace: {{@namespace}}
        data: {{{data}}}

        """;

    /// <summary>Patterns as configuration has them.</summary>
    public static ImmutableArray<LocatedGlob> Globs(params string[] patterns) =>
        [.. patterns.Select(pattern => new LocatedGlob(Glob.Parse(pattern, out _) ?? throw new ArgumentException(pattern), Scalar(pattern)))];

    private static YamlScalar Scalar(string text) => YamlScalar.Create(text, new(SourceText.From("fluxlint.yaml", text), default));
}
