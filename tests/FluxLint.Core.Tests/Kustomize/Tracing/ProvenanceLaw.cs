using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kustomize.Tracing;

/// <summary>What holds for the history of every field, whatever was built.</summary>
internal sealed class ProvenanceLaw(Repository repository)
{
    private static readonly HashSet<string> Literal =
        [Provenance.Written, Provenance.Patch, Provenance.Namespace, Provenance.Label, Provenance.Annotation, Provenance.Replicas];

    private readonly Dictionary<string, string?> texts = [];

    /// <summary>What is wrong with the histories of a resource.</summary>
    public IEnumerable<string> Breaches(Resource resource) =>
        from field in ResourceTrace.Of(resource)
        from breach in Breaches(field)
        select $"{resource} {field.Path}: {breach}";

    private IEnumerable<string> Breaches(FieldTrace field)
    {
        if (!YamlNode.DataEquals(field.Origins[^1].Value, field.Value))
            yield return "the last step gives another value";
        for (var i = 0; i < field.Origins.Length; i++)
        {
            var origin = field.Origins[i];
            if (origin.Step == Provenance.Written && i > 0)
                yield return $"it was written at {origin.Location} although it was there before";
            if (origin.Cause is null != (origin.Step == Provenance.Written))
                yield return $"the {origin.Step} at {origin.Location} has no cause, or has one without need";
            if (!Exists(origin.Location))
                yield return $"{origin.Location} is no place of a file";
            else if (Literal.Contains(origin.Step) && origin.Value is YamlScalar scalar && Read(scalar) is var read && read != scalar.Value.TrimEnd())
                yield return $"{origin.Location} has '{read}', and not '{scalar.Value}' ({origin.Step})";
            if (origin.Cause is { } cause && (!Exists(cause) || cause.Span.Length == 0))
                yield return $"the cause {cause} is no place of a file";
        }
    }

    private bool Exists(Location location)
    {
        if (!texts.TryGetValue(location.Path, out var text))
            texts[location.Path] = text = repository.Text(location.Path)?.Text;
        return text == location.Source.Text && location.Span.End <= text.Length;
    }

    /// <summary>What the characters that a scalar points at hold.</summary>
    private static string? Read(YamlScalar scalar)
    {
        var text = scalar.Source.Slice(scalar.Span).ToString();
        return text.Length == 0 ? "" : (YamlTree.Parse(SourceText.From("span", text)).Documents[0].Root as YamlScalar)?.Value.TrimEnd();
    }
}
