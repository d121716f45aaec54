using FluxLint.Kustomize;

namespace FluxLint.Flux;

/// <summary>Reads the apply policy of an object.</summary>
/// <remarks>
/// As in kustomize-controller (kustomization_controller.go, <c>apply</c>) and fluxcd/pkg ssa (<c>AnyInMetadata</c>): the
/// policies are read from annotations and labels alike, in any case, and a value that is none of them changes nothing. What
/// is excluded, by <c>ssa: Ignore</c> or <c>reconcile: disabled</c>, is excluded whatever else is said.
/// </remarks>
internal static class ApplyPolicies
{
    /// <summary>The key whose value names a policy.</summary>
    internal const string ServerSideApply = $"{FluxGroups.Kustomize}/ssa";

    private const string Reconcile = $"{FluxGroups.Kustomize}/reconcile";

    /// <summary>The policy of an object as it is applied.</summary>
    public static ApplyPolicy Of(Resource resource)
    {
        if (resource.Root.Mapping("metadata") is not { } metadata)
            return ApplyPolicy.Override;
        var (annotations, labels) = (metadata.Mapping("annotations"), metadata.Mapping("labels"));
        if (annotations is null && labels is null)
            return ApplyPolicy.Override;
        if (annotations is null && labels is null)
            return ApplyPolicy.Override;
        if (Says(Reconcile, "disabled") || Says(ServerSideApply, nameof(ApplyPolicy.Ignore)))
            return ApplyPolicy.Ignore;
        if (IsOpen(Reconcile) || IsOpen(ServerSideApply))
            return ApplyPolicy.Unknown;
        if (Says(ServerSideApply, nameof(ApplyPolicy.IfNotPresent)))
            return ApplyPolicy.IfNotPresent;
        return Says(ServerSideApply, nameof(ApplyPolicy.Merge)) ? ApplyPolicy.Merge : ApplyPolicy.Override;

        bool Says(string key, string value) => Is(annotations?.Text(key), value) || Is(labels?.Text(key), value);
        bool IsOpen(string key) => (annotations?.Text(key)?.HasVariable() ?? false) || (labels?.Text(key)?.HasVariable() ?? false);
    }

    private static bool Is(string? text, string value) => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);
}
