using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FluxLint.Files;

namespace FluxLint.Cli.Caching;

/// <summary>Puts answers of the file system into a number that nobody can make another answer for.</summary>
internal static class Answer
{
    /// <summary>The bytes that one takes in a cache.</summary>
    public const int Size = 16;

    /// <summary>Asks, and gives the answer as a number.</summary>
    /// <exception cref="IOException">There is none.</exception>
    /// <exception cref="UnauthorizedAccessException">Asking is not permitted.</exception>
    public static UInt128 To(Question question, string path, IFileSystem files) => question switch
    {
        Question.List => Of(files.List(path)),
        Question.Content => Of(files.ReadAllBytes(path)),
        Question.FileExists => Of(files.FileExists(path)),
        Question.DirectoryExists => Of(files.DirectoryExists(path)),
        _ => Of(files.Resolve(path)),
    };

    /// <summary>Names and kinds, in any order. No name has a slash.</summary>
    public static UInt128 Of(ImmutableArray<FileEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var entry in entries.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name)))
            text.Append(entry.Name).Append('/').Append((int)entry.Kind).Append('/');
        return Of(text.ToString());
    }

    public static UInt128 Of(bool exists) => exists ? UInt128.One : UInt128.Zero;

    public static UInt128 Of(ResolvedPath resolved) => Of($"{resolved.Kind} {resolved.Path}");

    public static UInt128 Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }

    private static UInt128 Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}
