namespace FluxLint.Testing;

/// <summary>A <c>#~</c> line that is not a marker.</summary>
public sealed class MarkerException : FormatException
{
    /// <summary>Makes one.</summary>
    /// <param name="line">Line from 1, marker lines counted.</param>
    /// <param name="reason">What is wrong.</param>
    public MarkerException(int line, string reason)
        : base($"line {line}: {reason}") => Line = line;

    /// <summary>Line from 1, marker lines counted.</summary>
    public int Line { get; }
}
