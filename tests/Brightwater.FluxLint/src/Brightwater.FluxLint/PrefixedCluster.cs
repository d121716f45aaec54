using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace Brightwater.FluxLint;

/// <summary>Finds clusters that give their objects names of their own.</summary>
public sealed class PrefixedCluster : Rule
{
    private static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "BRIGHTWATER005",
        Title = "A cluster gives its objects names of their own",
        Message = "'{0}' gives objects other names here than in other clusters, and dashboards do not find them",
        Category = RuleCategory.Kustomize,
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Since = "0.1",
    };

    /// <inheritdoc/>
    public override DiagnosticDescriptor Describe() => Descriptor;

    /// <inheritdoc/>
    public override void Register(RuleRegistry registry) => registry.OnKustomization(Check);

    private static void Check(KustomizationContext context)
    {
        if (context.Rendering.Kustomization is not { } kustomization || !kustomization.Directory.StartsWith("clusters/", StringComparison.Ordinal))
            return;
        foreach (var name in new[] { "namePrefix", "nameSuffix" })
        {
            // Unsafe: the objects are deleted under one name, and made under the other.
            if (kustomization.Root.KeyOf(name) is { } key)
                context.Report(Descriptor, key.Location, name).WithFix(CodeFix.Unsafe($"Remove '{name}'", context.Edit.Remove(kustomization.Root, name)));
        }
    }
}
