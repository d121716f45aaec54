using System.Collections.Immutable;
using System.Text;
using FluxLint.Files;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Testing;

/// <summary>
/// A small repository with expected findings: a folder, or one text that holds its files one after another, each behind a
/// line <c># file: path</c>. A text without such lines is one manifest that a cluster applies.
/// </summary>
public sealed class CaseRepository
{
    private const string Header = "# file: ";

    private CaseRepository(ImmutableArray<CaseFile> files, InMemoryFileSystem fileSystem)
    {
        Files = files;
        FileSystem = fileSystem;
    }

    /// <summary>Its files in ordinal order of their paths.</summary>
    public ImmutableArray<CaseFile> Files { get; }

    /// <summary>What the linter reads.</summary>
    public InMemoryFileSystem FileSystem { get; }

    /// <summary>Reads a file or folder from disk.</summary>
    /// <exception cref="FormatException">A line starts like a marker and is none, or a file is there twice or cannot be there.</exception>
    public static CaseRepository Load(string path)
    {
        if (File.Exists(path))
            return Parse(Path.GetFileName(path), path, File.ReadAllBytes(path));
        return Of(Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(file =>
            CaseFile.Read(Path.GetRelativePath(path, file).Replace('\\', '/'), file, "", File.ReadAllBytes(file))));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="name">Path of the file that the text is when it holds no lines <c># file: path</c>.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">A line starts like a marker and is none, or a file is there twice or cannot be there.</exception>
    public static CaseRepository Parse(string name, string text) => Parse(name, "", Encoding.UTF8.GetBytes(text));

    private static CaseRepository Parse(string name, string origin, byte[] bytes)
    {
        var source = SourceText.Decode(name, bytes);
        var lines = TextLines.Split(source.Text).ToList();
        if (!lines.Exists(IsHeader))
            return Single(CaseFile.Read(name, origin, "", bytes));

        var files = new List<CaseFile>();
        var preamble = string.Concat(lines.TakeWhile(line => !IsHeader(line)));
        for (var i = lines.FindIndex(IsHeader); i < lines.Count;)
        {
            var content = string.Concat(lines.Skip(i + 1).TakeWhile(line => !IsHeader(line)));
            var path = lines[i][Header.Length..].Trim();
            if (files.Exists(file => file.Path == path))
                throw new FormatException($"{name}: line {i + 1}: the file '{path}' is there already");
            files.Add(CaseFile.Read(path, origin, preamble + lines[i], Encoding.UTF8.GetBytes(content)));
            preamble = "";
            var next = lines.FindIndex(i + 1, IsHeader);
            i = next < 0 ? lines.Count : next;
        }
        return Of(files);
    }

    private static bool IsHeader(string line) => line.StartsWith(Header, StringComparison.Ordinal);

    /// <summary>A lone manifest is put into a kustomization, so that it reaches a cluster.</summary>
    private static CaseRepository Single(CaseFile file)
    {
        var alone = Of([file]);
        if (file.Marked is null || !IsManifest(YamlTree.Parse(SourceText.From(file.Path, file.Marked.Text))))
            return alone;
        return new(alone.Files, alone.FileSystem.WithFile("kustomization.yaml", $"""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
              - {file.Path}

            """));
    }

    private static bool IsManifest(YamlTree tree) =>
        !Repository.IsKustomizationFile(tree.Source.Path)
        && tree.Documents.Any(document => document.Root is not null)
        && tree.Documents.Where(document => document.Root is not null).All(document =>
            document.Expanded is YamlMapping root && root.Text("kind") is not null && root.At("metadata", "name") is YamlScalar);

    private static CaseRepository Of(IEnumerable<CaseFile> files)
    {
        var sorted = files.OrderBy(file => file.Path, StringComparer.Ordinal).ToImmutableArray();
        return new(sorted, sorted.Aggregate(InMemoryFileSystem.Empty, With));
    }

    private static InMemoryFileSystem With(InMemoryFileSystem system, CaseFile file)
    {
        try
        {
            return system.WithFile(file.Path, file.Content.AsSpan());
        }
        catch (ArgumentException impossible)
        {
            throw new FormatException($"'{file.Path}' cannot be a file of this case: {impossible.Message}", impossible);
        }
    }
}
