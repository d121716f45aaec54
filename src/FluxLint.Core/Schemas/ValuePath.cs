using System.Globalization;
using System.Text;

namespace FluxLint.Schemas;

/// <summary>The way from the root of an object to the value at hand; written out only when there is something to say about it.</summary>
internal sealed class ValuePath
{
    private readonly List<(string? Name, int Index)> steps = [];

    /// <summary>Whether the value is the object itself.</summary>
    public bool IsRoot => steps.Count == 0;

    /// <summary>Whether the value is the object's own metadata, which the API server knows without a schema.</summary>
    public bool IsMetadata => steps is [("metadata", _)];

    public void Enter(string name) => steps.Add((name, 0));

    public void Enter(int index) => steps.Add((null, index));

    public void Leave() => steps.RemoveAt(steps.Count - 1);

    /// <summary>The path to a field of the value at hand.</summary>
    public string To(string field) => steps.Count == 0 ? field : $"{this}.{field}";

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in steps)
        {
            if (name is null)
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else if (name.Contains('.', StringComparison.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"[{name}]");
            else
                text.Append(text.Length == 0 ? "" : ".").Append(name);
        }
        return text.ToString();
    }
}
