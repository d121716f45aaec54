using System.Text;

namespace FluxLint.Kustomize.Generators;

/// <summary>Base64 as kustomize writes it: in lines of 70 characters, each with a line break, unless one line is enough.</summary>
internal static class WrappedBase64
{
    private const int LineLength = 70;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = Convert.ToBase64String(bytes);
        if (text.Length < LineLength)
            return text;
        var wrapped = new StringBuilder(text.Length + text.Length / LineLength + 1);
        for (var at = 0; at < text.Length; at += LineLength)
            wrapped.Append(text.AsSpan(at, Math.Min(LineLength, text.Length - at))).Append('\n');
        return wrapped.ToString();
    }
}
