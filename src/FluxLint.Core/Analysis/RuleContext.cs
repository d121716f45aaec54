using FluxLint.CodeFixes;
using FluxLint.Configuration;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Semantics;

namespace FluxLint.Analysis;

/// <summary>What every check can see and do.</summary>
public abstract class RuleContext
{
    private readonly RuleRun run;

    private protected RuleContext(RuleRun run) => this.run = run;

    /// <summary>The files.</summary>
    public Repository Repository => Asked(Dependence.Repository).Repository;

    /// <summary>The kustomizations and what they refer to.</summary>
    public KustomizationGraph Graph => Asked(Dependence.Repository).Graph;

    /// <summary>The clusters.</summary>
    public ClusterSet Fleet => Asked(Dependence.Repository).Fleet;

    /// <summary>The schemas that objects are held against.</summary>
    public SchemaCatalog Schemas => Asked(Dependence.Schemas).Schemas;

    /// <summary>The fleet's policy.</summary>
    public FluxLintConfiguration Configuration => run.Compilation.Configuration;

    /// <summary>What the repository chose for an option of the rule.</summary>
    public string Choice(RuleOption option) => run.Compilation.Configuration.ValuesOf(run.Rule.Describe().Id, option)[0];

    /// <summary>Whether a name is among those that an option of the rule lists.</summary>
    public bool Lists(RuleOption option, string name) =>
        run.Compilation.Configuration.ValuesOf(run.Rule.Describe().Id, option).Any(pattern => Glob.Parse(pattern, out _)?.Matches(name) == true);

    /// <summary>Makes the changes of fixes.</summary>
    public YamlEdit Edit => run.Compilation.Edit;

    /// <summary>Reports a finding at a place of a resource, with the steps by which its value came to be.</summary>
    public Finding Report(DiagnosticDescriptor descriptor, Place place, params ReadOnlySpan<object?> arguments) =>
        Add(new(descriptor, run.Rule, place, arguments));

    /// <summary>Reports a finding at characters of a file, for what is about the file and not about a resource.</summary>
    public Finding Report(DiagnosticDescriptor descriptor, Location location, params ReadOnlySpan<object?> arguments) =>
        Add(new(descriptor, run.Rule, location, arguments));

    /// <summary>Reports what went wrong in a build.</summary>
    public Finding Report(DiagnosticDescriptor descriptor, BuildProblem problem) =>
        Report(descriptor, problem.Location, problem.Message).WithRelated(problem.Related).WithHelp(problem.Help);

    /// <summary>Takes note that the findings depend on more than the thing that is looked at.</summary>
    private protected Compilation Asked(Dependence dependence)
    {
        run.Depend(dependence);
        return run.Compilation;
    }

    private Finding Add(Finding finding)
    {
        // Whoever silences or trusts an id must be able to rely on whose it is.
        if (finding.Descriptor != Rule.Limit && finding.Descriptor.Id != run.Rule.Describe().Id)
            throw new InvalidOperationException($"it reports {finding.Descriptor.Id}, which is not its own id");
        run.Add(finding);
        return finding;
    }
}
