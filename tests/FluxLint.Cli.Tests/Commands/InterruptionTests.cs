using System.Diagnostics;
using System.Text;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>Commands that are told to end before they are done.</summary>
public sealed class InterruptionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly SmallRepository repository = new();

    public InterruptionTests()
    {
        // A finding each, and together more than a pipe takes that nobody reads.
        for (var i = 0; i < 600; i++)
            repository.Write($"apps/{i}/kustomization.yaml", "resources:\n  - missing.yaml\n");
    }

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_a_lint_that_cannot_go_on(string signal, int expected)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = Start("lint", "--all", "--output", "text", "--output", "json=report.json");
        await process.StandardOutput.BaseStream.ReadExactlyAsync(new byte[1]);

        Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();

        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(expected, process.ExitCode);
        Assert.Equal(["apps", "fluxlint.yaml"], Directory.GetFileSystemEntries(repository.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_a_watch_that_waits(string signal, int expected)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = Start("lint", "--watch", "--quiet", "--output", "json");
        // What is written is whole when it begins to wait.
        var report = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line && line != "}")
            report.AppendLine(line);

        Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();

        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(expected, process.ExitCode);
        Assert.Contains("missing.yaml", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("json")]
    [InlineData("text")]
    [InlineData("junit")]
    public async Task A_report_that_is_stopped_leaves_no_file(string format)
    {
        using var stop = new CancellationTokenSource();
        var session = new Session { Output = new Stopping(stop), Error = TextWriter.Null, Directory = repository.Root };

        // The first report stops the second, which is under way to its file.
        var exitCode = await FluxLintCommand.Run(session, ["lint", "--output", "markdown", "--output", $"{format}=report"], stop.Token);

        Assert.Equal(130, exitCode);
        Assert.Equal(["apps", "fluxlint.yaml"], Directory.GetFileSystemEntries(repository.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Fixes_that_are_stopped_change_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var before = await File.ReadAllTextAsync(Path.Combine(repository.Root, "apps/0/kustomization.yaml"));

        var exitCode = await FluxLintCommand.Run(new() { Output = Stream.Null, Error = TextWriter.Null, Directory = repository.Root }, ["lint", "--fix", "--unsafe-fixes"], stop.Token);

        Assert.Equal((130, before), (exitCode, await File.ReadAllTextAsync(Path.Combine(repository.Root, "apps/0/kustomization.yaml"))));
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(TestedProgram.Path, arguments)
        {
            WorkingDirectory = repository.Root,
            RedirectStandardOutput = true,
        };
        start.Environment["XDG_CACHE_HOME"] = "/dev/null";
        return Process.Start(start) ?? throw new InvalidOperationException();
    }

    /// <summary>Takes everything, and stops the command at the end of what it takes.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : MemoryStream
    {
        public override void Flush() => stop.Cancel();
    }
}
