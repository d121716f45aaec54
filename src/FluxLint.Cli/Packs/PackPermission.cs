using System.Collections.Immutable;

namespace FluxLint.Cli.Packs;

/// <summary>Which packs may run. The user says so, on the command line or in the environment, and never a repository.</summary>
/// <param name="IsForAll">Whether all may.</param>
/// <param name="Ids">The ids of those that may.</param>
internal sealed record PackPermission(bool IsForAll, ImmutableArray<string> Ids)
{
    /// <summary>The environment variable: ids with commas between them, or <c>all</c>, which <c>true</c> and <c>1</c> mean as well.</summary>
    public const string Variable = "FLUXLINT_ALLOW_PACKS";

    public static readonly PackPermission None = new(false, []);

    public static readonly PackPermission All = new(true, []);

    /// <summary>What the value of the variable allows.</summary>
    public static PackPermission Of(string? value)
    {
        var words = (value ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Contains("all", StringComparer.OrdinalIgnoreCase) || words is [var word] && (word == "1" || word.Equals("true", StringComparison.OrdinalIgnoreCase)) ? All
            : words.Length == 0 ? None
            : new(false, [.. words]);
    }

    /// <summary>The folder that NuGet unpacks packages in, by the variables of a process. What nuget.config says of it is not asked: a lint reads none.</summary>
    public static string FolderOf(Func<string, string?> variable) =>
        variable("NUGET_PACKAGES") is { } chosen && Path.IsPathFullyQualified(chosen) ? chosen
        : Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Whether a pack may run.</summary>
    public bool Allows(string id) => IsForAll || Ids.Contains(id, StringComparer.OrdinalIgnoreCase);
}
