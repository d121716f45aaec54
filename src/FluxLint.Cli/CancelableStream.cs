namespace FluxLint.Cli;

/// <summary>A stream that takes nothing more once the work is to stop: reports, which take long in large fleets, so end in the middle.</summary>
internal sealed class CancelableStream(Stream stream, CancellationToken cancellation) : ForwardingStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        stream.Write(buffer);
    }

    public override void Flush() => stream.Flush();
}
