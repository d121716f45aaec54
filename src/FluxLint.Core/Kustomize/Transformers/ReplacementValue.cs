using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>The value of a replacement on its way into one field.</summary>
/// <param name="node">Where the value was written.</param>
/// <param name="text">The value as text; empty for a collection.</param>
/// <param name="isPart">Whether the text is a part of the node only.</param>
/// <param name="isSecret">Whether it is the value of a Secret.</param>
internal sealed class ReplacementValue(YamlNode node, string text, bool isPart, bool isSecret = false)
{
    /// <summary>Whether the value is a scalar.</summary>
    public bool IsScalar => node is YamlScalar;

    /// <summary>Whether it is the value of a Secret.</summary>
    public bool IsSecret => isSecret;

    /// <summary>Whether the field may become larger than the value that was written: what holds a collection in itself, or is added to.</summary>
    public bool IsGrowing(ReplacementOptions options) => !IsScalar || options.Delimiter.Length > 0;

    /// <summary>An empty collection of the value's kind; null for a scalar.</summary>
    public YamlNode? EmptyCollection(Location place) => node switch
    {
        YamlMapping => new YamlMapping(place.Source, place.Span, []),
        YamlSequence => new YamlSequence(place.Source, place.Span, []),
        _ => null,
    };

    /// <summary>The field with the value in it; null, with the reason, when it does not take it.</summary>
    /// <param name="present">What stands in the field; null where nothing does.</param>
    /// <param name="isNew">Whether the field was just created, so that it has no type yet.</param>
    /// <param name="options">The options of the target.</param>
    /// <param name="cause">What asks for it.</param>
    /// <param name="problem">Why the field does not take the value.</param>
    public YamlNode? PutInto(YamlNode? present, bool isNew, ReplacementOptions options, Location cause, out string problem)
    {
        problem = "";
        var scalar = isNew ? null : present as YamlScalar;
        if (options.Delimiter.Length > 0 && (isNew ? !IsScalar : scalar is null))
        {
            problem = "a 'delimiter' only works on text, and the target is a collection";
            return null;
        }
        if (scalar is null && !(isNew && IsScalar))
            return Mark(Whole(), present, cause);
        var content = options.Delimiter.Length > 0 ? Insert((present as YamlScalar)?.Value ?? "", options) : text;
        if (scalar is not null && scalar.Value == content)
            return present;
        var made = TypedScalar.Create(content, node, scalar);
        if (made is null && scalar is not null)
            problem = $"{(isSecret ? SecretContent.Stand : $"'{content}'")} is not {TypedScalar.Describe(scalar)}, which the target is";
        return made is null ? null : Mark(made, present, cause);
    }

    private YamlNode Mark(YamlNode value, YamlNode? replaced, Location cause) =>
        value.WithDerivation(new(ProvenanceStep.Replacement, cause, replaced) { HasSecret = isSecret });

    private YamlNode Whole() => isPart && node is YamlScalar scalar ? TypedScalar.Create(text, node, scalar) ?? node : node;

    private string Insert(string present, ReplacementOptions options)
    {
        var parts = present.Split(options.Delimiter).ToImmutableArray();
        var changed = options.Index < 0 ? parts.Insert(0, text)
            : options.Index >= parts.Length ? parts.Add(text)
            : parts.SetItem(options.Index, text);
        return string.Join(options.Delimiter, changed);
    }
}
