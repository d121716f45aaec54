using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>
/// Puts the text of one scalar in the place of another, whose type stays: a number becomes text where text was, and text that
/// reads like a number becomes one where a number was.
/// </summary>
internal static class TypedScalar
{
    /// <summary>The new scalar; null when the text does not read as the type that is there.</summary>
    /// <param name="text">The new content.</param>
    /// <param name="written">The node that the content was taken from.</param>
    /// <param name="present">The scalar that is there; null for a new one, which is what its text reads like.</param>
    public static YamlScalar? Create(string text, YamlNode written, YamlScalar? present)
    {
        var plain = YamlScalar.Create(text, written.Location, isText: text.Contains('\n'));
        return present?.Kind switch
        {
            null => plain,
            ScalarKind.String => YamlScalar.Create(text, written.Location),
            ScalarKind.Float when plain.IsNumber => plain,
            { } kind => plain.Kind == kind ? plain : null,
        };
    }

    /// <summary>The type of a scalar in words.</summary>
    public static string Describe(YamlScalar scalar) => scalar.Kind switch
    {
        ScalarKind.Integer => "a whole number",
        ScalarKind.Float => "a number",
        ScalarKind.Boolean => "a boolean",
        ScalarKind.Timestamp => "a date",
        ScalarKind.Null => "null",
        _ => "text",
    };
}
