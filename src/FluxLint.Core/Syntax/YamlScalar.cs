using FluxLint.Diagnostics;
using FluxLint.Text;

namespace FluxLint.Syntax;

/// <summary>A scalar: text with a style, and what it resolves to.</summary>
public sealed class YamlScalar : YamlNode
{
    // One more than the kind, and 0 until somebody asks.
    private byte kind;

    internal YamlScalar(SourceText source, TextSpan span, string value, ScalarStyle style, YamlProperties? properties = null, Derivation? derivation = null)
        : base(source, span, properties, derivation)
    {
        Value = value;
        Style = style;
    }

    /// <summary>The content, with quotes and escapes undone.</summary>
    public string Value { get; }

    /// <summary>How it is written.</summary>
    public ScalarStyle Style { get; }

    /// <summary>What it is once it is read.</summary>
    public ScalarKind Kind
    {
        get
        {
            if (kind == 0)
                kind = (byte)(ScalarResolution.Of(this).Kind + 1);
            return (ScalarKind)(kind - 1);
        }
    }

    /// <summary>The value as it leaves for the API server in JSON: <c>0644</c> is 420, <c>1.0</c> is 1, a date is a timestamp. Text stays as it is.</summary>
    public string CanonicalValue => ScalarResolution.Of(this).Canonical ?? Value;

    /// <summary>Whether it is null or empty.</summary>
    public bool IsNull => Kind == ScalarKind.Null;

    /// <summary>Whether it is a whole number or a fraction.</summary>
    public bool IsNumber => Kind is ScalarKind.Integer or ScalarKind.Float;

    /// <summary>Makes a scalar that was not read from a file but caused by something in one.</summary>
    /// <param name="value">The content.</param>
    /// <param name="location">The characters that cause it.</param>
    /// <param name="isText">Whether it stays text even where its content reads like a number or a boolean.</param>
    internal static YamlScalar Create(string value, Location location, bool isText = true) =>
        new(location.Source, location.Span, value, isText ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain);

    /// <inheritdoc/>
    internal override YamlScalar WithDerivation(Derivation? derivation) => new(Source, Span, Value, Style, Properties, derivation);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
