namespace FluxLint.Diagnostics;

/// <summary>The number blocks of the rule catalogue; the value is the block, the first digit of an id.</summary>
public enum RuleCategory
{
    /// <summary>Reading and rendering itself.</summary>
    Engine,

    /// <summary>Kustomizations, overlays, patches.</summary>
    Kustomize,

    /// <summary>Flux objects and how they refer to each other.</summary>
    Flux,

    /// <summary>Helm releases and sources.</summary>
    Helm,

    /// <summary>Variables that Flux fills in after the build.</summary>
    Substitution,

    /// <summary>API versions, schemas and custom resource definitions.</summary>
    Api,

    /// <summary>Where objects land.</summary>
    Namespaces,

    /// <summary>Secrets, images, privileges.</summary>
    Security,

    /// <summary>Clusters compared with each other and with the fleet's policy.</summary>
    Fleet,

    /// <summary>Suppressions and baselines.</summary>
    Hygiene,
}
