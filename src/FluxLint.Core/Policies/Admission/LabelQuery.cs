using FluxLint.Flux;
using FluxLint.Syntax;

namespace FluxLint.Policies.Admission;

/// <summary>A label selector as manifests have it, with <c>matchLabels</c> and <c>matchExpressions</c>.</summary>
internal static class LabelQuery
{
    /// <summary>The label that every namespace has.</summary>
    public const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>Whether labels match; null where a variable decides, or the selector is none.</summary>
    /// <param name="selector">The selector; null for all.</param>
    /// <param name="labels">The labels; null for none.</param>
    /// <param name="extra">The value of <see cref="NameLabel"/>; null when the object has no such label of itself.</param>
    public static bool? Matches(YamlMapping? selector, YamlMapping? labels, string? extra)
    {
        if (selector is null)
            return true;
        if (labels?.Entries.Any(entry => entry.Name?.HasVariable() != false || (entry.Value as YamlScalar)?.HasVariable() != false) == true)
            return null;
        var wanted = selector.Mapping("matchLabels")?.Entries.Select(entry => (bool?)(entry.Name is { } name && Value(name) == (entry.Value as YamlScalar)?.Value)) ?? [];
        var answers = wanted.Concat(selector.Sequence("matchExpressions")?.Items.Select(item => (item as YamlMapping) is { } expression ? Meets(expression) : null) ?? []).ToList();
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;

        string? Value(string name) => name == NameLabel && extra is not null ? extra : labels?.Text(name) ?? (labels?.Contains(name) == true ? "" : null);

        bool? Meets(YamlMapping expression)
        {
            var value = expression.Text("key") is { } key ? Value(key) : null;
            var values = expression.Sequence("values")?.Items.OfType<YamlScalar>().Select(item => item.Value).ToList() ?? [];
            return expression.Text("operator") switch
            {
                "In" => value is not null && values.Contains(value),
                "NotIn" => value is null || !values.Contains(value),
                "Exists" => value is not null,
                "DoesNotExist" => value is null,
                _ => null,
            };
        }
    }

    /// <summary>Whether a selector looks at one label alone.</summary>
    public static bool AsksOnlyFor(YamlMapping selector, string label) =>
        selector.Mapping("matchLabels")?.Entries.All(entry => entry.Name == label) != false
        && selector.Sequence("matchExpressions")?.Items.All(item => (item as YamlMapping)?.Text("key") == label) != false;
}
