using System.Collections.Immutable;
using FluxLint.CodeFixes;
using FluxLint.Diagnostics;
using FluxLint.Files;
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

    private readonly IFileSystem files;
    private readonly LintOptions options;
    private readonly FixSafety most;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, FileFix> changed = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> made = [];
    private readonly Dictionary<Identity, Diagnostic> refused = [];
    private LintResult current;

    private Fixer(IFileSystem files, LintOptions options, FixSafety most, CancellationToken cancellation)
    {
        this.files = files;
        this.options = options with { Trees = options.Trees ?? new() };
        this.most = most;
        this.cancellation = cancellation;
        current = Lint(changed);
    }

    /// <summary>Finds out what the fixes of a repository's findings make of it.</summary>
    /// <param name="files">The repository.</param>
    /// <param name="options">Rules, configuration, and the part whose findings are fixed.</param>
    /// <param name="most">The least sure fixes to make.</param>
    /// <param name="cancellation">Stops the work between two pieces of it.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <exception cref="IOException">The root itself cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The root itself may not be read.</exception>
    public static FixResult Fix(IFileSystem files, LintOptions options, FixSafety most, CancellationToken cancellation = default)
    {
        var fixer = new Fixer(files, options, most, cancellation);
        for (var round = 0; round < Rounds && fixer.TryRound(); round++)
        {
        }
        return new()
        {
            Files = [.. fixer.changed.Values.Where(file => file.Before.Text != file.After.Text).OrderBy(file => file.Path, StringComparer.Ordinal)],
            Fixed = [.. fixer.made],
            Refused = [.. fixer.refused.Values],
            Remaining = fixer.current with { Diagnostics = [.. fixer.InScope(fixer.current)] },
        };
    }

    /// <summary>Makes the fixes that can be made together; false when there are none.</summary>
    private bool TryRound()
    {
        var before = current;
        var accepted = new List<Diagnostic>();
        var offered = FixApplier.Select(InScope(before).Where(diagnostic => !refused.ContainsKey(Identity.Of(diagnostic))), most);
        Accept(before, accepted, offered.AsSpan());
        foreach (var (path, text) in FixApplier.Apply(accepted))
            changed[path] = Changed(path, text, accepted);
        made.AddRange(accepted);
        return accepted.Count > 0;
    }

    /// <summary>Takes all of the fixes, or looks in each half for those that break something.</summary>
    private void Accept(LintResult before, List<Diagnostic> accepted, ReadOnlySpan<Diagnostic> offered)
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
    private LintResult? Try(LintResult before, ImmutableArray<Diagnostic> findings)
    {
        var contents = new Dictionary<string, FileFix>(changed, StringComparer.Ordinal);
        foreach (var (path, text) in FixApplier.Apply(findings))
        {
            contents[path] = Changed(path, text, findings);
            if (IsYaml(path) && YamlTree.Parse(text).Problems.Length > YamlTree.Parse(Source(path, findings)).Problems.Length)
                return null;
        }
        var after = Lint(contents);
        var there = after.Diagnostics.CountBy(Identity.Of).ToDictionary();
        var known = before.Diagnostics.CountBy(Identity.Of).ToDictionary();
        var isGone = findings.CountBy(Identity.Of).All(count => there.GetValueOrDefault(count.Key) <= known.GetValueOrDefault(count.Key) - count.Value);
        return isGone && !after.Diagnostics.Any(diagnostic => IsBuildError(diagnostic) && !known.ContainsKey(Identity.Of(diagnostic))) ? after : null;
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
        result.Diagnostics.Where(diagnostic => RepositoryPath.IsWithin(options.Scope, diagnostic.Location.Path));

    /// <summary>Lints all of the repository: what a fix breaks may lie anywhere.</summary>
    private LintResult Lint(Dictionary<string, FileFix> contents) => Linter.Lint(
        new OverlayFileSystem(files, contents.ToImmutableDictionary(file => file.Key, file => file.Value.After.Encode(), StringComparer.Ordinal)),
        options with { Scope = "" },
        cancellation);

    /// <summary>What tells a finding from others when fixes move its place.</summary>
    private readonly record struct Identity(string Id, string Path, string Message)
    {
        public static Identity Of(Diagnostic diagnostic) => new(diagnostic.Id, diagnostic.Location.Path, diagnostic.Message);
    }
}
