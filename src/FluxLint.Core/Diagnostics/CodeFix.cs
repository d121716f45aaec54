using System.Collections.Immutable;
using FluxLint.Text;

namespace FluxLint.Diagnostics;

/// <summary>A change of the repository that makes a finding go away.</summary>
public sealed record CodeFix
{
    private CodeFix(string title, FixSafety safety, ImmutableArray<TextChange> changes)
    {
        Title = title;
        Safety = safety;
        Changes = changes;
    }

    /// <summary>What it does, in the imperative and without a full stop.</summary>
    public string Title { get; }

    /// <summary>How sure it is.</summary>
    public FixSafety Safety { get; }

    /// <summary>The changes, in order of path and position. All of them are made, or none.</summary>
    public ImmutableArray<TextChange> Changes { get; }

    /// <summary>A fix that does what the author meant; null when a change is null or nothing would change.</summary>
    public static CodeFix? Safe(string title, params ReadOnlySpan<TextChange?> changes) => Create(title, FixSafety.Safe, changes);

    /// <summary>A fix that guesses what the author meant; null when a change is null or nothing would change.</summary>
    public static CodeFix? Unsafe(string title, params ReadOnlySpan<TextChange?> changes) => Create(title, FixSafety.Unsafe, changes);

    /// <summary>Makes one fix of several that are called the same, and are as sure as the least sure of them; null when one is null.</summary>
    internal static CodeFix? Together(IEnumerable<CodeFix?> fixes) =>
        fixes.Aggregate((all, fix) => all is null || fix is null ? null : Create(all.Title, all.Safety > fix.Safety ? all.Safety : fix.Safety, [.. all.Changes, .. fix.Changes]));

    /// <summary>Two fixes are equal when they are called the same and do the same.</summary>
    public bool Equals(CodeFix? other) =>
        other is not null && Title == other.Title && Safety == other.Safety && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Safety, Changes.Length);

    private static CodeFix? Create(string title, FixSafety safety, ReadOnlySpan<TextChange?> changes)
    {
        var made = new List<TextChange>(changes.Length);
        foreach (var change in changes)
        {
            if (change is null)
                return null;
            if (!change.ChangesNothing)
                made.Add(change);
        }
        return made.Count == 0 ? null : new(title, safety, [.. made.Distinct().OrderBy(change => change.Source.Path, StringComparer.Ordinal).ThenBy(change => change.Span.Start)]);
    }
}
