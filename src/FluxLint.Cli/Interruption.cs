using System.Runtime.InteropServices;

namespace FluxLint.Cli;

/// <summary>
/// Ends a command when the user or the system asks for it. Work that hears of it in time cleans up behind itself; what does not is left
/// to end with the process, which is safe: files appear whole or not at all, and what is half written is taken away.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource cancellation = new();
    private readonly TaskCompletionSource<int> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private volatile int exitCode = ExitCode.Interrupted;

    /// <summary>Starts to listen.</summary>
    public Interruption()
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCode.Interrupted));
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCode.Terminated));
    }

    /// <summary>Runs a command until it ends, or has to; the exit code.</summary>
    public async Task<int> Run(Func<CancellationToken, Task<int>> command)
    {
        var running = Task.Run(() => command(cancellation.Token));
        var first = await await Task.WhenAny(running, ended.Task);
        if (!running.IsCompleted)
            AtomicFile.Abandon();
        return first == ExitCode.Interrupted ? exitCode : first;
    }

    public void Dispose()
    {
        interrupt.Dispose();
        terminate.Dispose();
    }

    private void Stop(PosixSignalContext context, int code)
    {
        context.Cancel = true;
        exitCode = code;
        cancellation.Cancel();
        Task.Delay(Grace).ContinueWith(_ => ended.TrySetResult(code), TaskScheduler.Default);
    }
}
