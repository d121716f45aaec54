using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Rules.Helm;

/// <summary>Finds sources of production clusters that change without a change of the repository.</summary>
public sealed class FloatingSourceRef : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX3002",
        Title = "A source of production is not pinned",
        Message = "{0} follows {1}, so that production changes without a change of this repository",
        Category = RuleCategory.Helm,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Helm/FloatingSourceRef"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var cluster = context.Cluster;
        if (cluster.Class is not { IsProduction: true })
            return;
        var consumed = new Lazy<HashSet<ObjectKey>>(() => Consumed(cluster));
        foreach (var resource in cluster.Inventories.Where(IsOfRepository).SelectMany(inventory => inventory.Resources))
        {
            if (resource.HasUnknownValues || FluxObject.Of(resource) is not Source source || Followed(source) is not var (what, node))
                continue;
            var key = resource.Key;
            // A branch of this repository is what production is meant to follow.
            if (cluster.RootOf(key) != cluster.Home && consumed.Value.Contains(key))
                context.Report(Descriptor, resource.PlaceOf(node), resource.Id.Display, what).WithHelp(source is OciRepository ? "name a tag or digest" : "name a tag or commit");
        }
    }

    /// <summary>What a FluxInstance makes is the source of the cluster itself.</summary>
    private static bool IsOfRepository(Inventory inventory) => !inventory.IsRemote && inventory.Owner?.Id.Kind != "FluxInstance";

    /// <summary>
    /// The sources whose content is deployed. What image automation alone reads is written, not deployed, and FLX3001 judges the
    /// artifacts that are charts.
    /// </summary>
    private static HashSet<ObjectKey> Consumed(Cluster cluster)
    {
        var consumers = cluster.Resources.Select(FluxObject.Of).Where(consumer => consumer is not (null or ImageUpdateAutomation)).ToList();
        var consumed = consumers.SelectMany(consumer => consumer?.SourceReferences ?? []).Select(reference => reference.Key).ToHashSet();
        consumed.ExceptWith(consumers.OfType<HelmRelease>().Select(release => release.ChartReference?.Key).OfType<ObjectKey>());
        return consumed;
    }

    private static (string What, YamlNode Node)? Followed(Source source) => source switch
    {
        GitRepository git => Followed(git),
        OciRepository oci => Followed(oci),
        // A bucket has no states to choose from.
        _ => null,
    };

    private static (string What, YamlNode Node)? Followed(GitRepository git) => git switch
    {
        { Commit: not null } => null,
        { ReferenceName: { } name } => name.Value.StartsWith("refs/heads/", StringComparison.Ordinal) ? ($"the branch '{name.Value[11..]}'", name) : null,
        { VersionRange: { } range } => Open(range),
        { Tag: not null } => null,
        { Branch: { } branch } => branch.HasVariable() ? null : ($"the branch '{branch.Value}'", branch),
        { Url: { } url } => ("the branch 'master'", url),
        _ => null,
    };

    private static (string What, YamlNode Node)? Followed(OciRepository oci) => oci switch
    {
        { Digest: not null } => null,
        { VersionRange: { } range } => Open(range),
        { Tag: { } tag } => tag.Value == "latest" ? ("the tag 'latest'", tag) : null,
        { Url: { } url } => ("the tag 'latest'", url),
        _ => null,
    };

    private static (string What, YamlNode Node)? Open(YamlScalar range) =>
        ChartVersion.IsOpen(range.Value) ? ($"the range '{range.Value}', which has no end", range) : null;
}
