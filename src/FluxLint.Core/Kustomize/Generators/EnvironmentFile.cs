using System.Text;
using System.Text.Unicode;

namespace FluxLint.Kustomize.Generators;

/// <summary>Reads files of <c>KEY=value</c> lines as kustomize does: no quoting, and nothing but leading white space is trimmed.</summary>
internal static class EnvironmentFile
{
    // Go's line scanner gives up in silence at a longer line.
    private const int LongestLine = 64 * 1024 - 1;

    /// <summary>The keys with their values; a null value is to come from the environment.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="refuse">Hears what kustomize refuses about it.</param>
    public static IEnumerable<KeyValuePair<string, string?>> Read(byte[] bytes, Action<string> refuse)
    {
        var at = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        for (var number = 1; at < bytes.Length; number++)
        {
            var end = Array.IndexOf(bytes, (byte)'\n', at);
            end = end < 0 ? bytes.Length : end;
            if (end - at > LongestLine)
                yield break;
            if (!Utf8.IsValid(bytes.AsSpan(at, end - at)))
            {
                refuse($"is not valid UTF-8 in line {number}");
                yield break;
            }
            var line = Encoding.UTF8.GetString(bytes, at, end - at);
            at = end + 1;
            line = (line.EndsWith('\r') ? line[..^1] : line).TrimStart();
            if (line.Length == 0 || line[0] is '#' or '=')
                continue;
            var equals = line.IndexOf('=');
            yield return equals < 0 ? new(line, null) : new(line[..equals], line[(equals + 1)..]);
        }
    }
}
