using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Policies;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>The settings of <c>fluxlint.yaml</c>. Each value keeps the node it was written in.</summary>
public sealed record FluxLintConfiguration
{
    internal FluxLintConfiguration()
    {
    }

    /// <summary>The name of the configuration file, which stands at the root of a repository.</summary>
    public const string FileName = "fluxlint.yaml";

    /// <summary>What holds where nothing is configured.</summary>
    internal static FluxLintConfiguration Default { get; } = new();

    /// <summary>The configuration that holds where this one says nothing, as it is written; null for none.</summary>
    internal YamlScalar? Extends { get; init; }

    /// <summary>The preset that is configured; null when none is.</summary>
    internal PresetSetting? WrittenPreset { get; init; }

    /// <summary>Where the severities start from.</summary>
    internal Preset Preset => WrittenPreset?.Preset ?? Preset.Recommended;

    /// <summary>The version of Flux on the clusters; null when it is not configured.</summary>
    public VersionSetting? FluxVersion { get; init; }

    private FluxRelease? Flux => FluxVersion is { } flux ? new(new(flux.Version.Major, flux.Version.Minor), flux.Node.Value, flux.Node.Location) { IsAssumed = flux.IsAssumed } : null;

    /// <summary>The version of Kubernetes on the clusters; null when it is not configured.</summary>
    public VersionSetting? KubernetesVersion { get; init; }

    /// <summary>The classes of clusters, each name once.</summary>
    internal ImmutableArray<ClusterClass> Clusters { get; init; } = [];

    /// <summary>Whether there are classes of clusters.</summary>
    public bool HasClasses => !Clusters.IsEmpty;

    /// <summary>The directories that clusters of some class have to include, each as it is written.</summary>
    public IEnumerable<YamlScalar> Requirements => Clusters.SelectMany(@class => @class.Requires);

    /// <summary>The values of Helm releases that each cluster has for itself.</summary>
    public ImmutableArray<ClusterValue> Values { get; init; } = [];

    /// <summary>The repositories that lie in directories of the one at hand.</summary>
    internal ImmutableArray<SourceMapping> Sources { get; init; } = [];

    /// <summary>What clusters have without the repository's doing.</summary>
    internal ProvidedNames Provides { get; init; } = ProvidedNames.Unsaid;

    /// <summary>The settings that say what clusters there are and what they have.</summary>
    internal FleetDeclaration Fleet => new() { Classes = Clusters, Sources = Sources, Provides = Provides, Flux = Flux };

    /// <summary>The namespace policy; the first that matches counts.</summary>
    internal ImmutableArray<NamespaceRule> Namespaces { get; init; } = [];

    /// <summary>The directories of JSON schemas, from the root.</summary>
    internal ImmutableArray<YamlScalar> Schemas { get; init; } = [];

    /// <summary>The packages with rules of others, each id once.</summary>
    internal ImmutableArray<PackReference> Packs { get; init; } = [];

    /// <summary>The rules that the repository brings, each id and name once.</summary>
    internal ImmutableArray<Policy> Policies { get; init; } = [];

    /// <summary>Severities and options for the whole repository, each rule once.</summary>
    internal ImmutableArray<RuleSetting> Rules { get; init; } = [];

    /// <summary>Severities for parts of the repository; the last that matches counts.</summary>
    internal ImmutableArray<SeverityOverride> Overrides { get; init; } = [];

    /// <summary>What is not reported, and why.</summary>
    internal ImmutableArray<SuppressionSetting> Suppressions { get; init; } = [];

    /// <summary>The file that holds the findings of old; null for none.</summary>
    internal YamlScalar? Baseline { get; init; }

    /// <summary>Reads a configuration file. What is wrong with it as YAML is in the tree's own problems.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="knownRules">The rules that it may name.</param>
    internal static ConfigurationResult Parse(YamlTree tree, ImmutableArray<RuleInfo> knownRules) =>
        new ConfigurationReader(knownRules).Read(tree);

    /// <summary>The same with other versions.</summary>
    internal FluxLintConfiguration Assuming(AssumedVersions versions) =>
        this with { FluxVersion = versions.Flux ?? FluxVersion, KubernetesVersion = versions.Kubernetes ?? KubernetesVersion };

    /// <summary>The configuration with what another one says where it says nothing.</summary>
    /// <param name="below">The one that it extends. Of lists the entries that win come from this one.</param>
    internal FluxLintConfiguration Over(FluxLintConfiguration below) => this with
    {
        WrittenPreset = WrittenPreset ?? below.WrittenPreset,
        FluxVersion = FluxVersion ?? below.FluxVersion,
        KubernetesVersion = KubernetesVersion ?? below.KubernetesVersion,
        Clusters = [.. Clusters, .. below.Clusters.Where(other => !Clusters.Any(own => own.Name.Value == other.Name.Value))],
        Values = [.. Values, .. below.Values],
        Sources = [.. Sources, .. below.Sources],
        Provides = Provides.Over(below.Provides),
        Namespaces = [.. Namespaces, .. below.Namespaces],
        Schemas = [.. Schemas, .. below.Schemas],
        Packs = [.. Packs, .. below.Packs.Where(other => !Packs.Any(own => own.Id.Value.Equals(other.Id.Value, StringComparison.OrdinalIgnoreCase)))],
        Rules = RuleSetting.Combine(Rules, below.Rules),
        Overrides = [.. below.Overrides, .. Overrides],
        Suppressions = [.. Suppressions, .. below.Suppressions],
        Baseline = Baseline ?? below.Baseline,
    };

    /// <summary>What holds for an option of a rule: what is configured, else its default.</summary>
    internal ImmutableArray<string> ValuesOf(string id, RuleOption option) =>
        Rules.FirstOrDefault(setting => setting.Id == id)?.Options.FirstOrDefault(setting => setting.Name == option.Name)?.Values ?? option.Default;

    /// <summary>The line of the namespace policy that speaks of a resource; null when none does.</summary>
    /// <param name="releaseName">The name of the Helm release; null for anything else.</param>
    /// <param name="filePath">The file that the resource was written in.</param>
    /// <param name="kind">Its kind.</param>
    internal NamespaceRule? FindNamespaceRule(string? releaseName, string filePath, string kind) =>
        Namespaces.FirstOrDefault(rule => rule.Matches(releaseName, filePath, kind));

    /// <summary>The namespace that the policy wants for a rendered resource, as it is written there; null when it speaks of none.</summary>
    public YamlScalar? FindNamespace(Resource resource) =>
        FindNamespaceRule(HelmRelease.Of(resource) is null ? null : resource.Id.Name, resource.Path, resource.Id.Kind)?.Namespace;

    /// <summary>The class that a directory belongs to, the first of several; null when none claims it.</summary>
    internal ClusterClass? FindClass(string directory) => Clusters.FirstOrDefault(candidate => candidate.Claims(directory));

    /// <summary>Finds patterns that match nothing and required directories that do not exist, in order of position.</summary>
    internal ImmutableArray<ConfigurationProblem> FindUnmatched(Repository repository) => new UnmatchedPatterns(repository).Find(this);
}
