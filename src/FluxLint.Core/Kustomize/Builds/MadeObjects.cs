namespace FluxLint.Kustomize.Builds;

/// <summary>Counts the objects that builds made, those before an edit as well: it may say that there are too many when there are not, and never the other way round. Safe on many threads.</summary>
/// <param name="most">The most that a run may make.</param>
internal sealed class MadeObjects(long most)
{
    private long count;

    /// <summary>The number of objects.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>The most that a run may make.</summary>
    public long Most => most;

    /// <summary>Whether there may be more than a run may make.</summary>
    public bool MayBeTooMany => Count > most;

    public void Add(long more) => Interlocked.Add(ref count, more);
}
