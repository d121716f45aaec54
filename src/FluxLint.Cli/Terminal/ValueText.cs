using FluxLint.Reporting;
using FluxLint.Syntax;

namespace FluxLint.Cli.Terminal;

/// <summary>A value on one line: short, harmless, and in quotes where it would read as something else without.</summary>
internal static class ValueText
{
    private const int Widest = 60;

    public static string Of(YamlNode node) => node switch
    {
        YamlMapping { Entries.IsEmpty: true } => "{}",
        YamlMapping => "{...}",
        YamlSequence { Items.IsEmpty: true } => "[]",
        YamlSequence => "[...]",
        YamlScalar { IsNull: true } => "null",
        YamlScalar { Kind: ScalarKind.String } scalar => Short(NeedsQuotes(scalar) ? $"\"{scalar.Value}\"" : scalar.Value),
        YamlScalar scalar => Short(scalar.CanonicalValue),
        _ => "",
    };

    private static bool NeedsQuotes(YamlScalar scalar) =>
        scalar.Value.AsSpan().Trim().Length != scalar.Value.Length || scalar.Value is "" or "{}" or "[]" || YamlScalar.Create(scalar.Value, scalar.Location, isText: false).Kind != ScalarKind.String;

    private static string Short(string text) => ShortText.Of(SafeText.Of(text), Widest);
}
