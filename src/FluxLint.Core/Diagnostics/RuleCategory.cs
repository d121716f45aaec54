using System.Collections.Immutable;

namespace FluxLint.Diagnostics;

/// <summary>What rules have in common: a block of the built-in catalogue, or a category that a pack brings. The name alone tells them apart.</summary>
/// <param name="Name">One word, such as <c>Flux</c>.</param>
public sealed record RuleCategory(string Name)
{
    /// <summary>Reading and rendering itself.</summary>
    public static RuleCategory Engine { get; } = new("Engine");

    /// <summary>Kustomizations, overlays, patches.</summary>
    public static RuleCategory Kustomize { get; } = new("Kustomize");

    /// <summary>Flux objects and how they refer to each other.</summary>
    public static RuleCategory Flux { get; } = new("Flux");

    /// <summary>Helm releases and sources.</summary>
    public static RuleCategory Helm { get; } = new("Helm");

    /// <summary>Variables that Flux fills in after the build.</summary>
    public static RuleCategory Substitution { get; } = new("Substitution");

    /// <summary>API versions, schemas and custom resource definitions.</summary>
    public static RuleCategory Api { get; } = new("Api");

    /// <summary>Where objects land.</summary>
    public static RuleCategory Namespaces { get; } = new("Namespaces");

    /// <summary>Secrets, images, privileges.</summary>
    public static RuleCategory Security { get; } = new("Security");

    /// <summary>Clusters compared with each other and with the fleet's policy.</summary>
    public static RuleCategory Fleet { get; } = new("Fleet");

    /// <summary>Suppressions and baselines.</summary>
    public static RuleCategory Hygiene { get; } = new("Hygiene");

    /// <summary>The categories of the built-in catalogue, in the order of their number blocks.</summary>
    public static ImmutableArray<RuleCategory> BuiltIn { get; } = [Engine, Kustomize, Flux, Helm, Substitution, Api, Namespaces, Security, Fleet, Hygiene];

    /// <summary>The number block, the first digit of the ids in it; null for the category of another pack.</summary>
    public int? Block => BuiltIn.IndexOf(this) is >= 0 and var block ? block : null;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
