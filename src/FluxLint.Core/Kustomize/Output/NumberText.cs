using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Output;

/// <summary>Prints numbers as kustomize does: whole ones of 64 bits as they are, all others as Go's fractions.</summary>
internal static class NumberText
{
    /// <summary>What is printed for a number as JSON has it.</summary>
    public static string Of(string json) =>
        json == "-0" ? "0"
        : long.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) || ulong.TryParse(json, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? json
        : double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? ScalarNumbers.Text(number)
        : json;
}
