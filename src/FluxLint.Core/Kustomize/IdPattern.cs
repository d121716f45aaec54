using System.Text.RegularExpressions;
using FluxLint.Kubernetes;

namespace FluxLint.Kustomize;

/// <summary>Regular expressions on the parts of an id, each anchored at both ends; an empty one matches anything.</summary>
internal sealed class IdPattern
{
    private readonly Func<string, bool> group;
    private readonly Func<string, bool> version;
    private readonly Func<string, bool> kind;
    private readonly Func<string, bool> name;
    private readonly Func<string, bool> @namespace;

    private IdPattern(ResourceId patterns)
    {
        group = Anchored(patterns.Group);
        version = Anchored(patterns.Version);
        kind = Anchored(patterns.Kind);
        name = Anchored(patterns.Name);
        @namespace = Anchored(patterns.Namespace);
    }

    /// <summary>Reads the patterns that stand in the parts of an id; null, with the reason, when one is invalid.</summary>
    public static IdPattern? TryRead(ResourceId patterns, out string problem)
    {
        problem = "";
        try
        {
            return new(patterns);
        }
        catch (Exception invalid) when (invalid is ArgumentException or NotSupportedException)
        {
            problem = $"this selector cannot be read: {invalid.Message.TrimEnd('.')}";
            return null;
        }
    }

    /// <summary>Whether every part of an id matches.</summary>
    public bool Matches(ResourceId id) => group(id.Group) && version(id.Version) && kind(id.Kind) && name(id.Name) && @namespace(id.Namespace);

    /// <summary>Makes a predicate of one pattern.</summary>
    public static Func<string, bool> Anchored(string? pattern)
    {
        if (string.IsNullOrEmpty(pattern))
            return _ => true;
        if (pattern.All(IsPlain))
            return text => Fits(text, pattern);
        var regex = new Regex($"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        return regex.IsMatch;
    }

    private static bool Fits(string text, string pattern)
    {
        if (text.Length != pattern.Length)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != pattern[i] && (pattern[i] != '.' || text[i] == '\n'))
                return false;
        }
        return true;
    }

    // Most targets are names, and API groups with their dots: no regular expression has to be built for those.
    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '.';
}
