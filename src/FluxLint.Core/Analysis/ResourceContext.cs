using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Analysis;

/// <summary>A distinct resource that reaches clusters, as it is rendered.</summary>
public sealed class ResourceContext : RuleContext
{
    private readonly SharedResource shared;

    internal ResourceContext(RuleRun run, SharedResource shared)
        : base(run) => this.shared = shared;

    /// <summary>The resource.</summary>
    public Resource Resource => shared.Resource;

    /// <summary>Whether Flux applies it as it is, so that the API server judges it: not where it asks to be left alone or to be merged with what others made, or a variable decides.</summary>
    public bool IsApplied => ApplyPolicies.Of(Resource) is ApplyPolicy.Override or ApplyPolicy.IfNotPresent;

    /// <summary>The clusters that it reaches.</summary>
    public ImmutableArray<Cluster> Clusters
    {
        get
        {
            Asked(Dependence.Clusters);
            return shared.Clusters;
        }
    }

    /// <summary>Reports a finding at a node of the resource: at a value, or at a key.</summary>
    public Finding Report(DiagnosticDescriptor descriptor, YamlNode node, params ReadOnlySpan<object?> arguments) =>
        Report(descriptor, Resource.PlaceOf(node), arguments);
}
