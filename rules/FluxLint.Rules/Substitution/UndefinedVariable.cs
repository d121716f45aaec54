using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Text;

namespace FluxLint.Rules.Substitution;

/// <summary>Finds references to variables that have neither a value nor a default.</summary>
public sealed class UndefinedVariable : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX4001",
        Title = "A variable has neither a value nor a default",
        Message = "Kustomization '{0}' does not define variable '{1}', {2}",
        MessageForMany = "Kustomization '{0}' does not define variable '{1}', {2}, here and {3} times more",
        Category = RuleCategory.Substitution,
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Substitution/UndefinedVariable"),
    };

    /// <summary>The version of Flux from which StrictPostBuildSubstitutions is on (kustomize-controller 1.9, internal/features).</summary>
    private static readonly Version Strict = new(2, 9);

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnCluster(Check);

    private static void Check(ClusterContext context)
    {
        var isStrict = context.Cluster.FeatureGate("kustomize-controller", "StrictPostBuildSubstitutions") ?? (context.Cluster.Release is { } flux && flux.Version >= Strict);
        foreach (var inventory in context.Cluster.Inventories.Where(inventory => inventory is { Owner: not null, Output: not null }))
        {
            var undefined =
                from result in inventory.Output?.Substitutions ?? []
                from use in result.Uses
                where use.Outcome == VariableOutcome.Undefined
                select (result, use.Reference);
            foreach (var (result, reference) in undefined)
            {
                var (name, consequence) = (reference.Name, isStrict ? "so that nothing of it is applied" : "so that nothing stands in its place");
                var nearest = Nearest(inventory, name);
                var finding = context.Report(Descriptor, result.Resource.PlaceOf(reference.Node).Within(reference.Location), inventory.Owner?.Id.Name, name, consequence)
                    .WithSeverity(isStrict ? Severity.Error : Severity.Warning)
                    .WithHelp($"{(nearest is null ? "" : $"write '{nearest.Name}', ")}define '{name}' in its postBuild, or give a default: '${{{name}:=default}}'")
                    .WithCause($"{inventory.Owner?.Id} {name}")
                    .WithFix(ScriptFix.For(result, reference, context.Fleet, context.Edit));
                if (nearest is not null)
                    finding.WithRelated(nearest.Place.Location, $"'{nearest.Name}' is defined here");
            }
        }
    }

    private static SubstitutionVariable? Nearest(Inventory inventory, string name) =>
        NearestName.Find(name, inventory.Variables.All.Select(variable => variable.Name)) is { } nearest ? inventory.Variables.Find(nearest) : null;
}
