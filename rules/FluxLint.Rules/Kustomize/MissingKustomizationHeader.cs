using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Rules.Kustomize;

/// <summary>Finds kustomizations that do not say what they are.</summary>
public sealed class MissingKustomizationHeader : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "FLX1014",
        Title = "A kustomization has no apiVersion or kind",
        Message = "this kustomization has no {0}",
        MessageForMany = "this kustomization and {1} more have no {0}",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Off,
        Fix = FixSafety.Safe,
        Since = "0.1",
        HelpUri = RulePages.Uri("Kustomize/MissingKustomizationHeader"),
    };

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        // What Flux generates for a directory without one is no file.
        if (context.Graph.Kustomization(context.Rendering.Directory) is not { Root.Entries: [{ Key: var first }, ..] } kustomization)
            return;
        var (hasVersion, hasKind) = (kustomization.Field("apiVersion") is not null, kustomization.Field("kind") is not null);
        if (hasVersion && hasKind)
            return;
        string[] missing = [.. hasVersion ? [] : (string[])["apiVersion"], .. hasKind ? [] : (string[])["kind"]];
        var what = string.Join(" and no ", missing.Select(name => $"'{name}'"));
        // One habit is one finding.
        context.Report(Descriptor, first.Location, what).WithCause(what).WithFix(CodeFix.Safe($"Add {what.Replace("no ", "", StringComparison.Ordinal)}", Header(kustomization, first, hasVersion, hasKind)));
    }

    private static TextChange? Header(Kustomization kustomization, YamlNode first, bool hasVersion, bool hasKind)
    {
        // In braces, or behind something else on its line, it takes more than lines of its own.
        if (kustomization.Root.IsFlow || first.Location.Start.Column != 1)
            return null;
        var end = first.Source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var version = hasVersion ? "" : $"apiVersion: kustomize.config.k8s.io/{(kustomization.IsComponent ? "v1alpha1" : "v1beta1")}{end}";
        return new(first.Source, new(first.Span.Start, 0), $"{version}{(hasKind ? "" : $"kind: Kustomization{end}")}");
    }
}
