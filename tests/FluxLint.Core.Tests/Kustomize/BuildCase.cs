using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kustomize;

/// <summary>
/// A small repository in one text file, with what <c>kubectl kustomize</c> prints for it: <c>=== path</c> starts a file, <c>=== version</c>
/// says of which version of kustomize, where that makes a difference, and <c>=== expected</c> is the output, or <c>refused</c> where it fails.
/// </summary>
internal sealed class BuildCase
{
    private const string Refused = "refused";

    private readonly KustomizeVersion version;

    private BuildCase(Dictionary<string, string> files)
    {
        version = files.Remove("version", out var asked) ? KustomizeVersion.Parse(asked.Trim()) ?? throw new FormatException($"there is no version {asked}") : KustomizeVersion.Newest;
        Expected = files["expected"].TrimEnd();
        files.Remove("expected");
        Repository = Repository.Load(InMemoryFileSystem.Of(files));
    }

    public Repository Repository { get; }

    public string Expected { get; }

    public static TheoryData<string> Names(string folder) => [.. Directory.GetFiles(Folder(folder), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public static BuildCase Read(string folder, string name) => new(Files(folder, name));

    /// <summary>The files of a case by path, what is expected among them.</summary>
    public static Dictionary<string, string> Files(string folder, string name)
    {
        var files = new Dictionary<string, string>();
        foreach (var part in (File.ReadAllText(Path.Join(Folder(folder), name + ".txt")) + "=== ").Split("\n=== ")[1..^1])
        {
            var end = $"{part}\n".IndexOf('\n');
            files.Add(part[..end], end == part.Length ? "" : part[(end + 1)..] + "\n");
        }
        return files;
    }

    public void Check()
    {
        var build = new DirectoryBuild(Repository, version: version);
        if (Expected == Refused)
        {
            Assert.NotEmpty(build.Problems);
            return;
        }
        Assert.Empty(build.Problems);
        var expected = YamlTree.Parse(SourceText.From("expected", Expected)).Documents.Select(document => document.Root).OfType<YamlMapping>().ToList();
        Assert.Equal(expected.Count, build.Resources.Length);
        foreach (var resource in build.Resources)
        {
            var match = expected.FindIndex(root => YamlNode.DataEquals(root, resource.Root));
            Assert.True(match >= 0, $"{resource} is not as expected:\n{Show(resource.Root)}");
            expected.RemoveAt(match);
        }
    }

    private static string Show(YamlNode node) => node switch
    {
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Name}: {Show(entry.Value)}"))}}}",
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Show))}]",
        YamlScalar scalar => $"{scalar.Kind}({scalar.CanonicalValue})",
        _ => "",
    };

    private static string Folder(string folder)
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(directory, "FluxLint.sln")))
            directory = Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("the solution is not above the tests");
        return Path.Join(directory, "tests/FluxLint.Core.Tests/Kustomize", folder);
    }
}
