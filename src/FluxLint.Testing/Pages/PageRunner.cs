using System.Collections.Immutable;
using System.Text;
using FluxLint.Analysis;

namespace FluxLint.Testing;

/// <summary>
/// Runs the page of a rule. Every <c>yaml flagged</c> block must give findings of the rule and of nothing else that a case
/// speaks of, every <c>yaml clean</c> block none. The head of the page, the output below each flagged block and the table of options are made.
/// </summary>
/// <param name="rules">The rules.</param>
public sealed class PageRunner(RuleSet rules)
{
    private const string Fence = "```";
    private const string Output = "```text";

    /// <summary>Runs the blocks of a page.</summary>
    /// <param name="rule">The rule that the page is of.</param>
    /// <param name="page">The page in Markdown.</param>
    /// <exception cref="FormatException">A block is not closed.</exception>
    public PageResult Run(Rule rule, string page)
    {
        var lines = PageOptions.Without(page.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
        var made = new StringBuilder(Head(rule)).Append('\n');
        var problems = ImmutableArray.CreateBuilder<string>();
        for (var i = SkipHead(lines); i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                made.Append(lines[i]).Append('\n');
                continue;
            }
            var end = Close(lines, i);
            foreach (var line in lines[i..(end + 1)])
                made.Append(line).Append('\n');
            if (Words(lines[i]) is ["yaml", "flagged" or "clean", ..] words)
            {
                var result = Lint(rule, string.Join('\n', lines[(i + 1)..end]) + "\n");
                Judge(rule, words[1], i + 1, result, problems);
                if (words[1] == "flagged")
                {
                    made.Append('\n').Append(Output).Append('\n').AppendJoin('\n', result.Judged.SelectMany(FindingText.Lines)).Append('\n').Append(Fence).Append('\n');
                    end = SkipOutput(lines, end);
                }
            }
            i = end;
        }
        made.Append(PageOptions.Of(rule));
        return new(made.ToString(), problems.ToImmutable());
    }

    /// <summary>The head that a rule's page has.</summary>
    public static string Head(Rule rule)
    {
        var descriptor = rule.Describe();
        return $"""
            # {descriptor.Id}: {rule.Name}

            {descriptor.Title}.

            | Category | Severity | Fix | Since |
            |---|---|---|---|
            | {descriptor.Category.Name} | {descriptor.Severity.ToString().ToLowerInvariant()} | {descriptor.Fix?.ToString().ToLowerInvariant() ?? "none"} | {descriptor.Since} |

            """.ReplaceLineEndings("\n");
    }

    private CaseResult Lint(Rule rule, string block) =>
        new CaseRunner(rules).Run(rule.Name, CaseRepository.Parse("manifest.yaml", block), rule.Describe().Id);

    private static void Judge(Rule rule, string word, int line, CaseResult result, ImmutableArray<string>.Builder problems)
    {
        var id = rule.Describe().Id;
        if (word == "clean")
            problems.AddRange(result.Judged.Select(finding => $"line {line}: a clean block gives {FindingText.Of(finding)}"));
        else if (result.Judged.IsEmpty)
            problems.Add($"line {line}: a flagged block gives no {id}");
        else
            problems.AddRange(result.Judged.Where(finding => finding.Id != id).Select(finding => $"line {line}: a flagged block of {id} gives {FindingText.Of(finding)}"));
    }

    /// <summary>The head runs from the title to the end of the first table; a page without a title has none yet.</summary>
    private static int SkipHead(string[] lines)
    {
        var i = 0;
        if (lines[0].StartsWith("# ", StringComparison.Ordinal))
        {
            i = Math.Max(1, Array.FindIndex(lines, line => line.StartsWith('|')));
            while (i < lines.Length && lines[i].StartsWith('|'))
                i++;
        }
        while (i < lines.Length && lines[i].Length == 0)
            i++;
        return i;
    }

    private static int SkipOutput(string[] lines, int end) =>
        end + 2 < lines.Length && lines[end + 1].Length == 0 && lines[end + 2] == Output ? Close(lines, end + 2) : end;

    private static int Close(string[] lines, int open)
    {
        var close = Array.IndexOf(lines, Fence, open + 1);
        return close > 0 ? close : throw new FormatException($"line {open + 1}: this block is not closed");
    }

    private static string[] Words(string fence) => fence[Fence.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
