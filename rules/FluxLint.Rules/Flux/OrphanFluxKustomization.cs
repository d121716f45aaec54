using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Rules.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Rules.Flux;

/// <summary>Finds Flux Kustomizations in files that no cluster applies.</summary>
public sealed class OrphanFluxKustomization : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2012",
        Title = "A Flux Kustomization that no cluster applies",
        Message = "no cluster applies {0}",
        Category = RuleCategory.Flux,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/OrphanFluxKustomization"),
    };

    private static readonly string[] ForOthers = ["template", "example", "sample", "archive", "disabled", "deprecated", "backup", "unused", "draft", "wip", "docs"];

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnRepository(Check);

    private static void Check(RepositoryContext context)
    {
        if (!AppliesKustomizations(context))
            return;
        var applied = context.Fleet.Resources.Select(shared => shared.Resource.Path).ToHashSet(StringComparer.Ordinal);
        var reached = new Lazy<ReachedPaths>(() => new(context));
        foreach (var file in context.Repository.YamlFiles.Where(file => !applied.Contains(file)))
        {
            if (Orphans(context, file) is not [var first, ..] orphans || reached.Value.Contains(file))
                continue;
            context.Report(Descriptor, first.Place, orphans.Count == 1 ? first.Id.Display : $"{first.Id.Display} and {orphans.Count - 1} more of this file")
                .WithHelp("put it where a cluster applies it, or delete it");
        }
    }

    /// <summary>Whether the rule has a say about a file that nothing reaches.</summary>
    internal static bool SpeaksOf(RepositoryContext context, string file) => Orphans(context, file).Count > 0 && AppliesKustomizations(context);

    // Without a Kustomization that a cluster applies it is not known how this repository does it.
    private static bool AppliesKustomizations(RepositoryContext context) => context.Fleet.Resources.Any(shared => IsComplete(shared.Resource.Root));

    /// <summary>The Kustomizations that a file holds: they are reached, or not, all at once.</summary>
    private static List<Resource> Orphans(RepositoryContext context, string file) =>
        !IsForOthers(file) && context.Repository.Tree(file) is { } tree && tree.Source.Text.Contains(FluxGroups.Kustomize, StringComparison.Ordinal)
            ? [.. tree.Documents.Select(document => document.Expanded).OfType<YamlMapping>().Where(IsComplete).Select(Resource.Of)]
            : [];

    /// <summary>Whether an object is a whole Kustomization: a patch of one names neither path nor source, and a template has gaps in its name.</summary>
    private static bool IsComplete(YamlMapping root)
    {
        var id = ResourceId.Of(root);
        return id is { Group: FluxGroups.Kustomize, Kind: "Kustomization", Name.Length: > 0 }
            && !id.Name.Contains('{')
            && root.At("spec", "path") is YamlScalar
            && root.At("spec", "sourceRef") is YamlMapping
            && !root.Contains("sops");
    }

    private static bool IsForOthers(string file) => ForOthers.Any(word => file.Contains(word, StringComparison.OrdinalIgnoreCase));
}
