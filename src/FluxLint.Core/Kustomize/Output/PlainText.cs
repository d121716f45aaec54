using FluxLint.Syntax;

namespace FluxLint.Kustomize.Output;

/// <summary>Says which texts YAML 1.1 would read as something else, so that kustomize prints them in double quotes.</summary>
internal static class PlainText
{
    public static bool IsText(string value) => value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => false,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => false,
        "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => false,
        "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => false,
        ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" => false,
        "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF" => false,
        ['.', ..] => ScalarNumbers.Float(value) is null,
        [(>= '0' and <= '9') or '+' or '-', ..] => !IsNumeric(value),
        _ => true,
    };

    private static bool IsNumeric(string value) =>
        ScalarTimestamps.Parse(value) is not null || IsSexagesimal(value)
        || (ScalarNumbers.Integer(value) is not null && !HasSignBehindOctalPrefix(value))
        || ScalarNumbers.Float(value) is not null;

    // The reader of manifests takes a sign there; the printer, of an older version, does not.
    private static bool HasSignBehindOctalPrefix(string value) =>
        value.Replace("_", "", StringComparison.Ordinal) is ['0', 'o', '-' or '+', ..];

    /// <summary>Whether it is a number to the base of 60, such as <c>1:30</c>, in some readers.</summary>
    private static bool IsSexagesimal(ReadOnlySpan<char> value)
    {
        if (value[0] is '-' or '+')
            value = value[1..];
        if (value.IsEmpty || !char.IsAsciiDigit(value[0]))
            return false;
        value = value.TrimStart("0123456789_");
        var parts = 0;
        while (value is [':', ..])
        {
            var digits = value[1..] switch
            {
                [>= '0' and <= '5', >= '0' and <= '9', ..] => 2,
                [>= '0' and <= '9', ..] => 1,
                _ => 0,
            };
            if (digits == 0)
                return false;
            value = value[(1 + digits)..];
            parts++;
        }
        return parts > 0 && (value.IsEmpty || (value[0] == '.' && value[1..].TrimStart("0123456789_").IsEmpty));
    }
}
