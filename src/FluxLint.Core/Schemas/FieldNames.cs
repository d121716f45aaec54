using System.Collections.Frozen;

namespace FluxLint.Schemas;

/// <summary>Names of fields as rules spell those that are no names of the language (k8s.io/apiserver, pkg/cel/escaping.go).</summary>
internal static class FieldNames
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while");

    public static string Escape(string name) => Reserved.Contains(name) ? $"__{name}__" : name
        .Replace("__", "__underscores__", StringComparison.Ordinal)
        .Replace(".", "__dot__", StringComparison.Ordinal)
        .Replace("-", "__dash__", StringComparison.Ordinal)
        .Replace("/", "__slash__", StringComparison.Ordinal);

    public static string Unescape(string name)
    {
        if (!name.Contains("__", StringComparison.Ordinal))
            return name;
        if (name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal) && Reserved.Contains(name[2..^2]))
            return name[2..^2];
        return name
            .Replace("__dot__", ".", StringComparison.Ordinal)
            .Replace("__dash__", "-", StringComparison.Ordinal)
            .Replace("__slash__", "/", StringComparison.Ordinal)
            .Replace("__underscores__", "__", StringComparison.Ordinal);
    }
}
