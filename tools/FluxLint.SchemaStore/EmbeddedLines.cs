namespace FluxLint.SchemaStore;

/// <summary>The lists that are embedded in the tool.</summary>
internal static class EmbeddedLines
{
    /// <summary>The lines of a list but for comments.</summary>
    public static IEnumerable<string> Read(string name)
    {
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] != '#').ToList();
    }
}
