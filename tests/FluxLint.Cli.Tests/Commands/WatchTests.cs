namespace FluxLint.Cli.Tests.Commands;

/// <summary><c>fluxlint lint --watch</c>.</summary>
public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFleet fleet = new();
    private readonly StringWriter notes = new() { NewLine = "\n" };

    public void Dispose()
    {
        notes.Dispose();
        fleet.Dispose();
    }

    [Fact]
    public async Task A_change_is_linted_again_until_it_is_told_to_stop()
    {
        using var stop = new CancellationTokenSource();
        using var error = TextWriter.Synchronized(notes);
        var session = new Session { Output = Stream.Null, Error = error, Directory = fleet.Root };
        var report = Path.Combine(fleet.Root, "report.json");

        var run = Task.Run(() => FluxLintCommand.Run(session, ["lint", "--watch", "--output", "json=report.json"], stop.Token));
        Assert.True(SpinWait.SpinUntil(() => Runs(error) > 0, Patience), notes.ToString());
        Assert.DoesNotContain("FLX6002", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        fleet.Edit("infrastructure/base/reflector/kustomization.yaml", "namespace: shared-system", "namespace: reflector");
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText(report).Contains("FLX6002", StringComparison.Ordinal), Patience), notes.ToString());

        // Its own report is no change.
        await Task.Delay(TimeSpan.FromSeconds(1));
        var runs = Runs(error);
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Equal(runs, Runs(error));

        await stop.CancelAsync();
        Assert.Equal(130, await run.WaitAsync(Patience));
    }

    [Fact]
    public async Task New_policies_are_seen_and_packs_are_for_the_next_start()
    {
        using var stop = new CancellationTokenSource();
        using var error = TextWriter.Synchronized(notes);
        var session = new Session { Output = Stream.Null, Error = error, Directory = fleet.Root };
        var report = Path.Combine(fleet.Root, "report.json");
        await File.AppendAllTextAsync(Path.Combine(fleet.Root, "fluxlint.yaml"), "policyFiles: [\"policies/*\"]\n");
        await WritePolicy("ORG1");

        var run = Task.Run(() => FluxLintCommand.Run(session, ["lint", "--watch", "--output", "json=report.json"], stop.Token));
        Assert.True(SpinWait.SpinUntil(() => Runs(error) > 0, Patience), notes.ToString());
        Assert.DoesNotContain("ORG2", await File.ReadAllTextAsync(report), StringComparison.Ordinal);
        await WritePolicy("ORG2");
        Assert.True(SpinWait.SpinUntil(() => File.ReadAllText(report).Contains("ORG2", StringComparison.Ordinal), Patience), notes.ToString());
        File.Delete(Path.Combine(fleet.Root, "policies/ORG2.fluxlint-policy.yaml"));
        Assert.True(SpinWait.SpinUntil(() => !File.ReadAllText(report).Contains("ORG2", StringComparison.Ordinal), Patience), notes.ToString());
        await File.WriteAllTextAsync(Path.Combine(fleet.Root, "fluxlint.lock.json"), "{}");
        Assert.True(SpinWait.SpinUntil(() => Said(error, "other packs are asked for than those that run: end this and start it again"), Patience), notes.ToString());

        await stop.CancelAsync();
        Assert.Equal(130, await run.WaitAsync(Patience));
    }

    private Task WritePolicy(string id)
    {
        Directory.CreateDirectory(Path.Combine(fleet.Root, "policies"));
        return File.WriteAllTextAsync(Path.Combine(fleet.Root, $"policies/{id}.fluxlint-policy.yaml"), $"id: {id}\nname: {id.ToLowerInvariant()}-policy\ntitle: Every object has an owner\nrequire: [metadata.annotations.owner]\n");
    }

    private bool Said(TextWriter error, string line)
    {
        lock (error)
            return notes.ToString().Split('\n').Contains(line);
    }

    // What a synchronised writer writes it writes under its own lock.
    private int Runs(TextWriter error)
    {
        lock (error)
            return notes.ToString().Split('\n').Count(line => line.StartsWith("linted in ", StringComparison.Ordinal));
    }
}
