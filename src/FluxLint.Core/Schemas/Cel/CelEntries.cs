namespace FluxLint.Schemas.Cel;

/// <summary>A map that an expression makes. Keys that are equal are one, whatever type of number they have.</summary>
internal sealed class CelEntries : CelFields
{
    private readonly OrderedDictionary<CelValue, CelValue> entries = [];

    public override IEnumerable<CelValue> Keys => entries.Keys;

    public override int Count => entries.Count;

    /// <summary>Adds an entry; what it fails with when that is not possible.</summary>
    public CelValue.Failure? Add(CelValue key, CelValue value)
    {
        if (key is not (CelValue.Str or CelValue.Int or CelValue.Uint or CelValue.Bool))
            return new(FailureKind.Argument, "unsupported key type");
        return entries.TryAdd(Normal(key), value) ? null : new(FailureKind.Argument, "insert failed: key already exists");
    }

    public override CelValue? Find(CelValue key) => entries.TryGetValue(Normal(key), out var value) ? value : null;

    private static CelValue Normal(CelValue key) => key switch
    {
        CelValue.Uint { Value: <= long.MaxValue and var whole } => new CelValue.Int((long)whole),
        CelValue.Real { Value: var real } when real == Math.Floor(real) && Math.Abs(real) < 9e18 => new CelValue.Int((long)real),
        _ => key,
    };
}
