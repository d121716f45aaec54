using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Engine;

/// <summary>Stands for the finding that the driver itself raises when a rule throws.</summary>
public sealed class RuleCrashed : Rule
{
    public static readonly DiagnosticDescriptor Descriptor = Crash;

    public override DiagnosticDescriptor Describe() => Descriptor;

    public override void Register(RuleRegistry registry)
    {
    }
}
