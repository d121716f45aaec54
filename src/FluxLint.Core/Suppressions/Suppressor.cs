using System.Collections.Immutable;
using FluxLint.CodeFixes;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Suppressions;

/// <summary>Decides which findings are shown, and finds what is wrong with that which hides some. Every finding is asked about before that.</summary>
internal sealed class Suppressor(InlineSuppressions inline, ConfiguredSuppressions configured, ObjectSuppressions objects, HygieneFindings hygiene)
{
    /// <summary>A configuration that is wrong cannot be trusted to say what is hidden.</summary>
    public const string InvalidConfiguration = "FLX0008";

    /// <summary>Why a finding on an object is not shown; null when the object does not say so.</summary>
    public Suppression? Find(Resource resource, string id) => objects.Find(resource, id);

    /// <summary>The finding as comments and the configuration leave it: suppressed, with fewer clusters, or as it was.</summary>
    public Diagnostic Apply(Diagnostic diagnostic)
    {
        if (diagnostic.Id == InvalidConfiguration)
            return diagnostic;
        var found = inline.Find(diagnostic);
        return configured.Apply(found is null || diagnostic.Suppression is not null ? diagnostic : diagnostic with { Suppression = found });
    }

    /// <summary>All findings, with those on suppressions, and what a baseline hides.</summary>
    /// <param name="diagnostics">What rules found.</param>
    /// <param name="resources">The objects that reach clusters.</param>
    /// <param name="edit">Takes annotations away.</param>
    /// <param name="match">Compares findings with a baseline; null when there is none.</param>
    public ImmutableArray<Diagnostic> Finish(ImmutableArray<Diagnostic> diagnostics, ImmutableArray<SharedResource> resources, YamlEdit edit, Func<IEnumerable<Diagnostic>, BaselineMatch>? match)
    {
        inline.Judge(hygiene);
        configured.Judge(hygiene);
        objects.Judge(resources, edit, hygiene);
        ImmutableArray<Diagnostic> all = [.. diagnostics.Concat(hygiene.Found).Order(DiagnosticOrder.Comparer)];
        if (match is null)
            return all;
        var baseline = match(all.Where(diagnostic => diagnostic.Id != InvalidConfiguration));
        baseline.Judge(hygiene);
        return
        [
            .. all.Select(diagnostic => baseline.Holds(diagnostic) ? diagnostic with { IsKnown = true, Suppression = diagnostic.Suppression ?? new(SuppressionKind.Baseline, "the baseline holds it") } : diagnostic)
                .Concat(hygiene.Found.Skip(all.Length - diagnostics.Length))
                .Order(DiagnosticOrder.Comparer),
        ];
    }
}
