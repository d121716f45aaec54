namespace FluxLint.Cli;

/// <summary>A stream for what is said beside the work: where nobody can hear it, because it is closed or full, the exit code has to do.</summary>
internal sealed class UnheardStream(Stream stream) : ForwardingStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            stream.Write(buffer);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // There is no place left to say so.
        }
    }

    public override void Flush()
    {
    }
}
