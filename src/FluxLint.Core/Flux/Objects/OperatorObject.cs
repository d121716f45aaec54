using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>An object of the Flux Operator, which takes its timing from annotations instead of its <c>spec</c>.</summary>
/// <remarks>Annotations as in flux-operator, api/v1/common_types.go.</remarks>
public abstract class OperatorObject : FluxObject
{
    private protected OperatorObject(Resource resource, YamlMapping spec)
        : base(resource, spec)
    {
    }

    /// <inheritdoc/>
    public override YamlScalar? Suspension =>
        Annotation("reconcile") is { } reconcile && reconcile.Value.Equals("disabled", StringComparison.OrdinalIgnoreCase) ? reconcile : null;

    /// <summary>How often the object is reconciled, from its annotation <c>fluxcd.controlplane.io/reconcileEvery</c>.</summary>
    public override YamlScalar? Interval => Annotation("reconcileEvery");

    private YamlScalar? Annotation(string name) =>
        Resource.Root.At("metadata", "annotations", $"{FluxGroups.Operator}/{name}") is YamlScalar { IsNull: false } value ? value : null;
}
