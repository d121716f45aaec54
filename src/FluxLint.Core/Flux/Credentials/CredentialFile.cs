using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>Looks for credentials in the text of a configuration file that stands in a value. What is code and not settings is passed over.</summary>
internal static class CredentialFile
{
    private const int LongestText = 100_000;

    /// <summary>The lines that set one.</summary>
    public static IEnumerable<PlainCredential> Lines(string file, YamlScalar text)
    {
        if (text.Value.Length > LongestText || !SecretName.MayBe(text.Value) || SecretText.IsEncrypted(text.Value))
            yield break;
        SpanMap? map = null;
        for (var start = 0; start < text.Value.Length;)
        {
            var end = text.Value.IndexOf('\n', start) is >= 0 and var at ? at : text.Value.Length;
            var line = text.Value[start..end];
            if (Name(line) is { } name)
            {
                map ??= SpanMap.Of(text);
                var value = line.TrimEnd();
                var first = start + value.Length - value.TrimStart().Length;
                yield return new(text, text, $"{name} in '{file}'") { Location = new(text.Source, map.Map(first, start + value.Length)) };
            }
            start = end + 1;
        }
    }

    private static string? Name(string line)
    {
        // What follows a word may be code: only a name that stands alone before its value sets it.
        if (SecretLine.Split(line.TrimStart() is ['e', 'x', 'p', 'o', 'r', 't', ' ', .. var assignment] ? assignment : line) is not var (name, value) || name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or '.')))
            return null;
        return value.Length == 0 || value.AsSpan().ContainsAny("(){};<>|&`\\") ? null : CredentialSearch.Describe(name, value.Split(" #")[0].Trim().Trim('"', '\''));
    }
}
