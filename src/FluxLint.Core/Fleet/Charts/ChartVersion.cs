using FluxLint.Text;
using Semver;

namespace FluxLint.Fleet;

/// <summary>What Flux understands by the version of a chart: an exact version, or a range that takes in releases to come.</summary>
public static class ChartVersion
{
    private const int MaximumLength = 256;

    /// <summary>A patch that no minor release gets to.</summary>
    private const int LatePatch = 999;

    private static readonly RecentTexts<SemVersion?> ExactVersions = new(ReadExact);

    /// <summary>Whether a text names exactly one version, such as <c>1.2.3</c>, <c>v1.2.3</c> or <c>=1.2.3-rc.1</c>.</summary>
    public static bool IsExact(string text) => Exact(text) is not null;

    /// <summary>Which of two exact versions comes first: negative when that is the first, 0 when they are one; null when a text is no exact version.</summary>
    public static int? Compare(string first, string second) =>
        Exact(first) is { } one && Exact(second) is { } other ? one.ComparePrecedenceTo(other) : null;

    /// <summary>Whether a text is a range of versions, such as <c>1.x</c>, <c>^1.2</c>, <c>&gt;=1.0 &lt;2.0</c>, <c>1.2</c> or <c>*</c>.</summary>
    public static bool IsRange(string text) => !IsExact(text) && SemVersionRange.TryParseNpm(Normalize(text), includeAllPrerelease: true, out _, MaximumLength);

    /// <summary>Whether a range takes in every version.</summary>
    public static bool IsAny(string text) => text.Trim() is "" or "*" or "x" or "X";

    /// <summary>Whether a range has no upper end, such as <c>*</c> or <c>&gt;=1.0.0</c>, so that it takes in major versions to come.</summary>
    public static bool IsOpen(string text) =>
        !IsExact(text) && SemVersionRange.TryParseNpm(Normalize(text), includeAllPrerelease: true, out var range, MaximumLength) && range.Any(part => part.End is null);

    /// <summary>The newest minor release with a patch in a range; null when there is none, or the text is no range.</summary>
    internal static Version? Newest(string text, IReadOnlyList<Version> releases)
    {
        if (!SemVersionRange.TryParseNpm(Normalize(text), includeAllPrerelease: false, out var range, MaximumLength))
            return null;
        return releases.LastOrDefault(release => range.Contains(new(release.Major, release.Minor, 0)) || range.Contains(new(release.Major, release.Minor, LatePatch)));
    }

    /// <summary>The range of a text; null when it is none.</summary>
    internal static SemVersionRange? Range(string text) => SemVersionRange.TryParseNpm(Normalize(text), includeAllPrerelease: false, out var range, MaximumLength) ? range : null;

    internal static SemVersion? Exact(string text) => ExactVersions[text];

    private static SemVersion? ReadExact(string text) =>
        SemVersion.TryParse(text.Trim().TrimStart('=').Trim(), SemVersionStyles.Strict | SemVersionStyles.AllowV, out var version, MaximumLength) ? version : null;

    // Flux separates the parts of a range with commas as well.
    private static string Normalize(string text) => text.Replace(',', ' ').Trim();
}
