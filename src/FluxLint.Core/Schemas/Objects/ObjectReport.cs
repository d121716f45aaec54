using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Collects what checks of an object find.</summary>
internal sealed class ObjectReport
{
    private readonly ImmutableArray<SchemaProblem>.Builder problems = ImmutableArray.CreateBuilder<SchemaProblem>();

    public ImmutableArray<SchemaProblem> Problems => problems.DrainToImmutable();

    /// <summary>Adds a problem.</summary>
    /// <param name="node">The characters that cause it.</param>
    /// <param name="message">What is wrong, without a full stop.</param>
    public void Add(YamlNode node, string message) => problems.Add(new(node, message));
}
