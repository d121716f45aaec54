using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Tracing;

/// <summary>The way from the root of an object to a field, such as <c>metadata.annotations['a.b/c']</c> or <c>spec.values.hosts[0]</c>.</summary>
internal sealed class FieldPath
{
    private FieldPath(ImmutableArray<FieldStep> steps) => Steps = steps;

    /// <summary>The path of the object itself.</summary>
    public static FieldPath Root { get; } = new([]);

    /// <summary>The keys and indexes, outermost first.</summary>
    public ImmutableArray<FieldStep> Steps { get; }

    /// <summary>The path of some steps.</summary>
    internal static FieldPath Of(ImmutableArray<FieldStep> steps) => new(steps);

    /// <summary>The path of some keys.</summary>
    internal static FieldPath OfKeys(ReadOnlySpan<string> keys)
    {
        var steps = ImmutableArray.CreateBuilder<FieldStep>(keys.Length);
        foreach (var key in keys)
            steps.Add(new(key));
        return new(steps.MoveToImmutable());
    }

    /// <summary>Reads a path with dots and brackets, or one with slashes; null when it is neither.</summary>
    public static FieldPath? Parse(string text)
    {
        var first = text.AsSpan().IndexOfAny("./[");
        return first >= 0 && text[first] == '/' ? OfSlashes(text) : new FieldPathReader(text).Read() is { } steps ? new(steps) : null;
    }

    /// <summary>This path with one more step.</summary>
    public FieldPath Add(FieldStep step) => new(Steps.Add(step));

    /// <summary>What a step leads to; null when it leads nowhere.</summary>
    public static YamlNode? Follow(YamlNode node, FieldStep step) => node switch
    {
        YamlMapping mapping => mapping[step.Name],
        YamlSequence { Items: var items } when Index(step) is { } index && index < items.Length => items[index],
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, isIndex) in Steps)
        {
            if (isIndex)
                text.Append('[').Append(name).Append(']');
            else if (IsPlain(name))
                text.Append(text.Length == 0 ? "" : ".").Append(name);
            else
                text.Append("['").Append(name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
        }
        return text.ToString();
    }

    private static int? Index(FieldStep step) =>
        int.TryParse(step.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    // As JSON pointers (RFC 6901) have it; a slash at the start may be left out.
    private static FieldPath OfSlashes(string text) =>
        new([.. text.TrimStart('/').Split('/').Select(part => new FieldStep(part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))]);

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.AsSpan().IndexOfAnyExcept(PlainCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> PlainCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
}
