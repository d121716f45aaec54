namespace FluxLint.Flux;

/// <summary>Where a scalar stands, which decides what YAML may be put in its place.</summary>
internal enum ScalarPlace
{
    /// <summary>Before the colon of an entry.</summary>
    Key,

    /// <summary>Behind the colon of an entry.</summary>
    Value,

    /// <summary>Behind the dash of an item.</summary>
    Item,
}
