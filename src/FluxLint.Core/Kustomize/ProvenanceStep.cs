namespace FluxLint.Kustomize;

/// <summary>The steps by which rendered values come to be.</summary>
public static class ProvenanceStep
{
    /// <summary>A manifest has it so.</summary>
    public const string Written = "written";

    /// <summary>A patch set it.</summary>
    public const string Patch = "patch";

    /// <summary>The <c>namespace</c> field of a kustomization set it.</summary>
    public const string Namespace = "namespace";

    /// <summary>The <c>namePrefix</c> of a kustomization changed it.</summary>
    public const string NamePrefix = "namePrefix";

    /// <summary>The <c>nameSuffix</c> of a kustomization changed it.</summary>
    public const string NameSuffix = "nameSuffix";

    /// <summary>The labels of a kustomization set it.</summary>
    public const string Label = "label";

    /// <summary>The annotations of a kustomization set it.</summary>
    public const string Annotation = "annotation";

    /// <summary>An <c>images</c> entry changed it.</summary>
    public const string Image = "images";

    /// <summary>A <c>replicas</c> entry set it.</summary>
    public const string Replicas = "replicas";

    /// <summary>A generator made it.</summary>
    public const string Generator = "generator";

    /// <summary>A hash of the content joined the name of what a generator made.</summary>
    public const string ContentHash = "contentHash";

    /// <summary>A plugin set it.</summary>
    public const string Plugin = "plugin";

    /// <summary>It follows the new name of the object it refers to.</summary>
    public const string NameReference = "nameReference";

    /// <summary>A <c>replacements</c> entry copied it.</summary>
    public const string Replacement = "replacements";

    /// <summary>A <c>vars</c> entry filled it in.</summary>
    public const string Variable = "vars";

    /// <summary>A template of a ResourceSet took it from an input.</summary>
    public const string Input = "input";

    /// <summary>Flux filled in variables after the build.</summary>
    public const string Substitution = "substitution";

    /// <summary>The common metadata of a Flux Kustomization set it.</summary>
    public const string CommonMetadata = "commonMetadata";
}
