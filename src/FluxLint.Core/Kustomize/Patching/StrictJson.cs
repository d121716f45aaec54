using FluxLint.Syntax;

namespace FluxLint.Kustomize.Patching;

/// <summary>Tells JSON from YAML in flow style, which kustomize refuses in a JSON 6902 patch that has a bracket as its first character.</summary>
internal static class StrictJson
{
    /// <summary>Whether a patch starts with its bracket, so that nothing but JSON will do.</summary>
    public static bool IsExpectedOf(YamlSequence patch)
    {
        if (!patch.IsFlow)
            return false;
        var before = patch.Source.Slice(new(0, patch.Span.Start));
        var text = before.TrimEnd();
        if (text.IsEmpty)
            return before.IsEmpty;
        // A comment or a document marker above is part of the patch; any other text is the file that the patch is embedded in.
        var line = text[(text.LastIndexOfAny('\n', '\r') + 1)..].TrimStart();
        return !line.StartsWith("#") && !line.SequenceEqual("---");
    }

    /// <summary>The first node that JSON has no such notation for; null when there is none.</summary>
    public static YamlNode? FirstOffence(YamlNode node) => node switch
    {
        { Properties: not null } => node,
        YamlScalar scalar => IsJson(scalar) ? null : scalar,
        YamlSequence { IsFlow: true } sequence => sequence.Items.Select(FirstOffence).FirstOrDefault(offence => offence is not null),
        YamlMapping { IsFlow: true } mapping => mapping.Entries.Select(FirstOffence).FirstOrDefault(offence => offence is not null),
        _ => node,
    };

    private static YamlNode? FirstOffence(YamlEntry entry) =>
        entry.Key is YamlScalar { Style: ScalarStyle.DoubleQuoted } ? FirstOffence(entry.Value) : entry.Key;

    private static bool IsJson(YamlScalar scalar) => scalar switch
    {
        { Style: ScalarStyle.DoubleQuoted } => true,
        { Style: not ScalarStyle.Plain } => false,
        { Value: "true" or "false" or "null" } => true,
        _ => scalar.IsNumber && scalar.Value.AsSpan().IndexOfAnyExcept("0123456789+-.eE") < 0 && scalar.Value[0] is '-' or (>= '0' and <= '9'),
    };
}
