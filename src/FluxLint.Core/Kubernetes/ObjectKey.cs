namespace FluxLint.Kubernetes;

/// <summary>What names an object in a cluster, in whatever version its manifest is written.</summary>
/// <param name="Group">API group; empty for the core group.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Namespace">Namespace; empty for kinds without one, and where none is set.</param>
/// <param name="Name">Name.</param>
public sealed record ObjectKey(string Group, string Kind, string Namespace, string Name)
{
    // A cluster looks for each of its objects in many tables; 0 until the first.
    private int hash;

    // The copy that 'with' changes has a hash of its own.
    private ObjectKey(ObjectKey other) => (Group, Kind, Namespace, Name) = (other.Group, other.Kind, other.Namespace, other.Name);

    /// <inheritdoc/>
    public bool Equals(ObjectKey? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Name == other.Name && Kind == other.Kind && Namespace == other.Namespace && Group == other.Group);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (hash == 0)
            hash = HashCode.Combine(Group, Kind, Namespace, Name);
        return hash;
    }
}
