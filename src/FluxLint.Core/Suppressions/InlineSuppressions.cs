using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Syntax;

namespace FluxLint.Suppressions;

/// <summary>What the comments of a repository suppress.</summary>
internal sealed class InlineSuppressions
{
    private readonly List<FileDirectives> files = [];
    private readonly Dictionary<string, FileDirectives> byPath = new(StringComparer.Ordinal);
    private readonly HashSet<Selector> used = new(ReferenceEqualityComparer.Instance);

    public InlineSuppressions(Repository repository, DirectiveReader reader)
    {
        foreach (var tree in repository.YamlFiles.Select(repository.Tree).OfType<YamlTree>())
        {
            if (byPath.ContainsKey(tree.Source.Path) || FileDirectives.Of(tree, reader) is not { } file)
                continue;
            files.Add(file);
            byPath.Add(tree.Source.Path, file);
        }
    }

    /// <summary>Why a finding is not shown; null when no comment says so.</summary>
    public Suppression? Find(Diagnostic diagnostic)
    {
        Suppression? found = null;
        foreach (var range in byPath.GetValueOrDefault(diagnostic.Location.Path)?.Find(diagnostic) ?? [])
        {
            used.Add(range.Selector);
            found ??= new(SuppressionKind.InSource, range.Directive.Reason);
        }
        return found;
    }

    /// <summary>Reports what is wrong with the comments, once all findings were looked for.</summary>
    public void Judge(HygieneFindings hygiene)
    {
        foreach (var file in files)
        {
            foreach (var slip in file.Slips)
                hygiene.ReportUnused(slip.Location, $"'{slip.Written}' suppresses nothing; the nearest is '{slip.Meant}'");
            foreach (var end in file.IdleEnds)
                hygiene.ReportUnused(end.Location, "no suppression is open that this could end", CodeFix.Safe("Remove the comment", end.Removal()));
            foreach (var directive in file.Suppressing)
                Judge(directive, hygiene);
        }
    }

    private void Judge(Directive directive, HygieneFindings hygiene)
    {
        var (path, names) = (directive.Source.Path, string.Join(", ", directive.Selectors.Select(selector => $"'{selector.Text}'")));
        if (directive.Selectors.IsEmpty)
            hygiene.ReportUnused(directive.Location, "the suppression names no rule");
        else if (directive.Reason.Length == 0)
            hygiene.ReportWithoutReason(directive.Location, names, $"add it behind the rules: `#{directive.Source.Text[(directive.Comment.Span.Start + 1)..directive.Comment.Span.End].TrimEnd().TrimEnd('-').TrimEnd()} -- why`");
        foreach (var unknown in directive.Selectors.Where(selector => selector.Ids.IsEmpty))
            hygiene.ReportUnknown(unknown);
        var idle = directive.Selectors.Where(selector => !used.Contains(selector) && hygiene.DidRun(selector.Ids, path)).ToList();
        if (idle.Count > 0 && idle.Count == directive.Selectors.Length)
        {
            hygiene.ReportUnused(directive.Location, $"there is no finding of {names} to suppress", CodeFix.Safe("Remove the comment", directive.Removal()));
            return;
        }
        foreach (var selector in idle)
            hygiene.ReportUnused(selector.Location, $"there is no finding of '{selector.Text}' to suppress", CodeFix.Safe($"Remove '{selector.Text}'", directive.Removal(selector)));
    }
}
