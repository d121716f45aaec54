using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Policies;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>Reads a policy. One that is wrong in a part says nothing: what is left of it would say something else.</summary>
internal sealed partial class PolicyReader(NodeReader reader)
{
    private const string Owner = "a policy";

    private readonly FieldDemandReader demands = new(reader);
    private readonly ExpressionReader expressions = new(reader);

    /// <summary>The policy; null when it has no id that others could know it by.</summary>
    public Policy? Read(YamlMapping mapping)
    {
        var before = reader.Count;
        reader.CheckKeys(mapping, Owner, PolicyKeys.Policy);
        var (id, name, title) = (reader.Text(mapping, "id"), reader.Text(mapping, "name"), reader.Text(mapping, "title"));
        CheckNames(mapping, id, name);
        var severity = Choice(mapping, "severity", PolicyKeys.Severities);
        var failures = Choice(mapping, "failurePolicy", PolicyKeys.FailurePolicies);
        var expression = reader.Text(mapping, "expression") is { } condition ? expressions.Condition(condition) : null;
        var message = reader.Text(mapping, "message") is { } text ? expressions.Message(text) : null;
        var (select, except) = (ReadSelector(mapping, "select"), ReadSelector(mapping, "except"));
        var help = ReadHelp(mapping);
        var found = demands.Read(mapping);
        if (PolicyKeys.Policy.OneOf.All(key => IsMissing(mapping, key)))
            reader.Report(mapping, $"{Owner} needs 'expression', 'require', 'forbid' or 'fields'");
        if (id is null || id.Value.StartsWith(RuleInfo.BuiltInIds, StringComparison.OrdinalIgnoreCase) || !Id().IsMatch(id.Value))
            return null;
        var shownName = name is not null && Kebab().IsMatch(name.Value) ? name.Value : id.Value.ToLowerInvariant();
        var policy = new Policy
        {
            Node = mapping,
            Id = id,
            Name = shownName,
            Title = title?.Value.Trim().TrimEnd('.') ?? $"{char.ToUpperInvariant(shownName[0])}{shownName[1..].Replace('-', ' ')}",
            Severity = severity is null ? Severity.Warning : Enum.Parse<Severity>(severity, ignoreCase: true),
            Help = help,
            Description = reader.Text(mapping, "description")?.Value ?? "",
            Select = new(),
        };
        if (reader.Count > before || found is not { } all)
            return policy;
        return policy with
        {
            Message = message,
            Select = select ?? new(),
            Except = except,
            Expression = expression,
            Demands = all,
            IgnoresFailures = failures == "Ignore",
        };
    }

    private string? ReadHelp(YamlMapping mapping)
    {
        if (reader.Text(mapping, "help") is not { } help)
            return null;
        // Reports and terminals link to it: what is escaped ends no link.
        if (Uri.TryCreate(help.Value, UriKind.Absolute, out var page) && page.Scheme is "https" or "http")
            return page.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
        reader.Report(help, $"'{help.Value}' is no URL of a page, such as https://example.com/handbook");
        return null;
    }

    private void CheckNames(YamlMapping mapping, YamlScalar? id, YamlScalar? name)
    {
        if (IsMissing(mapping, "id"))
            reader.Report(mapping, $"{Owner} needs an 'id', such as ORG1001");
        if (IsMissing(mapping, "name"))
            reader.Report(mapping, $"{Owner} needs a 'name', such as allowed-registries");
        if (id?.Value.StartsWith(RuleInfo.BuiltInIds, StringComparison.OrdinalIgnoreCase) == true)
            reader.Report(id, $"the id of a policy cannot start with FLX as '{id.Value}' does: those are the rules of FluxLint");
        else if (id is not null && !Id().IsMatch(id.Value))
            reader.Report(id, $"'{id.Value}' is no id of a policy: two or more capital letters, which may have '-' after the first, and then one to six digits, such as ORG1001");
        if (name is not null && !Kebab().IsMatch(name.Value))
            reader.Report(name, $"'{name.Value}' is no name of a policy: lower-case words with '-' between them");
    }

    private string? Choice(YamlMapping mapping, string key, ImmutableArray<string> words)
    {
        if (reader.Scalar(mapping, key) is not { } node)
            return null;
        if (words.Contains(node.Value))
            return node.Value;
        reader.Report(node, $"'{key}' must be {string.Join(", ", words[..^1])} or {words[^1]}, not {NodeReader.Describe(node)}");
        return null;
    }

    private PolicySelector? ReadSelector(YamlMapping policy, string key)
    {
        if (reader.Mapping(policy, key) is not { } mapping)
            return null;
        reader.CheckKeys(mapping, $"'{key}'", PolicyKeys.Selector);
        return new()
        {
            Kinds = reader.Globs(mapping, "kinds"),
            Names = reader.Globs(mapping, "names"),
            Namespaces = reader.Globs(mapping, "namespaces"),
            Classes = reader.Globs(mapping, "classes"),
            Paths = reader.Globs(mapping, "paths"),
            Labels = reader.Text(mapping, "labels") is { } labels ? ReadLabels(labels) : null,
        };
    }

    private LabelSelector? ReadLabels(YamlScalar node)
    {
        try
        {
            return LabelSelector.Parse(node.Value);
        }
        catch (FormatException invalid)
        {
            reader.Report(node, $"'labels' is a selector such as \"team=web,tier!=test\": {invalid.Message}");
            return null;
        }
    }

    private static bool IsMissing(YamlMapping mapping, string key) => mapping[key] is null or YamlScalar { IsNull: true };

    [GeneratedRegex("^[A-Z][A-Z-]{1,15}[0-9]{1,6}$")]
    private static partial Regex Id();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
