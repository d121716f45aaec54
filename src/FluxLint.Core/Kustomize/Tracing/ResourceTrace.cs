using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Tracing;

/// <summary>The history of the fields of a rendered object.</summary>
public sealed class ResourceTrace
{
    private readonly List<YamlNode> nodes = [];
    private readonly List<FieldStep> steps = [];
    private readonly ImmutableArray<FieldTrace>.Builder found = ImmutableArray.CreateBuilder<FieldTrace>();

    private ResourceTrace()
    {
    }

    /// <summary>The fields below a path, or all of the object's, leaf by leaf in document order; none when there is nothing at the path.</summary>
    public static ImmutableArray<FieldTrace> Of(Resource resource, FieldPath? below = null)
    {
        var trace = new ResourceTrace();
        YamlNode? node = resource.Root;
        foreach (var step in below?.Steps ?? [])
        {
            trace.nodes.Add(node);
            trace.steps.Add(node is YamlSequence ? step with { IsIndex = true } : step with { IsIndex = false });
            node = FieldPath.Follow(node, step);
            if (node is null)
                return [];
        }
        trace.Visit(node);
        return trace.found.ToImmutable();
    }

    private void Visit(YamlNode node)
    {
        nodes.Add(node);
        switch (node)
        {
            case YamlMapping { Entries: { IsEmpty: false } entries } mapping:
                foreach (var (key, value) in entries)
                {
                    if (key is YamlScalar { Value: var name } && ReferenceEquals(mapping[name], value))
                        Visit(new FieldStep(name), value);
                }
                break;
            case YamlSequence { Items: { IsEmpty: false } items }:
                for (var i = 0; i < items.Length; i++)
                    Visit(new FieldStep(i.ToString(CultureInfo.InvariantCulture), IsIndex: true), items[i]);
                break;
            default:
                found.Add(new(steps.Aggregate(FieldPath.Root, (path, step) => path.Add(step)), node, OriginChain.Of(nodes, steps)));
                break;
        }
        nodes.RemoveAt(nodes.Count - 1);
    }

    private void Visit(FieldStep step, YamlNode node)
    {
        steps.Add(step);
        Visit(node);
        steps.RemoveAt(steps.Count - 1);
    }
}
