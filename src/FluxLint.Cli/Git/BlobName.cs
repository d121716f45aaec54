using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FluxLint.Cli.Git;

/// <summary>The names that git gives to contents.</summary>
internal static class BlobName
{
    private const int Sha1Digits = 40;
    private const int LongestPointer = 1024;
    private const string PointerStart = "version https://git-lfs.github.com/spec/";

    /// <summary>Whether a file of the work tree is what a revision has, as it is or with the line ends of a system that checks out others.</summary>
    public static bool IsOf(string id, ReadOnlySpan<byte> content) =>
        Hash(id, content) == id || (content.IndexOf("\r\n"u8) >= 0 && Hash(id, WithLineFeeds(content)) == id);

    /// <summary>Whether a content is a pointer of Git LFS.</summary>
    public static bool IsPointer(ReadOnlySpan<byte> content) => content.Length <= LongestPointer && content.StartsWith(Encoding.ASCII.GetBytes(PointerStart));

    /// <summary>Whether a content is what a pointer of Git LFS stands for.</summary>
    public static bool IsBehind(ReadOnlySpan<byte> pointer, ReadOnlySpan<byte> content) =>
        IsPointer(pointer) && Encoding.ASCII.GetString(pointer).Contains($"oid sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}\n", StringComparison.Ordinal);

    [SuppressMessage("Security", "CA5350", Justification = "Git names objects so.")]
    private static string Hash(string id, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(id.Length == Sha1Digits ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0")));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] WithLineFeeds(ReadOnlySpan<byte> content)
    {
        var kept = new List<byte>(content.Length);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
                kept.Add(content[i]);
        }
        return [.. kept];
    }
}
