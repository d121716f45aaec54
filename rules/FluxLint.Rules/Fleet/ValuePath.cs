using System.Collections.Immutable;

namespace FluxLint.Rules.Fleet;

/// <summary>The keys to a value. Those of one root are the same instance where they are equal, so that the values of many clusters are quickly told apart.</summary>
internal sealed class ValuePath
{
    private readonly Dictionary<string, ValuePath> below = new(StringComparer.Ordinal);

    /// <summary>The path without keys, from which others start.</summary>
    public ValuePath()
        : this([])
    {
    }

    private ValuePath(ImmutableArray<string> keys) => Keys = keys;

    /// <summary>The keys.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>The path with one more key. Not safe on many threads.</summary>
    public ValuePath this[string key] => below.TryGetValue(key, out var path) ? path : below[key] = new(Keys.Add(key));

    /// <summary>The keys with dots between them.</summary>
    public override string ToString() => string.Join('.', Keys);
}
