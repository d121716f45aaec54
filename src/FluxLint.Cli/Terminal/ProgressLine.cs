using System.Globalization;

namespace FluxLint.Cli.Terminal;

/// <summary>Tells on one line how far a long lint is, and takes the line away in the end. A short lint never shows it.</summary>
internal sealed class ProgressLine : IProgress<LintProgress>, IDisposable
{
    private const string ClearLine = "\r\e[K";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private readonly TextWriter writer;
    private readonly Timer timer;
    private LintProgress latest;
    private bool isShown;
    private bool isDone;

    /// <summary>Starts to wait.</summary>
    /// <param name="writer">The terminal.</param>
    /// <param name="delay">How long a lint may take before the line appears.</param>
    public ProgressLine(TextWriter writer, TimeSpan delay)
    {
        this.writer = writer;
        timer = new(_ => Show(), null, delay, Interval);
    }

    public void Report(LintProgress value)
    {
        lock (gate)
        {
            if (value.Stage > latest.Stage || (value.Stage == latest.Stage && value.Done >= latest.Done))
                latest = value;
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            isDone = true;
            if (isShown)
                writer.Write(ClearLine);
            writer.Flush();
        }
    }

    /// <summary>What the line says.</summary>
    public static string Text(LintProgress progress) => progress.Stage switch
    {
        LintStage.Reading when progress.Total > 0 => string.Create(CultureInfo.InvariantCulture, $"reading files: {progress.Done:N0} of {progress.Total:N0}"),
        LintStage.Reading => "looking for files",
        LintStage.Building => "building clusters",
        _ => "checking",
    };

    private void Show()
    {
        lock (gate)
        {
            if (isDone)
                return;
            isShown = true;
            writer.Write(ClearLine + Text(latest));
            writer.Flush();
        }
    }
}
