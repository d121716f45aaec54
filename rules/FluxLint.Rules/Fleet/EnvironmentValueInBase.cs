using FluxLint.Analysis;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds values in files of several classes of clusters that the configuration says each cluster has for itself.</summary>
public sealed class EnvironmentValueInBase : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8010",
        Title = "A base has a value that each cluster has for itself",
        Message = "'{0}' of {1} is said here for {2} clusters{3}, and each has its own",
        Category = RuleCategory.Fleet,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/EnvironmentValueInBase"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        if (context.Configuration.Values.IsEmpty)
            return;
        var found = from shared in context.Fleet.Resources
                    let release = HelmRelease.Of(shared.Resource)
                    where release is not null
                    from value in context.Configuration.Values
                    let node = value.In(release)
                    where node is not null
                    from written in Written(release, value, node)
                    where IsShared(context, written.Source.Path)
                    select (Value: value, Release: release, Node: written);
        foreach (var (value, release, node) in found.DistinctBy(entry => entry.Node.Location))
        {
            var readers = context.Fleet.ReadersOf(node.Source.Path);
            var classes = readers.Select(cluster => cluster.Class?.Name.Value).Distinct().Count();
            context.Report(Descriptor, node.Location, value.Path.Value, release.Resource.Id.Display, readers.Length, classes > 1 ? $" of {classes} classes" : "")
                .WithRelated(value.Path.Location, "declared here")
                .WithClusters(readers);
        }
    }

    /// <summary>The value and what it was before. One that must differ and is the same in all of them is another finding.</summary>
    private static IEnumerable<YamlNode> Written(HelmRelease release, ClusterValue value, YamlNode node) =>
        release.PlaceOf(node).Earlier.Concat(value.IsUnique ? [] : [node]).Where(IsText);

    // A variable is how each cluster gets its own.
    private static bool IsText(YamlNode node) => node is YamlScalar { IsNull: false } scalar && !scalar.Value.HasVariable() && node.Derivation?.Step != ProvenanceStep.Substitution;

    private static bool IsShared(RepositoryContext context, string file)
    {
        var readers = context.Fleet.ReadersOf(file);
        return context.Configuration.HasClasses ? readers.Select(cluster => cluster.Class).Distinct().Skip(1).Any() : readers.Length > 1;
    }
}
