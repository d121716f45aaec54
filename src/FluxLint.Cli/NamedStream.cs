namespace FluxLint.Cli;

/// <summary>A stream that says which one it is when it takes nothing: the words of the system are about a disk that nobody named.</summary>
internal sealed class NamedStream(Stream stream, string name) : ForwardingStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            stream.Write(buffer);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Named(failure);
        }
    }

    public override void Flush()
    {
        try
        {
            stream.Flush();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Named(failure);
        }
    }

    private LostOutputException Named(Exception failure) => new($"{name} cannot be written: {failure.Message}", failure);
}
