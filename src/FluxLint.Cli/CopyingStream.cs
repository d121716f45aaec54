namespace FluxLint.Cli;

/// <summary>Writes to a stream, and the same to a copy.</summary>
internal sealed class CopyingStream(Stream stream, MemoryStream copy) : ForwardingStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        stream.Write(buffer);
        copy.Write(buffer);
    }

    public override void Flush() => stream.Flush();
}
