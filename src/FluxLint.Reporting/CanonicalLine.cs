using System.Globalization;
using System.Text;
using FluxLint.Diagnostics;

namespace FluxLint.Reporting;

/// <summary>
/// A finding on one line, as MSBuild, Visual Studio and most editors read it:
/// <c>file(line,column,endLine,endColumn): error FLX2001: text</c>.
/// </summary>
public static class CanonicalLine
{
    /// <summary>The line of a finding, without a line break.</summary>
    public static string Of(Diagnostic diagnostic) =>
        $"{Origin(diagnostic.Location)}: {diagnostic.Severity.ToWord()} {diagnostic.Id}: {Text(diagnostic)}";

    /// <summary>Where it is: the file with the place in it, or the file alone when all of it is meant.</summary>
    internal static string Origin(Location location)
    {
        // Without a place of its own a name that ends in one would be read as another file.
        if (location.Span == default)
            return Path(location) is [.., ')'] and var path ? $"{path}(1)" : Path(location);
        var (start, end) = (location.Start, location.End);
        return string.Create(CultureInfo.InvariantCulture, $"{Path(location)}({start.Line},{start.Column},{end.Line},{end.Column})");
    }

    /// <summary>The message, what it reaches, and what to do, without line breaks.</summary>
    internal static string Text(Diagnostic diagnostic)
    {
        var text = new StringBuilder(SafeText.OneLine(diagnostic.Message));
        if (Reach.Describe(diagnostic.Clusters) is { } reach)
            text.Append("; reaches ").Append(SafeText.OneLine(reach));
        if (diagnostic.Help is { Length: > 0 } help)
            text.Append("; help: ").Append(SafeText.OneLine(help));
        return text.ToString();
    }

    // Readers of these lines take what stands before a colon for the place.
    private static string Path(Location location) => SafeText.OneLine(location.Path.Replace(":", "%3A", StringComparison.Ordinal));
}
