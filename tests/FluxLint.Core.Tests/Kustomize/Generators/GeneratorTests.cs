using System.Text;
using FluxLint.Files;
using FluxLint.Kustomize;

namespace FluxLint.Core.Tests.Kustomize.Generators;

public class GeneratorTests
{
    [Fact]
    public void Bytes_that_are_no_text_become_binary_data()
    {
        var build = Build("configMapGenerator: [{name: a, files: [f]}]", [0xFF, 0xFE, 0x00]);
        Assert.Equal("//4A", build.Resources[0].Root.At("binaryData", "f")?.ToString());
        Assert.Null(build.Resources[0].Root["data"]);
    }

    [Fact]
    public void Line_breaks_and_byte_order_mark_of_a_file_stay()
    {
        var build = Build("configMapGenerator: [{name: a, files: [f]}]", Encoding.UTF8.GetBytes("\uFEFFa\r\nb\r\n"));
        Assert.Equal("\uFEFFa\r\nb\r\n", build.Resources[0].Root.At("data", "f")?.ToString());
    }

    [Fact]
    public void Env_file_loses_its_mark_and_carriage_returns()
    {
        var build = Build("configMapGenerator: [{name: a, envs: [f]}]", Encoding.UTF8.GetBytes("\uFEFFA=1\r\n\tB= x \r\n=no\n"));
        Assert.Equal(["A=1", "B= x "], build.Resources[0].Root.Mapping("data")?.Entries.Select(entry => $"{entry.Name}={entry.Value}"));
    }

    [Fact]
    public void Env_file_ends_at_a_line_that_is_too_long()
    {
        var build = Build("configMapGenerator: [{name: a, envs: [f]}]", Encoding.UTF8.GetBytes($"A=1\nB={new string('x', 70_000)}\nC=2\n"));
        Assert.Equal(["A"], build.Resources[0].Root.Mapping("data")?.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void Env_key_without_a_value_is_a_gap()
    {
        var build = Build("configMapGenerator: [{name: a, envs: [f]}]", "HOME\n"u8.ToArray());
        var problem = Assert.Single(build.Problems);
        Assert.Equal((BuildProblemKind.RenderGap, "'f' takes 'HOME' from the environment that kustomize runs in"), (problem.Kind, problem.Message));
    }

    [Theory]
    [InlineData("nope.txt", BuildProblemKind.MissingReference, "'nope.txt' in configMapGenerator does not exist")]
    [InlineData("../../x.txt", BuildProblemKind.OutsideRepository, "'../../x.txt' leaves the repository, and nothing outside of it is read")]
    [InlineData("k=/etc/passwd", BuildProblemKind.OutsideRepository, "'/etc/passwd' leaves the repository, and nothing outside of it is read")]
    [InlineData("https://example.org/x", BuildProblemKind.RenderGap, "'https://example.org/x' is on another machine and is not fetched")]
    [InlineData("sub", BuildProblemKind.Refused, "'sub' is a directory, and data must come from a file")]
    public void File_that_cannot_be_read_is_reported_where_it_is_named(string file, BuildProblemKind kind, string message)
    {
        var kustomization = $"configMapGenerator:\n- name: a\n  files:\n  - {file}\n";
        var build = new DirectoryBuild(Repository.Load(InMemoryFileSystem.Empty.WithFile("dir/kustomization.yaml", kustomization).WithDirectory("dir/sub")), "dir");
        var problem = Assert.Single(build.Problems);
        Assert.Equal((kind, message, "dir/kustomization.yaml:4:5"), (problem.Kind, problem.Message, problem.Location.ToString()));
    }

    [Fact]
    public void Layer_knows_the_files_it_read()
    {
        var build = DirectoryBuild.Of("configMapGenerator: [{name: a, files: [x/f.txt], envs: [e.env]}]", "", ("x/f.txt", "f"), ("e.env", "A=1"));
        Assert.Equal(["e.env", "x/f.txt"], build.Files.ToArray());
    }

    [Fact]
    public void Values_know_the_item_that_gives_them()
    {
        var build = DirectoryBuild.Of("configMapGenerator:\n- name: a\n  literals:\n  - k=v\n  options:\n    labels: {l: x}\n    immutable: true\n");
        var root = build.Resources[0].Root;
        Assert.Equal("kustomization.yaml:2:3", root.Location.ToString());
        Assert.Equal("kustomization.yaml:4:5", root.At("data", "k")?.Location.ToString());
        Assert.Equal("kustomization.yaml:6:17", root.At("metadata", "labels", "l")?.Location.ToString());
        Assert.Equal("kustomization.yaml:7:16", root["immutable"]?.Location.ToString());
        Assert.Equal(ProvenanceStep.Generator, root.At("data", "k")?.Derivation?.Step);
    }

    [Fact]
    public void Hashed_name_stays_where_it_was_written()
    {
        var name = DirectoryBuild.Of("configMapGenerator:\n- name: settings\n").Resources[0].Root.At("metadata", "name");
        Assert.Equal(("settings-6ct58987ht", "kustomization.yaml:2:9"), (name?.ToString(), name?.Location.ToString()));
        Assert.Equal("settings", name?.Derivation?.Replaced?.ToString());
    }

    [Fact]
    public void Merged_value_knows_the_one_that_it_replaced()
    {
        var build = DirectoryBuild.Of("configMapGenerator: [{name: a, behavior: merge, literals: [k=new]}]", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: old, x: same}\n");
        var data = build.Resources[0].Root.Mapping("data");
        Assert.Equal("old", data?["k"]?.Derivation?.Replaced?.ToString());
        Assert.Equal("r.yaml", data?["x"]?.Source.Path);
        Assert.Equal("r.yaml", build.Resources[0].Root.At("metadata", "name")?.Source.Path);
    }

    [Fact]
    public void Shared_options_that_are_refused_are_reported_once()
    {
        var build = DirectoryBuild.Of("configMapGenerator: [{name: a}]\nsecretGenerator: [{name: b}]\ngeneratorOptions: {lables: {a: b}}\n");
        Assert.Equal("'generatorOptions' has no field 'lables'", Assert.Single(build.Problems).Message);
    }

    private static DirectoryBuild Build(string kustomization, byte[] file) =>
        new(Repository.Load(InMemoryFileSystem.Empty.WithFile("kustomization.yaml", kustomization).WithFile("f", file)));
}
