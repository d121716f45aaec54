using System.Collections.Frozen;
using System.Collections.Immutable;

namespace FluxLint.Kustomize.Configurations;

/// <summary>The fields that name other objects, by what they name. The order is the one in which kustomize follows them: a field may name several kinds, and the first that was renamed wins.</summary>
internal sealed class NameReferenceTable
{
    /// <summary>The references of built-in kinds.</summary>
    public static readonly NameReferenceTable Default = new([.. BuiltInNameReferences.Targets]);

    /// <summary>No references.</summary>
    public static readonly NameReferenceTable Empty = new([]);

    private readonly ImmutableArray<ReferenceTarget> targets;
    private readonly FrozenDictionary<string, NameReference[]> byReferrer;
    private readonly NameReference[] ofAnyKind;

    public NameReferenceTable(ImmutableArray<ReferenceTarget> targets)
    {
        this.targets = targets;
        var references = targets.SelectMany(target => target.Fields, (target, field) => new NameReference(target.Selector, field)).ToArray();
        ofAnyKind = [.. references.Where(reference => reference.Field.Kind.Length == 0)];
        byReferrer = references.Select(reference => reference.Field.Kind).Distinct().ToFrozenDictionary(
            kind => kind,
            kind => references.Where(reference => reference.Field.Kind == kind || reference.Field.Kind.Length == 0).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>The references that objects of a kind may hold, in the order in which they are followed.</summary>
    public ReadOnlySpan<NameReference> Of(string kind) => byReferrer.GetValueOrDefault(kind, ofAnyKind);

    /// <summary>Both tables in one; the same instance where nothing is added.</summary>
    public NameReferenceTable Merge(NameReferenceTable other, Action<FieldSpec> conflict)
    {
        if (ReferenceEquals(this, other) || other.targets.IsEmpty)
            return this;
        var merged = targets.ToList();
        foreach (var target in other.targets)
        {
            var index = merged.FindIndex(present => present.Selector == target.Selector);
            if (index < 0)
                merged.Add(target);
            else
                merged[index] = target with { Fields = merged[index].Fields.MergeAll(target.Fields, conflict) };
        }
        return new([.. merged.Order(Comparer<ReferenceTarget>.Create((left, right) => KindOrder.Compare(left.Selector, right.Selector)))]);
    }
}
