using System.Collections.Immutable;
using FluxLint.CodeFixes;
using FluxLint.Configuration;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Builds;

namespace FluxLint.Analysis;

/// <summary>Everything that rules look at, built once a run.</summary>
internal sealed record RepositoryModel(
    Repository Repository,
    KustomizationGraph Graph,
    ImmutableArray<Rendering> Renderings,
    ClusterSet Fleet,
    SchemaCatalog Schemas,
    FluxLintConfiguration Configuration,
    ImmutableArray<ConfigurationProblem> ConfigurationProblems)
{
    /// <summary>Edits of the files.</summary>
    public YamlEdit Edit { get; } = new(Repository);
}
