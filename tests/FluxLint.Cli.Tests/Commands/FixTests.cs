using System.Text;
using FluxLint.Text;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>Fixes from the command line: what is written, what is shown, and what is left alone.</summary>
public sealed class FixTests : IDisposable
{
    private const string Base = "infrastructure/base/reflector/kustomization.yaml";
    private const string Cluster = "clusters/test/preprod-01/kustomization.yaml";

    private readonly TemporaryFleet fleet = new();

    public FixTests() => fleet
        .Edit(Base, "namespace: shared-system", "namespace: reflector # moved")
        .Edit(Cluster, "../../../flux/bootstrap\n", "../../../flux/bootstraps # near\n");

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task Fix_changes_what_is_safe_and_reports_the_rest()
    {
        var before = Snapshot();

        var run = await CommandRun.Of(fleet.Root, "lint", "--fix");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error FLX1001", run.Output);
        Assert.DoesNotContain("FLX6002", run.Output);
        Assert.EndsWith("; --fix --unsafe-fixes can fix 1\n", run.Output);
        Assert.Equal("fixed 1 finding in 1 file\n", run.Error);
        before[Base] = before[Base].Replace("reflector # moved", "shared-system # moved", StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Unsafe_fixes_are_made_when_asked_for()
    {
        var run = await CommandRun.Of(fleet.Root, "lint", "--fix", "--unsafe-fixes");

        Assert.Equal((0, "fixed 2 findings in 2 files\n"), (run.ExitCode, run.Error));
        Assert.Contains("  - ../../../flux/bootstrap # near\n", fleet.Read(Cluster));
        Assert.Contains("no findings", run.Output);
    }

    [Fact]
    public async Task Diff_shows_and_changes_nothing()
    {
        var before = Snapshot();

        var run = await CommandRun.Of(fleet.Root, "lint", "--diff");

        Assert.Equal((1, "would fix 1 finding in 1 file\n"), (run.ExitCode, run.Error));
        Assert.Equal($"""
            --- a/{Base}
            +++ b/{Base}
            @@ -1,6 +1,6 @@
             apiVersion: kustomize.config.k8s.io/v1beta1
             kind: Kustomization
            -namespace: reflector # moved
            +namespace: shared-system # moved
             resources:
               - helmrelease.yaml
               - helmrepository.yaml

            """, run.Output);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Diff_is_silent_where_nothing_can_be_fixed()
    {
        var run = await CommandRun.Of(TemporaryFleet.Original, "lint", "--diff", "--unsafe-fixes");

        Assert.Equal((0, "", "would fix 0 findings in 0 files\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task Unsafe_fixes_alone_are_a_mistake()
    {
        var run = await CommandRun.Of(fleet.Root, "lint", "--unsafe-fixes");

        Assert.Equal((2, "error: --unsafe-fixes goes with --fix or --diff\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Line_breaks_byte_order_mark_and_permissions_stay()
    {
        var path = Path.Combine(fleet.Root, Base);
        var bytes = new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Encoding.UTF8.GetBytes(fleet.Read(Base).ReplaceLineEndings("\r\n").TrimEnd())).ToArray();
        File.WriteAllBytes(path, bytes);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await CommandRun.Of(fleet.Root, "lint", "--fix");

        var expected = Encoding.UTF8.GetString(bytes).Replace("reflector # moved", "shared-system # moved", StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetBytes(expected), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path) ?? "", "kustomization.yaml*"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_file_that_changed_meanwhile_keeps_all_files_as_they_are()
    {
        var before = Snapshot();
        var good = SourceText.From(Base, fleet.Read(Base));
        var stale = SourceText.From(Cluster, "something else\n");

        var obstacle = FixWriter.Write(fleet.Root, [new(good, SourceText.From(Base, "x: 1\n")), new(stale, SourceText.From(Cluster, "x: 1\n"))]);

        Assert.Equal($"'{Cluster}' changed while it was linted: nothing is fixed", obstacle);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public void A_link_that_leaves_the_repository_is_not_followed()
    {
        var outside = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(outside, "a: 1\n");
        try
        {
            File.CreateSymbolicLink(Path.Combine(fleet.Root, "link.yaml"), outside);

            var obstacle = FixWriter.Write(fleet.Root, [new(SourceText.From("link.yaml", "a: 1\n"), SourceText.From("link.yaml", "a: 2\n"))]);

            Assert.Equal("'link.yaml' does not lead to a file of the repository: nothing is fixed", obstacle);
            Assert.Equal("a: 1\n", File.ReadAllText(outside));
        }
        finally
        {
            File.Delete(outside);
        }
    }

    private SortedDictionary<string, string> Snapshot() => new(
        Directory.GetFiles(fleet.Root, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(fleet.Root, file), File.ReadAllText),
        StringComparer.Ordinal);
}
