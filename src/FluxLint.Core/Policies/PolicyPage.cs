namespace FluxLint.Policies;

/// <summary>Makes the page of a policy from what it says itself.</summary>
internal static class PolicyPage
{
    public static string Of(Policy policy)
    {
        var place = policy.Node.Source.GetPosition(policy.Node.Span.Start);
        return $"""
            # {policy.Id.Value}: {policy.Name}

            {policy.Title}.

            | Category | Severity | Fix | Written in |
            |---|---|---|---|
            | Policy | {policy.Severity.ToString().ToLowerInvariant()} | none | {policy.Node.Source.Path}:{place.Line} |

            {(policy.Description.Length == 0 ? "" : $"{policy.Description.Trim()}\n\n")}```yaml
            {Written(policy, place.Column)}
            ```
            {(policy.Help is null ? "" : $"\n{policy.Help}\n")}
            """.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
    }

    /// <summary>The policy as it stands in its file, at the left margin.</summary>
    private static string Written(Policy policy, int column)
    {
        var lines = policy.Node.Source.Slice(policy.Node.Span).ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n');
        return string.Join('\n', lines.Select((line, index) => index > 0 && line.Length >= column && string.IsNullOrWhiteSpace(line[..(column - 1)]) ? line[(column - 1)..] : line));
    }
}
