using System.Text;
using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests;

/// <summary>What is written stays where it was asked for, and is there whole or not at all.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly SmallRepository repository = new();
    private readonly DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("fluxlint-elsewhere-");
    private readonly string target;
    private readonly string outside;

    public AtomicFileTests()
    {
        target = Path.Combine(repository.Root, "report");
        outside = Path.Combine(elsewhere.FullName, "outside");
        File.WriteAllText(outside, "theirs");
        repository.Write("app/kustomization.yaml", "resources: [settings.yaml]\n");
        repository.Write("app/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings, namespace: app}\n");
    }

    public void Dispose()
    {
        repository.Dispose();
        elsewhere.Delete(recursive: true);
    }

    [Fact]
    public void A_link_with_the_name_of_a_temporary_file_is_not_written_through()
    {
        File.CreateSymbolicLink($"{target}.{Environment.ProcessId}.tmp", outside);

        Write("ours");

        Assert.Equal(("ours", "theirs"), (File.ReadAllText(target), File.ReadAllText(outside)));
    }

    [Fact]
    public void A_link_is_replaced_and_what_it_leads_to_left_alone()
    {
        File.CreateSymbolicLink(target, outside);

        Write("ours");

        Assert.Null(new FileInfo(target).LinkTarget);
        Assert.Equal(("ours", "theirs"), (File.ReadAllText(target), File.ReadAllText(outside)));
    }

    [Fact]
    public void A_link_to_nothing_makes_nothing_where_it_leads()
    {
        File.CreateSymbolicLink(target, $"{outside}-missing");

        Write("ours");

        Assert.Equal("ours", File.ReadAllText(target));
        Assert.False(File.Exists($"{outside}-missing"));
    }

    [Theory]
    [InlineData("lint", "--output", "sarif=report")]
    [InlineData("build", "app", "-o", "report")]
    public async Task An_output_that_is_a_link_stays_in_the_repository(params string[] arguments)
    {
        File.CreateSymbolicLink(target, outside);

        var run = await CommandRun.Of(repository.Root, arguments);

        Assert.NotEqual(2, run.ExitCode);
        Assert.Equal("theirs", File.ReadAllText(outside));
        Assert.NotEqual(0, new FileInfo(target).Length);
    }

    [Fact]
    public void A_failure_keeps_what_was_there_and_leaves_nothing_behind()
    {
        File.WriteAllText(target, "before");
        var files = Files();

        var failure = Assert.Throws<IOException>(() => AtomicFile.Write(target, stream =>
        {
            stream.WriteByte(1);
            throw new IOException("No space left on device");
        }));

        Assert.Equal("No space left on device", failure.Message);
        Assert.Equal("before", File.ReadAllText(target));
        Assert.Equal(files, Files());
    }

    [Fact]
    public void Permissions_stay()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite;
        File.WriteAllText(target, "before");
        File.SetUnixFileMode(target, Mode);

        Write("ours");

        Assert.Equal(Mode, File.GetUnixFileMode(target));
    }

    [Theory]
    [InlineData("/dev/full", "No space left on device")]
    [InlineData("/proc/self/report", "")]
    public async Task A_full_disk_or_a_directory_that_takes_no_files_is_one_sentence_and_exit_code_2(string file, string reason)
    {
        if (!File.Exists("/dev/full"))
            return;

        foreach (var run in new[] { await CommandRun.Of(repository.Root, "lint", "--output", $"sarif={file}"), await CommandRun.Of(repository.Root, "build", "app", "-o", file) })
        {
            Assert.Equal(2, run.ExitCode);
            Assert.StartsWith($"error: '{file}' cannot be written: {reason}", run.Error);
            Assert.DoesNotContain(".fluxlint-", run.Error);
            Assert.Equal(1, run.Error.Count(c => c == '\n'));
        }
    }

    [Fact]
    public async Task A_device_is_written_to_and_stays_one()
    {
        if (!File.Exists("/dev/null"))
            return;

        var run = await CommandRun.Of(repository.Root, "build", "app", "-o", "/dev/null");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
    }

    [Fact]
    public void Of_many_who_update_a_file_one_does_and_nothing_is_lost()
    {
        Write("0");
        var updates = 0;

        Parallel.For(0, 8, _ =>
        {
            for (var round = 0; round < 100; round++)
            {
                try
                {
                    var known = File.ReadAllBytes(target);
                    AtomicFile.Update(target, known, Encoding.UTF8.GetBytes($"{int.Parse(Encoding.UTF8.GetString(known), null) + 1}"));
                    Interlocked.Increment(ref updates);
                }
                catch (IOException refused)
                {
                    Assert.Contains(refused.Message, (string[])["another process is writing it", "it changed while it was linted"]);
                }
            }
        });

        Assert.Equal($"{updates}", File.ReadAllText(target));
        Assert.Equal([Path.Combine(repository.Root, "fluxlint.yaml"), target], Files());
    }

    [Fact]
    public void Who_was_killed_at_work_is_not_waited_for()
    {
        Write("old");
        var left = Path.Combine(repository.Root, ".fluxlint-report");
        File.WriteAllText(left, "half");

        Assert.Throws<IOException>(() => AtomicFile.Update(target, "old"u8.ToArray(), "new"u8.ToArray()));
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddMinutes(-2));
        AtomicFile.Update(target, "old"u8.ToArray(), "new"u8.ToArray());

        Assert.Equal("new", File.ReadAllText(target));
        Assert.False(File.Exists(left));
    }

    private void Write(string text) => AtomicFile.Write(target, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private string[] Files() => [.. Directory.GetFiles(repository.Root).Order(StringComparer.Ordinal)];
}
