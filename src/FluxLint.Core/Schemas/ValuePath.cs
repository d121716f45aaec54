using System.Globalization;
using System.Text;

namespace FluxLint.Schemas;

/// <summary>The way from the root of an object to the value at hand; written out only when there is something to say about it.</summary>
internal sealed class ValuePath
{
    // A field has a name, an item of a list its number.
    private readonly List<string?> names = [];
    private readonly List<int> numbers = [];

    /// <summary>Whether the value is the object itself.</summary>
    public bool IsRoot => names.Count == 0;

    /// <summary>Whether the value is the object's own metadata, which the API server knows without a schema.</summary>
    public bool IsMetadata => names is ["metadata"];

    public void Enter(string name) => Enter(name, 0);

    public void Enter(int index) => Enter(null, index);

    public void Leave()
    {
        names.RemoveAt(names.Count - 1);
        numbers.RemoveAt(numbers.Count - 1);
    }

    /// <summary>The path to a field of the value at hand.</summary>
    public string To(string field) => IsRoot ? field : $"{this}.{field}";

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] is not { } name)
                text.Append(CultureInfo.InvariantCulture, $"[{numbers[i]}]");
            else if (name.Contains('.', StringComparison.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"[{name}]");
            else
                text.Append(text.Length == 0 ? "" : ".").Append(name);
        }
        return text.ToString();
    }

    private void Enter(string? name, int number)
    {
        names.Add(name);
        numbers.Add(number);
    }
}
