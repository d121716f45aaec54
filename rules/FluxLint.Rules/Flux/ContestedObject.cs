using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;

namespace FluxLint.Rules.Flux;

/// <summary>Finds objects that two Flux Kustomizations of a cluster apply.</summary>
public sealed class ContestedObject : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX2007",
        Title = "Two Flux Kustomizations apply one object",
        Message = "{0}{1} {2} applied by {3} and by {4}{5}",
        Category = RuleCategory.Flux,
        Severity = Severity.Error,
        Since = "0.1",
        HelpUri = RulePages.Uri("Flux/ContestedObject"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        // Where one path is inside the other, that is the cause, and a finding of its own.
        foreach (var conflict in context.Model.OwnershipConflicts.Where(conflict => conflict.Inner is null))
        {
            var differing = conflict.Objects.FirstOrDefault(contested => !contested.IsIdentical);
            var shown = differing ?? conflict.Objects[0];
            var more = conflict.Objects.Length - 1;
            var finding = context.Report(
                    Descriptor,
                    shown.Second.Place,
                    shown.Second.Id.Display,
                    more == 0 ? "" : more == 1 ? " and 1 more object" : $" and {more} more objects",
                    more == 0 ? "is" : "are",
                    NameOf(conflict.First),
                    NameOf(conflict.Second),
                    differing is null ? "" : ", which do not agree on it")
                .WithSeverity(differing is null ? Severity.Warning : Severity.Error)
                .WithHelp("leave it to one of the two");
            if (shown.First.Location != shown.Second.Location)
                finding.WithRelated(shown.First.Location, $"{NameOf(conflict.First)} applies it from here");
            Relate(finding, conflict.First);
            Relate(finding, conflict.Second);
        }
    }

    private static void Relate(Finding finding, Inventory inventory)
    {
        if (inventory.Owner is { } owner)
            finding.WithRelated(owner.Location, $"{owner.Id.Display} is declared here");
    }

    private static string NameOf(Inventory inventory) => inventory.Owner?.Id.Display ?? "the cluster itself";
}
