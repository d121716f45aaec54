using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Rules.Tests;

/// <summary>A pack whose only rule throws.</summary>
internal sealed class CrashingPack : RulePack
{
    public override string Name => "crashing";

    public override ImmutableArray<Rule> Rules { get; } = [new CrashingRule()];

    public override string Page(Rule rule) => "";

    private sealed class CrashingRule : Rule
    {
        public override DiagnosticDescriptor Describe() => new()
        {
            Id = "ACME001",
            Title = "Never reported",
            Message = "never reported",
            Category = RuleCategory.Hygiene,
            Severity = Severity.Error,
            Since = "1.0",
        };

        public override void Register(RuleRegistry registry) => registry.OnFile(context =>
        {
            if (context.Tree.Source.Path == "b.yaml")
                throw new InvalidOperationException("no 'b.yaml' please");
        });
    }
}
