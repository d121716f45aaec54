using System.Text;

namespace FluxLint.Reporting;

/// <summary>Makes relative URI references of paths.</summary>
internal static class SarifUri
{
    // A colon is legal in a path, but in its first part it would make a scheme of what stands before.
    private const string Literal = "-._~!$&'()*+,;=@/";

    /// <summary>The reference to a path below the repository root; the root itself is <c>.</c>.</summary>
    public static string Of(string path)
    {
        if (path.Length == 0)
            return ".";
        var uri = new StringBuilder(path.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(path))
        {
            var character = (char)octet;
            if (char.IsAsciiLetterOrDigit(character) || Literal.Contains(character))
                uri.Append(character);
            else
                uri.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        return uri.ToString();
    }
}
