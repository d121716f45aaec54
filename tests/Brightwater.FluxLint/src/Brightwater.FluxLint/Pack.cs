using System.Collections.Immutable;
using FluxLint.Analysis;

namespace Brightwater.FluxLint;

/// <summary>The rules of Brightwater.FluxLint.</summary>
public sealed class Pack : RulePack
{
    /// <inheritdoc/>
    public override string Name => "Brightwater.FluxLint";

    /// <inheritdoc/>
    public override ImmutableArray<Rule> Rules { get; } =
    [
        new ForeignRegistry(),
        new SlowRelease(),
        new AppsBeforePlatform(),
        new SharedMaintenanceSlot(),
        new PrefixedCluster(),
    ];
}
