using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace Company.FluxLint;

/// <summary>Finds the annotation <c>team</c>, which is called <c>owner</c> now.</summary>
public sealed class OldOwnerAnnotation : Rule
{
    private const string Old = "team";
    private const string New = "owner";

    private static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "COMPANY001",
        Title = "An annotation has its old name",
        Message = "{0} has the annotation '{1}', which is called '{2}' now",
        Category = new("Conventions"),
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Since = "0.1",
    };

    /// <inheritdoc/>
    public override DiagnosticDescriptor Describe() => Descriptor;

    /// <inheritdoc/>
    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        if (context.Resource.Root.At("metadata", "annotations") is not YamlMapping annotations || annotations.KeyOf(Old) is not { } key)
            return;

        var finding = context.Report(Descriptor, key, context.Resource.Id.Display, Old, New);
        // Which of two owners is right is not ours to say.
        if (!annotations.Contains(New))
            finding.WithFix(CodeFix.Safe($"Call it '{New}'", context.Edit.RenameKey(annotations, Old, New)));
    }
}
