using FluxLint.Diagnostics;
using FluxLint.Files;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Kustomize.Tracing;

/// <summary>What holds for the history of every field, whatever was built.</summary>
internal sealed class ProvenanceLaw(Repository repository)
{
    private static readonly HashSet<string> Literal =
        [ProvenanceStep.Written, ProvenanceStep.Patch, ProvenanceStep.Namespace, ProvenanceStep.Label, ProvenanceStep.Annotation, ProvenanceStep.Replicas];

    private readonly Dictionary<string, string?> texts = [];

    /// <summary>What is wrong with the histories of a resource.</summary>
    public IEnumerable<string> Breaches(Resource resource)
    {
        // A copied value may stand in several places, and is taken for the first.
        var places = new Dictionary<YamlNode, Place>(ReferenceEqualityComparer.Instance);
        return
            from field in resource.Fields()
            from breach in BreachesOfPlace(places.TryAdd(field.Value, field) ? field : places[field.Value]).Concat(Breaches(field))
            select $"{resource} {field.Field}: {breach}";
    }

    /// <summary>What a finding at a value tells, and what is traced from the root, must be the same.</summary>
    private static IEnumerable<string> BreachesOfPlace(Place traced)
    {
        var found = traced.Resource.PlaceOf(traced.Value);
        if (found.Field.ToString() != traced.Field.ToString())
            yield return $"a finding at the value stands at {found.Field}";
        if (!found.History.SequenceEqual(traced.History))
            yield return "a finding at the value has another history";
    }

    private IEnumerable<string> Breaches(Place field)
    {
        var history = field.History;
        if (!YamlNode.DataEquals(history[^1].Value, field.Value))
            yield return "the last step gives another value";
        for (var i = 0; i < history.Length; i++)
        {
            var origin = history[i];
            if (origin.Step == ProvenanceStep.Written && i > 0)
                yield return $"it was written at {origin.Location} although it was there before";
            if (origin.Cause is null != (origin.Step == ProvenanceStep.Written))
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
