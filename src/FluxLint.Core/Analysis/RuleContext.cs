using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Analysis;

/// <summary>What every check can see and do.</summary>
public abstract class RuleContext
{
    private readonly RuleRun run;

    private protected RuleContext(RuleRun run) => this.run = run;

    /// <summary>The files.</summary>
    public Repository Repository => run.Model.Repository;

    /// <summary>The kustomizations and what they refer to.</summary>
    public KustomizationGraph Graph => run.Model.Graph;

    /// <summary>The clusters.</summary>
    public ClusterSet Fleet => run.Model.Fleet;

    /// <summary>The schemas that objects are held against.</summary>
    public SchemaCatalog Schemas => run.Model.Schemas;

    /// <summary>The fleet's policy.</summary>
    public FluxLintConfiguration Configuration => run.Model.Configuration;

    /// <summary>The clusters that a finding at a location reaches when the check does not say more.</summary>
    private protected abstract ImmutableArray<Cluster> Reach(Location location);

    /// <summary>Reports a finding at a node, with the steps by which its value came to be.</summary>
    public Finding Report(DiagnosticDescriptor descriptor, YamlNode node, params ReadOnlySpan<object?> arguments)
    {
        var finding = Report(descriptor, node.Location, arguments);
        return node.Derivation is null ? finding : finding.WithProvenance(Provenance.Of(node));
    }

    /// <summary>Reports a finding at a place.</summary>
    public Finding Report(DiagnosticDescriptor descriptor, Location location, params ReadOnlySpan<object?> arguments)
    {
        var message = string.Format(CultureInfo.InvariantCulture, descriptor.Message, arguments);
        var finding = new Finding(descriptor, run.Rule, location, message, Reach(location));
        run.Findings.Add(finding);
        return finding;
    }

    /// <summary>Reports what went wrong in a build.</summary>
    public Finding Report(DiagnosticDescriptor descriptor, BuildProblem problem) =>
        Report(descriptor, problem.Location, problem.Message).WithRelated(problem.Related).WithHelp(problem.Help);
}
