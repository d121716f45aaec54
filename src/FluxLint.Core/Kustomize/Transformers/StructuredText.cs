using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Kustomize.Transformers;

/// <summary>
/// A path of a replacement that goes on inside JSON or YAML which a field holds as text, as from kustomize 5.8
/// (<c>api/filters/replacement</c>). The options of the target but for <c>create</c> have no effect there.
/// </summary>
internal static class StructuredText
{
    /// <summary>The object with the value in its text; null where the path does not lead into one, so that it is an ordinary path.</summary>
    /// <param name="root">The object.</param>
    /// <param name="steps">The path.</param>
    /// <param name="value">The value.</param>
    /// <param name="creates">Whether a field that is missing in the text is added.</param>
    /// <param name="cause">The path as written.</param>
    public static YamlMapping? Put(YamlMapping root, ImmutableArray<string> steps, ReplacementValue value, bool creates, Location cause)
    {
        for (var i = 1; i < steps.Length; i++)
        {
            if (DottedPath.Lookup(root, steps[..i]) is not YamlScalar { IsNull: false } field)
                continue;
            if (Parse(field.Value) is not { } content)
                continue;
            var walk = new ReplacementWalk(steps[i..], value, ReplacementOptions.None with { Create = creates }, cause);
            var changed = walk.Apply(content);
            if (walk.Problem is not null || walk.Fields == 0)
                return null;
            var text = field.Value.TrimStart() is ['{' or '[', ..] ? CompactJson.Write(changed, field.Value) : YamlText.Write(field.Value, content, changed);
            var written = new YamlScalar(field.Source, field.Span, text, field.Style).WithDerivation(new(ProvenanceStep.Replacement, cause, field) { HasSecret = value.IsSecret });
            return (YamlMapping)Replace(root, field, written);
        }
        return null;
    }

    private static YamlNode? Parse(string text)
    {
        var tree = YamlTree.Parse(SourceText.From("", text));
        return tree is { IsBroken: false, Documents: [{ Expanded: YamlMapping or YamlSequence } first, ..] } ? first.Expanded : null;
    }

    private static YamlNode Replace(YamlNode node, YamlScalar field, YamlScalar written) => node switch
    {
        YamlMapping mapping => Replace(mapping, field, written),
        YamlSequence sequence => FieldWalk.Items(sequence, item => Replace(item, field, written)),
        _ => ReferenceEquals(node, field) ? written : node,
    };

    private static YamlMapping Replace(YamlMapping mapping, YamlScalar field, YamlScalar written)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is { } name && Replace(entry.Value, field, written) is { } changed && !ReferenceEquals(changed, entry.Value))
                return mapping.With(name, changed);
        }
        return mapping;
    }
}
