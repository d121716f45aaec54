using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Diagnostics;
using FluxLint.Testing;

namespace FluxLint.Core.Tests.Testing;

/// <summary>A pack that keeps to nothing hears of all of it.</summary>
public sealed class PackRunnerTests : IDisposable
{
    private const string Manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-pack-");

    public PackRunnerTests()
    {
        folder.CreateSubdirectory("rules");
        folder.CreateSubdirectory("Cases");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("pack: list", "'Unlisted' is not in the list of 'SloppyPack'")]
    [InlineData("pack: ids", "ids that begin with FLX are those of the built-in rules")]
    [InlineData("pack: ids", "ACME1 stands")]
    [InlineData("pack: ids", "these begin with FLX, ACME")]
    [InlineData("pack: cases", "there are cases of 'Gone', and no such rule")]
    [InlineData("Sloppy: descriptor", "the title is one line without a full stop")]
    [InlineData("Sloppy: descriptor", "in which {0} stands for what is named first")]
    [InlineData("Sloppy: descriptor", "the field 'seen' can change")]
    [InlineData("Sloppy: descriptor", "'soon' is not the version that brought it")]
    [InlineData("Sloppy: page", "there is not one page 'Sloppy.md'")]
    [InlineData("Sloppy: cases", "has a marker '#~ FLX9'")]
    [InlineData("Sloppy: cases", "comes close and is silent")]
    [InlineData("Restless: fixes", "is fixed again and again")]
    [InlineData("Restless: fixes", "the descriptor says no fixes, and the cases have safe fixes")]
    [InlineData("Restless: broken.yaml", "broken.yaml:4:1")]
    [InlineData("Restless: unbuilt.yaml", "elsewhere.yaml")]
    public void Says_what_is_wrong(string check, string sentence)
    {
        folder.CreateSubdirectory("Cases/Gone");
        folder.CreateSubdirectory("Cases/Restless");
        Write("Cases/Restless/some.yaml", Manifest + "data: {x: a}\n#~        ^ ACME1: again\n");
        Write("Cases/Restless/broken.yaml", Manifest + "\tdata:\n");
        Write("Cases/Restless/unbuilt.yaml", "# file: kustomization.yaml\nresources: [elsewhere.yaml]\n");

        var failure = Assert.Throws<PackException>(() => Runner().Run(check));

        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wants_folders_that_are_there_and_checks_that_it_knows()
    {
        var missing = Assert.Throws<DirectoryNotFoundException>(() => PackRunner.Of(new SloppyPack(), "elsewhere", test: Path.Combine(folder.FullName, "Test.cs")));

        Assert.Contains("DeterministicSourcePaths", missing.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Runner().Run("pack: prefix"));
    }

    private PackRunner Runner() => PackRunner.Of(new SloppyPack(), "rules", test: Path.Combine(folder.FullName, "Test.cs"));

    private void Write(string path, string text) => File.WriteAllText(Path.Combine(folder.FullName, path), text);

    private sealed class SloppyPack : RulePack
    {
        public override string Name => "sloppy";

        public override ImmutableArray<Rule> Rules { get; } = [new Sloppy(), new Restless()];
    }

    private class Sloppy : Rule
    {
        private int seen;

        public override DiagnosticDescriptor Describe() => new()
        {
            Id = "FLX9",
            Title = "It is wrong.",
            Message = "{ is wrong",
            Category = RuleCategory.Hygiene,
            Severity = Severity.Error,
            Since = "soon",
        };

        public override void Register(RuleRegistry registry) => registry.OnFile(_ => ArgumentOutOfRangeException.ThrowIfNegative(++seen));
    }

    private sealed class Unlisted : Sloppy;

    /// <summary>Its fix brings about what it finds.</summary>
    private sealed class Restless : Rule
    {
        private static readonly DiagnosticDescriptor Descriptor = new()
        {
            Id = "ACME1",
            Title = "Again",
            Message = "again",
            Category = RuleCategory.Hygiene,
            Severity = Severity.Error,
            Since = "1.0",
        };

        public override DiagnosticDescriptor Describe() => Descriptor;

        public override void Register(RuleRegistry registry) => registry.OnFile(context =>
        {
            if (context.Tree.RootMapping?.Mapping("data")?.Scalar("x") is { } x)
                context.Report(Descriptor, x.Location).WithFix(CodeFix.Safe("Go on", context.Edit.Replace(x, x.Value == "a" ? "b" : "a")));
        });
    }
}
