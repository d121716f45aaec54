using System.Text;

namespace FluxLint.Reporting;

/// <summary>A text that takes in parts as long as they fit.</summary>
/// <param name="maximum">The most bytes it may have as UTF-8.</param>
internal sealed class SizedText(int maximum)
{
    private readonly StringBuilder text = new();
    private int bytes;

    /// <summary>Adds a part, unless it is too long.</summary>
    public bool TryAdd(string part)
    {
        var size = Encoding.UTF8.GetByteCount(part);
        if (bytes + size > maximum)
            return false;
        bytes += size;
        text.Append(part);
        return true;
    }

    /// <summary>Adds a part whatever its length.</summary>
    public void Add(string part) => text.Append(part);

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
