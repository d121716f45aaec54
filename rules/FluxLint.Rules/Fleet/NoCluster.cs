using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds repositories of which it is not known where a cluster starts, so that nothing is checked as a cluster would have it.</summary>
public sealed class NoCluster : Rule
{
    private const int MostNamed = 5;

    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8012",
        Title = "No cluster is found",
        Message = "no cluster is found, so nothing is checked as a cluster would have it: there is no gotk-sync.yaml, FluxInstance or values of the chart flux-instance, nothing below clusters/, and no tree of Flux Kustomizations",
        Category = RuleCategory.Fleet,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/NoCluster"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        // Without a kustomization there is nothing that a cluster could start from.
        if (!context.Fleet.Clusters.IsEmpty || context.Fleet.LikelyStarts is not [var first, ..] likely || context.Graph.Kustomization(first) is not { } kustomization)
            return;
        var named = string.Join(", ", likely.Take(MostNamed).Select(directory => directory.Length == 0 ? "." : directory));
        context.Report(Descriptor, Location.OfFile(kustomization.Tree.Source))
            .WithHelp($"name where clusters start under 'clusters' in fluxlint.yaml; these look most like it: {named}");
    }
}
