using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.CodeFixes;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Semantics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint;

/// <summary>
/// Fixes a repository in memory. Fixes that are in each other's way are made one after another, each on what the one before left. Only
/// those stay that take their finding away and break nothing: with them, every file is YAML and every kustomization builds as it did.
/// </summary>
public sealed class Fixer
{
    private const int Rounds = 10;

    private readonly RuleSet rules;
    private readonly LintOptions options;
    private readonly FixSafety most;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, FileFix> changed = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> made = [];
    private readonly Dictionary<Identity, Diagnostic> refused = [];
    private State current;

    private Fixer(Compilation compilation, RuleSet rules, LintOptions options, FixSafety most, CancellationToken cancellation)
    {
        this.rules = rules;
        this.options = options;
        this.most = most;
        this.cancellation = cancellation;
        current = Lint(compilation, options.Before);
    }

    /// <summary>Finds out what the fixes of a repository's findings make of it.</summary>
    /// <param name="compilation">The repository.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="most">The least sure fixes to make.</param>
    /// <param name="options">The part whose findings are fixed; null for all of the repository.</param>
    /// <param name="cancellation">Stops the work between two pieces of it.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <exception cref="IOException">The root itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The root itself may not be read.</exception>
    public static FixResult Fix(Compilation compilation, RuleSet rules, FixSafety most, LintOptions? options = null, CancellationToken cancellation = default)
    {
        var fixer = new Fixer(compilation, rules, options ?? LintOptions.Default, most, cancellation);
        for (var round = 0; round < Rounds && fixer.TryRound(); round++)
        {
        }
        return new()
        {
            Files = [.. fixer.changed.Values.Where(file => file.Before.Text != file.After.Text).OrderBy(file => file.Path, StringComparer.Ordinal)],
            Fixed = [.. fixer.made],
            Refused = [.. fixer.refused.Values],
            Remaining = fixer.current.Result with { Diagnostics = [.. fixer.InScope(fixer.current.Result)] },
        };
    }

    /// <summary>Makes the fixes that can be made together; false when there are none.</summary>
    private bool TryRound()
    {
        var before = current;
        var accepted = new List<Diagnostic>();
        var offered = FixApplier.Select(InScope(before.Result).Where(diagnostic => !refused.ContainsKey(Identity.Of(diagnostic))), most);
        Accept(before, accepted, offered.AsSpan());
        foreach (var (path, text) in FixApplier.Apply(accepted))
            changed[path] = Changed(path, text, accepted);
        made.AddRange(accepted);
        return accepted.Count > 0;
    }

    /// <summary>Takes all of the fixes, or looks in each half for those that break something.</summary>
    private void Accept(State before, List<Diagnostic> accepted, ReadOnlySpan<Diagnostic> offered)
    {
        if (offered.IsEmpty)
            return;
        if (Try(before, [.. accepted, .. offered]) is { } after)
        {
            current = after;
            accepted.AddRange(offered);
        }
        else if (offered is [var culprit])
        {
            refused[Identity.Of(culprit)] = culprit;
        }
        else
        {
            Accept(before, accepted, offered[..(offered.Length / 2)]);
            Accept(before, accepted, offered[(offered.Length / 2)..]);
        }
    }

    /// <summary>What is found with the fixes of some findings; null when they do not do.</summary>
    private State? Try(State before, ImmutableArray<Diagnostic> findings)
    {
        var texts = FixApplier.Apply(findings);
        foreach (var (path, text) in texts.Where(file => IsYaml(file.Key)))
        {
            if (YamlTree.Parse(text).Problems.Length > YamlTree.Parse(Source(path, findings)).Problems.Length)
                return null;
        }
        var edits = texts.Select(file => KeyValuePair.Create(file.Key, (ImmutableArray<byte>?)file.Value.Encode())).ToList();
        var after = Lint(before.Compilation.With(edits), before.Result);
        var there = after.Result.Diagnostics.CountBy(Identity.Of).ToDictionary();
        var known = before.Result.Diagnostics.CountBy(Identity.Of).ToDictionary();
        var isGone = findings.CountBy(Identity.Of).All(count => there.GetValueOrDefault(count.Key) <= known.GetValueOrDefault(count.Key) - count.Value);
        return isGone && !after.Result.Diagnostics.Any(diagnostic => IsBuildError(diagnostic) && !known.ContainsKey(Identity.Of(diagnostic))) ? after : null;
    }

    private static bool IsBuildError(Diagnostic diagnostic) =>
        diagnostic.Descriptor.Category == RuleCategory.Engine
        || (diagnostic.Severity == Severity.Error && diagnostic.Descriptor.Category == RuleCategory.Kustomize);

    private static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal) || Repository.IsKustomizationFile(path);

    private FileFix Changed(string path, SourceText text, IEnumerable<Diagnostic> findings) =>
        changed.TryGetValue(path, out var earlier) ? earlier with { After = text } : new(Source(path, findings), text);

    private static SourceText Source(string path, IEnumerable<Diagnostic> findings) =>
        findings.SelectMany(finding => finding.Fix?.Changes ?? []).First(change => change.Source.Path == path).Source;

    private IEnumerable<Diagnostic> InScope(LintResult result) =>
        result.Diagnostics.Where(diagnostic => options.Reports(diagnostic.Location.Path));

    /// <summary>Lints all of the repository: what a fix breaks may lie anywhere.</summary>
    private State Lint(Compilation compilation, LintResult? before) =>
        new(compilation, Linter.Lint(compilation, rules, options with { Paths = [], Before = before }, cancellation));

    /// <summary>The repository with some fixes, and what is found in it.</summary>
    private sealed record State(Compilation Compilation, LintResult Result);

    /// <summary>What tells a finding from others when fixes move its place.</summary>
    private readonly record struct Identity(string Hash, string Path)
    {
        public static Identity Of(Diagnostic diagnostic) => new(Fingerprints.Hash(diagnostic), diagnostic.Location.Path);
    }
}
