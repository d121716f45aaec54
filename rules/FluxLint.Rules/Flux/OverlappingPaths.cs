using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Flux;

/// <summary>Finds Flux Kustomizations whose path another one of the cluster applies as a part of its own.</summary>
public sealed class OverlappingPaths : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2006",
        Title = "The path of a Flux Kustomization is inside that of another that applies it as well",
        Message = "{0} applies '{1}', which {2} applies as a part of '{3}'",
        Category = RuleCategory.Flux,
        Severity = Severity.Warning,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/OverlappingPaths"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        foreach (var conflict in context.Model.OwnershipConflicts)
        {
            if (conflict.Inner is not { Owner: { } owner, Directory: { } path } || conflict.Outer is not { Directory: { } around } outer)
                continue;
            var objects = conflict.Objects;
            var finding = context.Report(Descriptor, owner.PlaceAt("spec", "path") ?? owner.PlaceOf(owner.Root), owner.Id.Display, path, outer.Owner?.Id.Display ?? "the cluster", around.Length == 0 ? "." : around)
                .WithRelated(objects[0].First.Location, objects.Length == 1 ? $"Both apply {objects[0].First.Id.Display}" : $"Both apply {objects[0].First.Id.Display} and {objects.Length - 1} more")
                .WithHelp("move one of the two directories out of the other, or list in a kustomization.yaml what the outer one applies");
            if (outer.Owner is { } other)
                finding.WithRelated((other.Root.At("spec", "path") ?? other.Root).Location, $"{other.Id.Display} applies '{around}' here");
        }
    }
}
