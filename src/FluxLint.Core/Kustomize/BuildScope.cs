using FluxLint.Kustomize.Patching;

namespace FluxLint.Kustomize;

/// <summary>What the top of a build, or a layer that was built before, decides for the layers below. Almost always nothing, so that they are shared.</summary>
/// <param name="Schema">The OpenAPI document; null while none is chosen. The first that is chosen counts for the rest of the build.</param>
/// <param name="IsTracked">Whether resources keep a record of what they went through.</param>
/// <param name="Version">The version of kustomize.</param>
internal sealed record BuildScope(OpenApiSchema? Schema, bool IsTracked, KustomizeVersion Version)
{
    /// <summary>Nothing is decided.</summary>
    public static readonly BuildScope Open = new(null, false, KustomizeVersion.Newest);

    /// <summary>The same for another version.</summary>
    public BuildScope For(KustomizeVersion version) => version == Version ? this : this with { Version = version };
}
