using System.Collections.Concurrent;
using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Text;

namespace FluxLint.Analysis;

/// <summary>
/// Decides what is not said of files that a program wrote, such as <c>gotk-components.yaml</c>: nobody can write them better. What breaks a cluster is said,
/// and so is what a new version of the program would write otherwise, what concerns the fleet, and what only a user's own setting asks for.
/// </summary>
internal sealed class GeneratedFiles
{
    /// <summary>Such a comment stands at the top, behind a licence at most.</summary>
    private const int SearchedLines = 30;

    private static readonly string[] Marks = ["Code generated", "DO NOT EDIT"];

    private static readonly RuleCategory[] OfStyle =
        [RuleCategory.Kustomize, RuleCategory.Flux, RuleCategory.Helm, RuleCategory.Substitution, RuleCategory.Namespaces, RuleCategory.Security];

    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>Whether a finding only says that a generated file is not written as well as it could be.</summary>
    public bool Excuse(Finding finding) =>
        finding.Severity < Severity.Error
        && finding.Descriptor.Severity != Severity.Off
        && OfStyle.Contains(finding.Descriptor.Category)
        && IsGenerated(finding.Location.Source);

    private bool IsGenerated(SourceText source) => known.GetOrAdd(source.Path, static (path, source) => RepositoryPath.FileName(path) == "gotk-components.yaml" || HasMark(source), source);

    private static bool HasMark(SourceText source)
    {
        for (var line = 1; line <= Math.Min(SearchedLines, source.LineCount); line++)
        {
            var text = source.Slice(source.GetLineSpan(line));
            if (text.StartsWith('#') && Array.Exists(Marks, mark => source.Slice(source.GetLineSpan(line)).Contains(mark, StringComparison.Ordinal)))
                return true;
            if (!text.IsWhiteSpace() && !text.StartsWith('#') && !text.SequenceEqual("---"))
                return false;
        }
        return false;
    }
}
