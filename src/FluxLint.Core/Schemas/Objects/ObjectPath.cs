using System.Globalization;

namespace FluxLint.Schemas;

/// <summary>The way from the root of an object to a field in it; written out only when there is something to say about it.</summary>
internal sealed class ObjectPath
{
    private readonly ObjectPath? owner;
    private readonly string name;
    private readonly int index;

    private ObjectPath(ObjectPath? owner, string name, int index)
    {
        this.owner = owner;
        this.name = name;
        this.index = index;
    }

    /// <summary>The <c>spec</c> of an object.</summary>
    public static ObjectPath Spec { get; } = Of("spec");

    /// <summary>The path to a field of a field.</summary>
    public ObjectPath this[string field] => new(this, field, -1);

    /// <summary>The path to an item of a list in a field.</summary>
    public ObjectPath this[string field, int item] => new(this, field, item);

    /// <summary>The path to a field at the root.</summary>
    public static ObjectPath Of(string field) => new(null, field, -1);

    /// <summary>The path to an item of a list at the root.</summary>
    public static ObjectPath Of(string field, int item) => new(null, field, item);

    /// <inheritdoc/>
    public override string ToString()
    {
        var step = index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");
        return owner is null ? step : name.Contains('.', StringComparison.Ordinal) ? $"{owner}[{step}]" : $"{owner}.{step}";
    }
}
