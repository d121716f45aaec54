using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>A part of an object that its schema does not allow.</summary>
/// <param name="Node">The characters that cause it.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
public sealed record SchemaProblem(YamlNode Node, string Message)
{
    /// <summary>What kind of problem it is.</summary>
    public SchemaProblemKind Kind { get; init; }

    /// <summary>Where it is: the node, or some of its characters.</summary>
    public Location Location { get; init; } = Node.Location;

    /// <summary>The mapping with a field that is not declared; null for any other problem.</summary>
    public YamlMapping? Owner { get; init; }

    /// <summary>The declared field or allowed value that is probably meant; null when none is near.</summary>
    public string? Nearest { get; init; }

    /// <summary>Whether the value is none of those that are listed.</summary>
    internal bool IsChoice { get; init; }

    /// <summary>What the API server has against an object of a built-in kind beyond its schema, as a Service without ports.</summary>
    /// <param name="resource">An object; of kinds that are not known nothing is said.</param>
    public static IEnumerable<SchemaProblem> BeyondSchema(Resource resource) => ObjectChecks.Find(resource);

    /// <summary>What is wrong with the rules in a definition: expressions in CEL that cannot be read. The API server refuses the definition.</summary>
    /// <param name="definition">A <c>CustomResourceDefinition</c>; anything else has none.</param>
    public static IEnumerable<SchemaProblem> InRulesOf(Resource definition) => ResourceDefinition.ExpressionProblems(definition);

    /// <summary>The patterns in a definition that are too large to hold values against.</summary>
    /// <param name="definition">A <c>CustomResourceDefinition</c>; anything else has none.</param>
    public static IEnumerable<SchemaProblem> LimitsOf(Resource definition) => ResourceDefinition.PatternLimits(definition);
}
