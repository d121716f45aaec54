using FluxLint.Analysis;
using FluxLint.Reporting;
using FluxLint.Rules;

namespace FluxLint.Cli.Caching;

/// <summary>Tells one build of the tool and its rules from another.</summary>
internal static class ToolIdentity
{
    /// <summary>The builds of all parts that have a say in what a lint finds and how that is shown.</summary>
    public static string Text { get; } = string.Join(' ',
        from type in (Type[])[typeof(ToolIdentity), typeof(Rule), typeof(BuiltInRules), typeof(IReporter)]
        select $"{type.Module.ModuleVersionId:N}");
}
