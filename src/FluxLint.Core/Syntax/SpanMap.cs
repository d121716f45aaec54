using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>Maps places in a parsed text to places in the file around it.</summary>
internal abstract class SpanMap
{
    /// <summary>The map of a text that is the whole file.</summary>
    public static SpanMap Identity { get; } = new Shift(0);

    /// <summary>The place in the file of an offset in the parsed text.</summary>
    public abstract int Map(int offset);

    public virtual TextSpan Map(int start, int end)
    {
        var first = Map(start);
        return TextSpan.FromBounds(first, Math.Max(first, end > start ? Map(end - 1) + 1 : first));
    }

    /// <summary>The map of a scalar's content. Where the content is not what stands in the file, all of it maps to the whole scalar.</summary>
    public static SpanMap Of(YamlScalar scalar)
    {
        if (scalar.Style == ScalarStyle.Plain && scalar.Source.Slice(scalar.Span).SequenceEqual(scalar.Value))
            return new Shift(scalar.Span.Start);
        return ScalarAligner.Align(scalar) is { } places ? new Places(places, scalar.Span.End) : new Whole(scalar.Span);
    }

    /// <summary>The map of a text that stands in no file: all of it maps to the same characters.</summary>
    public static SpanMap To(TextSpan span) => new Whole(span);

    private sealed class Shift(int by) : SpanMap
    {
        public override int Map(int offset) => offset + by;
    }

    private sealed class Whole(TextSpan span) : SpanMap
    {
        public override int Map(int offset) => span.Start;

        public override TextSpan Map(int start, int end) => span;
    }

    /// <summary>The place of every character.</summary>
    private sealed class Places(TextSpan[] places, int end) : SpanMap
    {
        public override int Map(int offset) => offset < places.Length ? places[offset].Start : end;

        public override TextSpan Map(int start, int end)
        {
            var first = Map(start);
            return TextSpan.FromBounds(first, end > start ? Math.Max(first, places[end - 1].End) : first);
        }
    }
}
