using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.TestPack;

/// <summary>Finds config maps without a label that says who owns them.</summary>
public sealed class MissingOwner : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = new()
    {
        Id = "ORG1001",
        Title = "An object has no owner",
        Message = "'{0}' has no label 'owner'",
        Category = RuleCategory.Hygiene,
        Severity = Severity.Error,
        Since = "1.0",
    };

    public override DiagnosticDescriptor Describe()
    {
        Behavior.At("describe");
        return Descriptor;
    }

    public override void Register(RuleRegistry registry)
    {
        Behavior.At("register");
        registry.OnResource("", "ConfigMap", Check);
    }

    private static void Check(ResourceContext context)
    {
        Behavior.At("check");
        if (context.Resource.Root.At("metadata", "labels", "owner") is not null)
            return;
        var name = Behavior.Is("tells its YamlDotNet") ? YamlVersion() : context.Resource.Id.Name;
        var descriptor = Behavior.Is("reports for others") ? Descriptor with { Id = "FLX1001" } : Descriptor;
        context.Report(descriptor, context.Resource.Root.At("metadata", "name") ?? context.Resource.Root, name);
    }

    // Apart, so that nothing else needs the assembly.
    private static string YamlVersion() => $"{typeof(YamlDotNet.Core.Parser).Assembly.GetName().Version}";
}
