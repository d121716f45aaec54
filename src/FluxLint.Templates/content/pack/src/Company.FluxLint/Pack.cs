using System.Collections.Immutable;
using FluxLint.Analysis;

namespace Company.FluxLint;

/// <summary>The rules of Company.FluxLint.</summary>
public sealed class Pack : RulePack
{
    /// <inheritdoc/>
    public override string Name => "Company.FluxLint";

    /// <inheritdoc/>
    public override ImmutableArray<Rule> Rules { get; } =
    [
        new OldOwnerAnnotation(),
    ];
}
