using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Suppressions;

/// <summary>Decides which findings are shown, and what is wrong with that which hides some.</summary>
internal sealed class Suppressor(InlineSuppressions inline, ConfiguredSuppressions configured, Action<HygieneFindings> judgeObjects, HygieneFindings hygiene)
{
    /// <summary>A configuration that is wrong cannot be trusted to say what is hidden.</summary>
    public const string InvalidConfiguration = "FLX0008";

    /// <summary>All findings, each with what suppresses it, and those on suppressions.</summary>
    /// <param name="diagnostics">What rules found, less what annotations hide.</param>
    /// <param name="match">Compares findings with a baseline; null when there is none.</param>
    public ImmutableArray<Diagnostic> Run(ImmutableArray<Diagnostic> diagnostics, Func<IEnumerable<Diagnostic>, BaselineMatch>? match)
    {
        ImmutableArray<Diagnostic> all = [.. diagnostics.Select(Apply)];
        inline.Judge(hygiene);
        configured.Judge(hygiene);
        judgeObjects(hygiene);
        all = [.. all.Concat(hygiene.Found).InOrder()];
        if (match is null)
            return all;
        var baseline = match(all.Where(diagnostic => diagnostic.Id != InvalidConfiguration));
        baseline.Judge(hygiene);
        return
        [
            .. all.Select(diagnostic => diagnostic.Suppression is null && baseline.Holds(diagnostic) ? diagnostic with { Suppression = new(SuppressionKind.Baseline, "the baseline holds it") } : diagnostic)
                .Concat(hygiene.Found.Skip(all.Length - diagnostics.Length))
                .InOrder(),
        ];
    }

    private Diagnostic Apply(Diagnostic diagnostic)
    {
        if (diagnostic.Id == InvalidConfiguration)
            return diagnostic;
        var found = inline.Find(diagnostic);
        return configured.Apply(found is null || diagnostic.Suppression is not null ? diagnostic : diagnostic with { Suppression = found });
    }
}
