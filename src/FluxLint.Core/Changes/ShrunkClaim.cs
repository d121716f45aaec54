using FluxLint.Kubernetes;
using FluxLint.Schemas.Cel.Functions;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>Knows the claims that ask for less storage than before: volumes only grow (pkg/apis/core/validation, <c>ValidatePersistentVolumeClaimUpdate</c>).</summary>
internal static class ShrunkClaim
{
    public static bool Is(ResourceId id, string path, FieldChange field) =>
        id is { Group: "", Kind: "PersistentVolumeClaim" } && path == "spec.resources.requests.storage"
        && field is { Before.Value: YamlScalar before, After.Value: YamlScalar after }
        && Quantities.Parse(before.CanonicalValue) is { } earlier && Quantities.Parse(after.CanonicalValue) is { } later && later.CompareTo(earlier) < 0;
}
