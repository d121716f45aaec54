namespace FluxLint.Flux;

/// <summary>Tells the lines of configuration files that set a credential. The rest of such a file is as public as any.</summary>
internal static class SecretLine
{
    private static readonly string[] FileExtensions = [".yaml", ".yml", ".json", ".toml", ".ini", ".conf", ".cfg", ".properties", ".env", ".xml"];

    /// <summary>Whether a name is that of a configuration file.</summary>
    public static bool IsFile(string name) => FileExtensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>What a line, or a part of one, sets; null when it sets nothing.</summary>
    public static (string Name, string Value)? Split(string line)
    {
        var separator = line.AsSpan().IndexOfAny(':', '=');
        if (separator <= 0 || line.TrimStart().StartsWith('#'))
            return null;
        return (line[..separator].Trim().Trim('-', ' ', '"', '\''), line[(separator + 1)..].Trim().TrimEnd('}', ' ').Trim('"', '\''));
    }

    /// <summary>Whether a line, or a part of one, of a file in a Secret sets a credential.</summary>
    public static bool IsOne(string line) =>
        // Docker has user and password in one, encoded.
        Split(line) is var (name, value)
        && ((name == "auth" && SecretText.LooksRandom(value)) || (SecretName.Is(name) && !SecretText.IsHarmless(value) && !SecretName.Is(value) && !(SecretName.IsOfReference(name) && SecretText.IsOrdinary(value))));
}
