using FluxLint.Analysis;
using FluxLint.Diagnostics;

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

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        foreach (var copy in context.Fleet.CopiedSyncs)
        {
            var path = $"./{copy.Directory}";
            context.Report(Descriptor, copy.Path.Location, copy.Target, copy.Directory)
                .WithHelp($"write '{path}'")
                .WithFix(CodeFix.Unsafe($"Sync '{path}'", context.Edit.Replace(copy.Path, path)));
        }
    }
}
