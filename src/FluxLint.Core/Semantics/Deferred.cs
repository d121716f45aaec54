namespace FluxLint.Semantics;

/// <summary>A value that is made when it is first asked for, once, and again by the next who asks when making it was stopped. Safe on many threads.</summary>
internal sealed class Deferred<T>(Func<CancellationToken, T> make, T? made = null)
    where T : class
{
    private readonly Lock making = new();
    private T? value = made;

    /// <summary>The value; null while nobody has asked for it.</summary>
    public T? Made => Volatile.Read(ref value);

    /// <summary>The value.</summary>
    /// <exception cref="OperationCanceledException">Making it was stopped.</exception>
    public T Get(CancellationToken cancellation = default)
    {
        if (Made is { } known)
            return known;
        lock (making)
            return value ??= make(cancellation);
    }
}
