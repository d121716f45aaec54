using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>Numbers of pods, or percentages of them (<c>ValidatePositiveIntOrPercent</c>, <c>IsNotMoreThan100Percent</c>).</summary>
internal static class ShareChecks
{
    /// <summary>Checks a share, and gives the number in it; null when it is not known.</summary>
    /// <param name="owner">The mapping with the share.</param>
    /// <param name="field">Its field.</param>
    /// <param name="at">Where the mapping is.</param>
    /// <param name="report">What takes the problem.</param>
    /// <param name="missing">The number when it is not there.</param>
    /// <param name="isPart">Whether it can be no more than all pods.</param>
    public static long? Check(YamlMapping owner, string field, ObjectPath at, ObjectReport report, long missing = 0, bool isPart = true)
    {
        if (!owner.Has(field))
            return missing;
        if (owner.Known(field) is not { } share)
            return null;
        if (share.IsNumber)
        {
            report.Bound(owner, field, at, 0);
            return owner.Number(field);
        }
        var text = share.Value;
        if (text.Length < 2 || text[^1] != '%' || !text.AsSpan(0, text.Length - 1).ContainsOnlyDigits())
        {
            report.Add(share, $"'{at[field]}' must be a number or a percentage such as '25%', not the text '{text}'");
            return null;
        }
        if (!long.TryParse(text.AsSpan(0, text.Length - 1), CultureInfo.InvariantCulture, out var percent))
            return null;
        if (isPart && percent > 100)
            report.Add(share, $"'{at[field]}' must be at most 100%, not {text}");
        return percent;
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
