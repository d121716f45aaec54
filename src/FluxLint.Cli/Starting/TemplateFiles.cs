using System.Collections.Immutable;
using System.Text;

namespace FluxLint.Cli.Starting;

/// <summary>The files of the templates that <c>dotnet new</c> has, too: they are in this program as they are in FluxLint.Templates.</summary>
internal static class TemplateFiles
{
    private const string Folder = "templates/";

    /// <summary>The name that a pack has in the templates.</summary>
    public const string Pack = "Company.FluxLint";

    /// <summary>The class and name of the rule in them.</summary>
    public const string Rule = "OldOwnerAnnotation";

    /// <summary>What stands for the first id of a pack.</summary>
    public const string Id = "COMPANY001";

    /// <summary>What stands for the prefix of ids.</summary>
    public const string Prefix = "COMPANY";

    /// <summary>What stands for the version of the packages that a pack is written against.</summary>
    public const string Version = "FLUXLINT_VERSION";

    /// <summary>The files of a template with other words in their paths and texts.</summary>
    /// <param name="template">The folder of the template.</param>
    /// <param name="words">The words to replace one after the other, and what takes their places.</param>
    public static ImmutableArray<SkeletonFile> Of(string template, params IReadOnlyList<(string Word, string Text)> words) =>
    [
        .. typeof(TemplateFiles).Assembly.GetManifestResourceNames()
            .Select(name => (Resource: name, Path: name.Replace('\\', '/')))
            .Where(file => file.Path.StartsWith($"{Folder}{template}/", StringComparison.Ordinal))
            .Select(file => new SkeletonFile(Replace(file.Path[$"{Folder}{template}/".Length..], words), [.. Encoding.UTF8.GetBytes(Replace(Read(file.Resource), words))]))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private static string Replace(string text, IReadOnlyList<(string Word, string Text)> words) =>
        words.Aggregate(text, (replaced, word) => replaced.Replace(word.Word, word.Text, StringComparison.Ordinal));

    private static string Read(string resource)
    {
        using var stream = typeof(TemplateFiles).Assembly.GetManifestResourceStream(resource) ?? Stream.Null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
