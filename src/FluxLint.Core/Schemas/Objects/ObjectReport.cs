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

    /// <summary>Adds that a field is needed, unless it is there and not empty.</summary>
    public void Need(YamlMapping owner, string field, ObjectPath at)
    {
        if (owner.Lacks(field) && !owner.IsMisspelt(field))
            Add(owner.Place(field), $"'{at[field]}' must not be empty");
    }

    /// <summary>Adds that a number is too small or too great.</summary>
    public void Bound(YamlMapping owner, string field, ObjectPath at, long least, long most = long.MaxValue)
    {
        if (owner.Number(field) is not { } number || owner[field] is not { } node || number >= least && number <= most)
            return;
        Add(node, most == long.MaxValue ? $"'{at[field]}' must be at least {least}, not {number}" : $"'{at[field]}' must be from {least} to {most}, not {number}");
    }
}
