using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;

namespace FluxLint.Rules.Fleet;

/// <summary>Finds bootstrap manifests that were copied from another cluster and still have its path.</summary>
public sealed class CopiedSyncPath : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX8013",
        Title = "A cluster is synced with the directory of another",
        Message = "this syncs '{0}', the directory of another cluster, and lies in '{1}'",
        Category = RuleCategory.Fleet,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Fleet/CopiedSyncPath"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        if (context.Cluster.CopiedSyncPath is not { } copied)
            return;
        var directory = context.Cluster.Directory;
        var path = $"./{directory[context.Cluster.Home.Length..].TrimStart('/')}";
        context.Report(Descriptor, copied.Location, RepositoryPath.Normalize(copied.Value.TrimStart('/')) ?? copied.Value, directory)
            .WithHelp($"write '{path}'")
            .WithFix(CodeFix.Unsafe($"Sync '{path}'", context.Edit.Replace(copied, path)));
    }
}
