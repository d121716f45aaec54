using System.Runtime.CompilerServices;
using System.Text;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

public sealed class TreeBaselineTests
{
    public static string BaselineDirectory { get; } = Path.Combine(Path.GetDirectoryName(SourceFile()) ?? "", "Baselines");

    public static TheoryData<string> Names { get; } =
        [.. Directory.EnumerateFiles(BaselineDirectory, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Tree_is_as_accepted(string name) => Verify(name, File.ReadAllBytes(Path.Combine(BaselineDirectory, name + ".yaml")));

    [Fact]
    public Task Tree_of_utf16_is_as_accepted() => Verify("utf16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("kind: Größe # 😀\r\nname: 'ä'\r\n")]);

    [Fact]
    public Task Tree_of_big_endian_utf16_is_as_accepted() => Verify("utf16-big-endian", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("a: [1, 2]\n")]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Tree_obeys_the_law(string name)
    {
        var tree = YamlTree.Parse(SourceText.Decode(name, File.ReadAllBytes(Path.Combine(BaselineDirectory, name + ".yaml"))));

        Assert.Null(TreeLaw.FindBreach(tree));
    }

    private static Task Verify(string name, byte[] bytes)
    {
        var settings = new VerifySettings();
        settings.UseDirectory("Baselines");
        settings.UseFileName(name + ".tree");
        return Verifier.Verify(TreePrinter.Print(YamlTree.Parse(SourceText.Decode(name + ".yaml", bytes))), settings);
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
