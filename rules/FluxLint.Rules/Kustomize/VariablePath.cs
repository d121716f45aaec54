namespace FluxLint.Rules.Kustomize;

/// <summary>A path with variables, of which only the text around them is known.</summary>
internal sealed class VariablePath
{
    private readonly List<string> known = [];

    public VariablePath(string path)
    {
        var start = 0;
        for (var variable = path.IndexOf("${", StringComparison.Ordinal); variable >= 0; variable = path.IndexOf("${", start, StringComparison.Ordinal))
        {
            known.Add(path[start..variable]);
            var end = path.IndexOf('}', variable);
            start = end < 0 ? path.Length : end + 1;
        }
        known.Add(path[start..]);
    }

    /// <summary>Whether some values of the variables make it a path; one may hold several parts of it.</summary>
    public bool MayBe(string path)
    {
        if (!path.StartsWith(known[0], StringComparison.Ordinal))
            return false;
        var at = known[0].Length;
        foreach (var text in known[1..^1])
        {
            var found = path.IndexOf(text, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + text.Length;
        }
        return path.Length - at >= known[^1].Length && path.EndsWith(known[^1], StringComparison.Ordinal);
    }
}
