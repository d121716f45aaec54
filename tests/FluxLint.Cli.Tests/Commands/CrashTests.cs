namespace FluxLint.Cli.Tests.Commands;

/// <summary>What a user sees of a fault of the tool itself.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly SmallRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task A_fault_of_the_tool_is_one_sentence_and_exit_code_2()
    {
        repository.Write("app.yaml", "a: 1\n");

        var run = await CommandRun.Of(session => session with { Output = new Faulty(new InvalidOperationException("nobody thought of it.")) }, repository.Root, "lint");

        Assert.Equal(2, run.ExitCode);
        Assert.EndsWith("error: fluxlint ran into a fault of its own, InvalidOperationException: nobody thought of it. Please report it at https://github.com/fluxlint/fluxlint/issues\n", run.Error);
    }

    [Fact]
    public async Task An_output_that_is_gone_is_no_fault_of_the_tool()
    {
        var run = await CommandRun.Of(session => session with { Output = new Faulty(new IOException("Broken pipe")) }, repository.Root, "rules");

        Assert.Equal((2, "error: the standard output cannot be written: Broken pipe\n"), (run.ExitCode, run.Error));
    }

    /// <summary>A stream that takes nothing.</summary>
    private sealed class Faulty(Exception fault) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw fault;

        public override void Write(ReadOnlySpan<byte> buffer) => throw fault;
    }
}
