using System.Text;

namespace FluxLint.Cli.Tests.Commands;

/// <summary><c>fluxlint lint --watch</c>.</summary>
public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFleet fleet = new();

    public void Dispose() => fleet.Dispose();

    [Fact]
    public async Task A_change_is_linted_again_until_it_is_told_to_stop()
    {
        using var stop = new CancellationTokenSource();
        using var output = Stream.Synchronized(new MemoryStream());
        using var text = new StringWriter { NewLine = "\n" };
        var error = TextWriter.Synchronized(text);
        var session = new Session { Output = output, Error = error, Directory = fleet.Root };

        var run = Task.Run(() => FluxLintCommand.Run(session, ["lint", "--watch", "--output", "msbuild", "--output", "json=report.json"], stop.Token));
        Assert.True(Wait(1), Notes());
        fleet.Edit("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector");
        Assert.True(Wait(2), Notes());
        await stop.CancelAsync();

        Assert.Equal(1, await run.WaitAsync(Patience));
        Assert.Equal(2, Runs());
        output.Position = 0;
        using var reader = new StreamReader(output, Encoding.UTF8, leaveOpen: true);
        var line = Assert.Single((await reader.ReadToEndAsync()).TrimEnd().Split('\n'));
        Assert.StartsWith("infrastructure/base/reflector/kustomization.yaml(3,12,", line, StringComparison.Ordinal);

        bool Wait(int runs) => SpinWait.SpinUntil(() => Runs() >= runs, Patience);

        int Runs() => Notes().Split('\n').Count(line => line.StartsWith("linted in ", StringComparison.Ordinal));

        string Notes()
        {
            // What a synchronised writer writes it writes under its own lock.
            lock (error)
                return text.ToString();
        }
    }
}
