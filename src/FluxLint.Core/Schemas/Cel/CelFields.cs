namespace FluxLint.Schemas.Cel;

/// <summary>What a map holds.</summary>
internal abstract class CelFields
{
    /// <summary>The keys in order.</summary>
    public abstract IEnumerable<CelValue> Keys { get; }

    /// <summary>The value of a key; null when there is none.</summary>
    public abstract CelValue? Find(CelValue key);

    /// <summary>The number of keys.</summary>
    public virtual int Count => Keys.Count();
}
