using System.Collections.Immutable;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Changes;

/// <summary>The same change of an object of one name, in all clusters that have it.</summary>
internal sealed record ObjectChange
{
    /// <summary>What becomes of the object.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The earlier object, as one of the clusters has it; null when it is made.</summary>
    public required Resource? Before { get; init; }

    /// <summary>The later object, as one of the clusters has it; null when it is no longer applied.</summary>
    public required Resource? After { get; init; }

    /// <summary>Who applied it; empty for the entry point, and when it is made.</summary>
    public string OwnerBefore { get; init; } = "";

    /// <summary>Who applies it; empty for the entry point, and when it is no longer applied.</summary>
    public string OwnerAfter { get; init; } = "";

    /// <summary>The fields that differ; none when it is made or no longer applied.</summary>
    public ImmutableArray<FieldChange> Fields { get; init; } = [];

    /// <summary>What may go wrong in all or some of the clusters, the worst first.</summary>
    public ImmutableArray<Danger> Dangers { get; init; } = [];

    /// <summary>Why it does not reach the clusters, or not yet, in words that follow the name of the object; null when it does.</summary>
    public string? Withheld { get; init; }

    /// <summary>The clusters, in ordinal order of their directories.</summary>
    public ImmutableArray<Cluster> Clusters { get; init; } = [];

    /// <summary>The later object, or the earlier one when there is none.</summary>
    public Resource Resource => After ?? Before ?? throw new InvalidOperationException("a change is one of an object");

    /// <summary>Equal for changes that read the same.</summary>
    public string Signature => string.Join('\n', [
        $"{Kind} {Resource.Id.ApiVersion} {Resource} {OwnerBefore} {OwnerAfter} {Withheld}",
        .. Fields.Select(change => change.Signature),
    ]);
}
