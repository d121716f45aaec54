using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Semantics;
using FluxLint.Syntax;

namespace FluxLint.Rules.Tests;

/// <summary>Whatever a rule points at in the reference fleet, the finding tells what <c>fluxlint trace</c> tells of that field.</summary>
public sealed class TracedFindingsTests
{
    [Fact]
    public void Findings_at_every_value_of_the_fleet_tell_what_trace_tells()
    {
        var found = Linter.Lint(Compilation.Create(new DiskFileSystem(Paths.Fleet)), RuleSet.Of(new BuiltInRules(), new PointingPack())).Diagnostics.Where(diagnostic => diagnostic.Id == PointingRule.Descriptor.Id).ToList();

        Assert.True(found.Count > 2_000, $"{found.Count} values");
        Assert.Contains(found, diagnostic => !diagnostic.Provenance.IsEmpty);
        Assert.Empty(found.Where(diagnostic => diagnostic.Message != Told(diagnostic.LogicalLocation?.Field, diagnostic.Provenance)).Select(diagnostic => $"{diagnostic.Message} but {Told(diagnostic.LogicalLocation?.Field, diagnostic.Provenance)}").Take(10));
    }

    private static string Told(string? field, ImmutableArray<RelatedLocation> steps) => string.Join("; ", steps.Select(step => $"{step.Message} at {step.Location}").Prepend(field));

    /// <summary>A rule that points at every value, and says what trace knows of the field.</summary>
    private sealed class PointingRule : Rule
    {
        public static readonly DiagnosticDescriptor Descriptor = new()
        {
            Id = "ACME003",
            Title = "A value",
            Message = "{0}",
            Category = RuleCategory.Hygiene,
            Severity = Severity.Info,
            Since = "1.0",
        };

        public override DiagnosticDescriptor Describe() => Descriptor;

        public override void Register(RuleRegistry registry) => registry.OnResource(context =>
        {
            var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
            foreach (var field in context.Resource.Fields().Where(field => seen.Add(field.Value)))
                context.Report(Descriptor, field.Value, Told(field.Field.ToString(), field.Provenance));
        });
    }

    private sealed class PointingPack : RulePack
    {
        public override string Name => "pointing";

        public override ImmutableArray<Rule> Rules { get; } = [new PointingRule()];

        public override string Page(Rule rule) => "";
    }
}
