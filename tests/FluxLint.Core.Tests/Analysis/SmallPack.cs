using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;

namespace FluxLint.Core.Tests.Analysis;

/// <summary>A pack of one rule that is written in a test.</summary>
internal sealed class SmallPack(string name, string id, Action<RuleRegistry, DiagnosticDescriptor> register) : RulePack
{
    public override string Name => name;

    public override ImmutableArray<Rule> Rules { get; } = [new SmallRule(id, register)];

    public override string Page(Rule rule) => "";

    private sealed class SmallRule(string id, Action<RuleRegistry, DiagnosticDescriptor> register) : Rule
    {
        private readonly DiagnosticDescriptor descriptor = new()
        {
            Id = id,
            Title = "What a test finds",
            Message = "found {0}",
            Category = new("Acme"),
            Severity = Severity.Warning,
            Since = "1.0",
        };

        public override DiagnosticDescriptor Describe() => descriptor;

        public override void Register(RuleRegistry registry) => register(registry, descriptor);
    }
}
