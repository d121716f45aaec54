using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

public sealed class RoundTripTests
{
    [Fact]
    public void Baselines_keep_every_byte() => Assert.Empty(Breaches(TreeBaselineTests.BaselineDirectory));

    [Fact]
    public void Real_repositories_keep_every_byte() => Assert.Empty(RealRepositories.All.SelectMany(Breaches));

    [Fact]
    public void Fleet_has_no_problem() => Assert.Empty(Files(RealRepositories.Fleet).SelectMany(file => Parse(file).Problems));

    private static IEnumerable<string> Breaches(string directory) =>
        from file in Files(directory)
        let breach = Breach(file)
        where breach is not null
        select $"{file}: {breach}";

    private static string? Breach(string file)
    {
        var source = SourceText.Decode(file, File.ReadAllBytes(file));
        byte[] encoded = [.. source.HasByteOrderMark ? source.Encoding.GetPreamble() : [], .. source.Encoding.GetBytes(source.Text)];
        return source.InvalidOffset is null && !encoded.AsSpan().SequenceEqual(File.ReadAllBytes(file))
            ? "the text is not that of the file"
            : TreeLaw.FindBreach(YamlTree.Parse(source));
    }

    private static YamlTree Parse(string file) => YamlTree.Parse(SourceText.Decode(file, File.ReadAllBytes(file)));

    private static IEnumerable<string> Files(string directory) =>
        Directory.EnumerateFiles(directory, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml");
}
