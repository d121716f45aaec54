using System.Collections.Immutable;
using System.Text;
using FluxLint.Text;

namespace FluxLint.Testing;

/// <summary>One file of a case: what the linter reads, and what it should find there.</summary>
public sealed class CaseFile
{
    private readonly SourceText written;
    private readonly string header;

    private CaseFile(string path, string origin, string header, SourceText written, MarkedText? marked, ImmutableArray<byte> content)
    {
        Path = path;
        Origin = origin;
        this.header = header;
        this.written = written;
        Marked = marked;
        Content = content;
    }

    /// <summary>Path in the repository of the case.</summary>
    public string Path { get; }

    /// <summary>The findings that should be there.</summary>
    public ImmutableArray<Marker> Markers => Marked?.Markers ?? [];

    /// <summary>The file on disk that it was read from.</summary>
    internal string Origin { get; }

    /// <summary>Text and markers; null when the file is not YAML, so that it cannot have markers.</summary>
    internal MarkedText? Marked { get; }

    /// <summary>What the linter reads: the bytes as they are, without the lines of markers.</summary>
    internal ImmutableArray<byte> Content { get; }

    /// <summary>Reads a file whose YAML may have markers.</summary>
    /// <exception cref="FormatException">A line starts like a marker and is none.</exception>
    internal static CaseFile Read(string path, string origin, string header, byte[] bytes)
    {
        var source = SourceText.Decode(path, bytes);
        if (!IsYaml(path) || source.InvalidOffset is not null)
            return new(path, origin, header, source, null, [.. bytes]);
        try
        {
            var marked = MarkerReader.Read(source.Text);
            return new(path, origin, header, source, marked, marked.Markers.IsEmpty ? [.. bytes] : [.. Encode(source, marked.Text)]);
        }
        catch (MarkerException invalid)
        {
            throw new FormatException($"{path}: {invalid.Message}", invalid);
        }
    }

    /// <summary>The bytes that belong on disk when the linter should read something else.</summary>
    internal IEnumerable<byte> WithContent(ImmutableArray<byte> content) => [.. Encoding.UTF8.GetBytes(header), .. content];

    /// <summary>The bytes that belong on disk when these are the findings.</summary>
    internal byte[] Rewrite(IEnumerable<Marker> findings) =>
        Marked is not null ? Encode(written, header + MarkerWriter.Rewrite(written.Text, findings)) : [.. Encoding.UTF8.GetBytes(header), .. Content];

    private static byte[] Encode(SourceText source, string text) =>
        [.. source.HasByteOrderMark ? source.Encoding.GetPreamble() : [], .. source.Encoding.GetBytes(text)];

    private static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal) || System.IO.Path.GetFileName(path) == "Kustomization";
}
