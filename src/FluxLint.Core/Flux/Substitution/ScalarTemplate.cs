using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Output;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>A scalar with a <c>$</c>, as the text that Flux substitutes in: the scalar as kustomize prints it.</summary>
internal sealed class ScalarTemplate
{
    private ScalarTemplate(YamlScalar node, bool isBlock, Template template)
    {
        Node = node;
        IsBlock = isBlock;
        Template = template;
    }

    /// <summary>The scalar.</summary>
    public YamlScalar Node { get; }

    /// <summary>Whether it is printed as a literal block, of which the template has the content.</summary>
    public bool IsBlock { get; }

    /// <summary>Whether it is printed as it is, without quotes.</summary>
    public bool IsPlain { get; private init; }

    /// <summary>The text; when it is printed in quotes, with these.</summary>
    public Template Template { get; }

    /// <summary>What the text refers to, in the order of the template's references.</summary>
    public ImmutableArray<VariableReference> References { get; private init; } = [];

    /// <summary>What the text refers to behind an escape.</summary>
    public ImmutableArray<VariableReference> Escapes { get; private init; } = [];

    /// <summary>What is wrong with the text; null when nothing is.</summary>
    public BuildProblem? Problem { get; private init; }

    /// <summary>Reads a scalar; null when there is nothing to substitute in it.</summary>
    public static ScalarTemplate? Of(YamlScalar scalar, ScalarPlace place)
    {
        if (!scalar.Value.Contains('$'))
            return null;
        var value = place == ScalarPlace.Key ? scalar.CanonicalValue : NextLines.Folded(scalar.CanonicalValue);
        var isBlock = place != ScalarPlace.Key && value.Contains('\n') && ScalarShape.Of(value).IsBlock;
        var printed = isBlock ? value : Print(value);
        var template = Template.Of(printed);
        if (template is { References: [], Fault: null } && !printed.Contains("$$", StringComparison.Ordinal))
            return null;
        var map = value == scalar.Value ? SpanMap.Of(scalar) : SpanMap.To(scalar.Span);
        // Quotes and escapes move what they stand around, so the places are those in the content.
        var written = printed == value ? template : Template.Of(value);
        return new(scalar, isBlock, template)
        {
            IsPlain = !isBlock && printed == value,
            References = Locate(scalar, map, template.References, written.References),
            Escapes = Locate(scalar, map, template.Escapes, written.Escapes),
            Problem = template.Fault is { } fault ? Describe(scalar, map, fault, written) : null,
        };
    }

    private static string Print(string value)
    {
        var output = new OutputText();
        // As a key it is never broken into lines, which makes no difference to who reads it.
        new ScalarWriter(output).Write(value, 0, isSimpleKey: true);
        return output.ToString();
    }

    private static ImmutableArray<VariableReference> Locate(YamlScalar scalar, SpanMap map, ImmutableArray<TemplateMention> mentions, ImmutableArray<TemplateMention> written) =>
    [
        .. mentions.Select((mention, i) => new VariableReference(
            mention.Name,
            written.Length == mentions.Length ? Place(scalar, map, written[i].Span) : scalar.Location,
            mention.HasDefault,
            mention.IsEscaped,
            scalar)),
    ];

    private static BuildProblem Describe(YamlScalar scalar, SpanMap map, TemplateFault fault, Template written)
    {
        var place = written.Fault is { } same ? Place(scalar, map, same.Span) : scalar.Location;
        var text = (written.Fault is null ? "" : written.Text[written.Fault.Span.Start..written.Fault.Span.End]).ReplaceLineEndings(" ");
        return new(BuildProblemKind.Refused, place, $"Flux cannot substitute '{text}': {fault.Message}") { Help = fault.Help };
    }

    private static Location Place(YamlScalar scalar, SpanMap map, TextSpan span) => new(scalar.Source, map.Map(span.Start, span.End));
}
