using System.Text;

namespace FluxLint.Syntax;

/// <summary>
/// Resolves scalars by the rules of go-yaml v3, which kustomize and Flux read manifests with: YAML 1.2 with the octal,
/// binary and underscore forms of YAML 1.1, but without its <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c>.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Canonical">Its value in JSON; null where that is the text as it is written.</param>
internal sealed record ScalarResolution(ScalarKind Kind, string? Canonical)
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    private static readonly ScalarResolution AsWritten = new(ScalarKind.String, null);
    private static readonly ScalarResolution IntegerAsWritten = new(ScalarKind.Integer, null);
    private static readonly ScalarResolution Null = new(ScalarKind.Null, "null");
    private static readonly ScalarResolution True = new(ScalarKind.Boolean, "true");
    private static readonly ScalarResolution False = new(ScalarKind.Boolean, "false");

    public static ScalarResolution Of(YamlScalar scalar) => scalar.Properties?.Tag switch
    {
        null or "!" => scalar.Style == ScalarStyle.Plain ? OfPlain(scalar.Value) : Text(scalar),
        TagPrefix + "str" => Text(scalar),
        TagPrefix + "binary" => new(ScalarKind.String, Decode(scalar.Value)),
        TagPrefix + "float" when OfPlain(scalar.Value) is { Kind: ScalarKind.Integer } integer => integer with { Kind = ScalarKind.Float },
        var tag when tag.StartsWith(TagPrefix, StringComparison.Ordinal) => OfPlain(scalar.Value),
        // A tag of somebody's own means nothing to the API server: the text stays.
        _ => Text(scalar),
    };

    private static ScalarResolution Text(YamlScalar scalar) => scalar.Style == ScalarStyle.Folded ? new(ScalarKind.String, FoldedScalars.Reread(scalar.Value)) : AsWritten;

    private static ScalarResolution OfPlain(string value) => value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => Null,
        "true" or "True" or "TRUE" => True,
        "false" or "False" or "FALSE" => False,
        ".nan" or ".NaN" or ".NAN" => new(ScalarKind.Float, "NaN"),
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => new(ScalarKind.Float, "+Inf"),
        "-.inf" or "-.Inf" or "-.INF" => new(ScalarKind.Float, "-Inf"),
        [(>= '0' and <= '9') or '+' or '-' or '.', ..] => OfNumeric(value) ?? AsWritten,
        _ => AsWritten,
    };

    private static ScalarResolution? OfNumeric(string value)
    {
        if (ScalarTimestamps.Parse(value) is { } timestamp)
            return new(ScalarKind.Timestamp, timestamp);
        if (value[0] != '.' && ScalarNumbers.Integer(value) is { } integer)
            return integer == value ? IntegerAsWritten : new(ScalarKind.Integer, integer);
        return ScalarNumbers.Float(value) is { } number ? new(ScalarKind.Float, ScalarNumbers.Json(number)) : null;
    }

    private static string Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : base64;
    }
}
