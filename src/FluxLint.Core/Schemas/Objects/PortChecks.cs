using System.Buffers;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Numbers and names of ports (<c>IsValidPortNum</c>, <c>IsValidPortName</c>).</summary>
internal static class PortChecks
{
    private const int NameLength = 15;
    private const long Greatest = 65535;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>Checks the number of a port.</summary>
    /// <param name="owner">The mapping with the number.</param>
    /// <param name="field">Its field.</param>
    /// <param name="at">Where the mapping is.</param>
    /// <param name="report">What takes the problem.</param>
    /// <param name="isOptional">Whether 0 says that there is none.</param>
    public static void CheckNumber(YamlMapping owner, string field, ObjectPath at, ObjectReport report, bool isOptional = false)
    {
        // What has more than 32 bits is for the schema to report.
        if (owner.Number(field) is >= int.MinValue and <= int.MaxValue)
            CheckAny(owner, field, at, report, isOptional);
    }

    /// <summary>Checks a port that is a number, or the name of one.</summary>
    public static void CheckTarget(YamlMapping owner, string field, ObjectPath at, ObjectReport report, bool isOptional = false)
    {
        if (owner.Known(field) is not { } port || isOptional && port.Value.Length == 0)
            return;
        if (port.IsNumber)
            CheckAny(owner, field, at, report, isOptional);
        else
            CheckName(port, at[field], report);
    }

    /// <summary>Checks the name of a port.</summary>
    public static void CheckName(YamlScalar name, ObjectPath at, ObjectReport report)
    {
        if (name.Kind != ScalarKind.String || Problem(name.Value) is not { } problem)
            return;
        var advice = name.Value.Length > 0 && name.Value.All(char.IsAsciiDigit) ? "; the number of a port has no quotes" : "";
        report.Add(name, $"'{at}' is '{name.Value}', and the name of a port {problem}{advice}");
    }

    private static void CheckAny(YamlMapping owner, string field, ObjectPath at, ObjectReport report, bool isOptional)
    {
        if (!isOptional || owner.Number(field) != 0)
            report.Bound(owner, field, at, 1, Greatest);
    }

    private static string? Problem(string name)
    {
        if (name.Length is 0 or > NameLength)
            return $"has 1 to {NameLength} characters";
        if (name.AsSpan().ContainsAnyExcept(NameCharacters))
            return "may only hold lower-case letters, digits and '-'";
        if (!name.Any(char.IsAsciiLetter))
            return "has a letter";
        return name[0] == '-' || name[^1] == '-' || name.Contains("--", StringComparison.Ordinal) ? "has a letter or digit on both sides of a '-'" : null;
    }
}
