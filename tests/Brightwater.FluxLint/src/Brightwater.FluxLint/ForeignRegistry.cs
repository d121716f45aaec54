using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace Brightwater.FluxLint;

/// <summary>Finds containers whose images come from a registry that is not ours.</summary>
public sealed class ForeignRegistry : Rule
{
    private const string Own = "brightwater.azurecr.io";

    private static readonly RuleOption Registries = RuleOption.Patterns("registries", "The registries that images may come from", Own, "mcr.microsoft.com");

    private static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "BRIGHTWATER001",
        Title = "An image comes from a registry that is not ours",
        Message = "{0} runs '{1}' from {2}, which clusters cannot reach",
        Category = RuleCategory.Security,
        Severity = Severity.Error,
        Fix = FixSafety.Unsafe,
        Options = [Registries],
        Since = "0.1",
    };

    /// <inheritdoc/>
    public override DiagnosticDescriptor Describe() => Descriptor;

    /// <inheritdoc/>
    public override void Register(RuleRegistry registry) => registry.OnResource(Check);

    private static void Check(ResourceContext context)
    {
        // What a variable fills in is not known here.
        if (context.Resource.HasUnknownValues)
            return;
        foreach (var container in context.Resource.Pods?.Containers ?? [])
        {
            if (container.Image is not { Value.Length: > 0 } node)
                continue;
            var image = ContainerImage.Of(node.Value);
            if (context.Lists(Registries, image.Registry))
                continue;
            context.Report(Descriptor, node, context.Resource.Id.Display, node.Value, image.Registry).WithFix(Mirrored(context, node, image));
        }
    }

    // Unsafe: whether the mirror has the image is not known here.
    private static CodeFix? Mirrored(ResourceContext context, YamlScalar node, ContainerImage image)
    {
        if (!context.Lists(Registries, Own))
            return null;
        var path = node.Value.StartsWith($"{image.Registry}/", StringComparison.Ordinal) ? node.Value : $"{image.Registry}/{node.Value}";
        return CodeFix.Unsafe("Take it from the mirror", context.Edit.Replace(node, $"{Own}/mirror/{path}"));
    }
}
