namespace FluxLint.Kustomize;

/// <summary>What can go wrong when a kustomization is built.</summary>
public enum BuildProblemKind
{
    /// <summary>A path that does not exist.</summary>
    MissingReference,

    /// <summary>A path that leaves the repository.</summary>
    OutsideRepository,

    /// <summary>Something that cannot be rendered without network or foreign code, so that a part of the result is unknown.</summary>
    RenderGap,

    /// <summary>A plugin that kustomize runs only when it is told to, and Flux never, so that a part of the result is unknown.</summary>
    DisabledPlugin,

    /// <summary>A template that asks for something which its inputs do not have, so that nothing is made.</summary>
    MissingInput,

    /// <summary>Something that <c>kustomize build</c> refuses.</summary>
    Refused,

    /// <summary>The same object twice.</summary>
    DuplicateResource,

    /// <summary>A patch whose target matches nothing.</summary>
    PatchWithoutTarget,

    /// <summary>Kustomizations that include each other.</summary>
    Cycle,

    /// <summary>Something that takes more than is spent on a build, so that the result is unknown.</summary>
    Limit,
}
