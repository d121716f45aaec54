using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Output;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Flux;

/// <summary>Fills in the templates of a ResourceSet, step by step. What holds no template stays the node that it is.</summary>
internal sealed class ResourceSetWriter
{
    private const string Delimiter = "<<";

    private readonly Dictionary<YamlScalar, ImmutableArray<GoTemplateNode>> templates = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ObjectKey> written = [];
    private readonly GoTemplateBudget budget = new();

    /// <summary>Makes the objects of a step: each of <c>resources</c> with all inputs, then <c>resourcesTemplate</c> with all inputs.</summary>
    /// <param name="step">The mapping with both fields.</param>
    /// <param name="inputs">The inputs; null when the set takes none, and everything is made once.</param>
    /// <exception cref="UnwritableException">A template cannot be carried out.</exception>
    public IEnumerable<Resource> Write(YamlMapping step, ImmutableArray<YamlMapping>? inputs)
    {
        IEnumerable<YamlMapping?> sets = inputs is { } given ? given.Select(set => (YamlMapping?)set) : [null];
        foreach (var template in step.Sequence("resources")?.Items.OfType<YamlMapping>() ?? [])
        {
            foreach (var set in sets)
            {
                if (Object(Fill(template, set), template.Location) is { } made)
                    yield return made;
            }
        }
        if (step.Scalar("resourcesTemplate") is not { } text)
            yield break;
        var map = SpanMap.Of(text);
        foreach (var set in sets)
        {
            var output = Run(text, set);
            foreach (var root in Parse(output, text, map))
            {
                if (Object(root, root.Location) is { } made)
                    yield return made;
            }
        }
    }

    /// <summary>An object of a node; null when it is switched off, or was made before.</summary>
    private Resource? Object(YamlNode root, Location cause)
    {
        if (root is not YamlMapping mapping || mapping.Text("kind") is null || mapping.Text("apiVersion") is null)
            throw new UnwritableException("a template gives no Kubernetes object", cause);
        var resource = Resource.Of(mapping);
        var isOff = mapping.At("metadata", "annotations", $"{FluxGroups.Operator}/reconcile") is YamlScalar { Value: "disabled" };
        return !isOff && written.Add(resource.Key) ? resource : null;
    }

    private YamlNode Fill(YamlNode node, YamlMapping? inputs)
    {
        if (!budget.Step())
            throw new UnwritableException(GoTemplateBudget.Spent, node.Location) { Kind = BuildProblemKind.Limit };
        switch (node)
        {
            case YamlMapping mapping:
                var entries = mapping.Entries.Select(entry => new YamlEntry(Fill(entry.Key, inputs), Fill(entry.Value, inputs))).ToImmutableArray();
                return entries.SequenceEqual(mapping.Entries) ? mapping : mapping.WithEntries(entries);
            case YamlSequence sequence:
                var items = sequence.Items.Select(item => Fill(item, inputs)).ToImmutableArray();
                return items.SequenceEqual(sequence.Items) ? sequence : sequence.WithItems(items);
            case YamlScalar scalar when scalar.Value.Contains(Delimiter, StringComparison.Ordinal):
                return Fill(scalar, inputs);
            default:
                return node;
        }
    }

    /// <summary>
    /// The operator fills in the object as YAML text and reads it again: what it prints without quotes becomes whatever it
    /// then reads like, quotes around it in the manifest or not.
    /// </summary>
    private YamlNode Fill(YamlScalar scalar, YamlMapping? inputs)
    {
        var output = Run(scalar, inputs);
        var derivation = new Derivation(ProvenanceStep.Input, output.Origin ?? scalar.Location, scalar);
        if (!ScalarShape.Of(scalar.Value).IsPlain)
            return YamlScalar.Create(output.ToString(), scalar.Location).WithDerivation(derivation);
        var filled = Parse(output, scalar, SpanMap.To(scalar.Span)).FirstOrDefault() ?? YamlScalar.Create("", scalar.Location, isText: false);
        return filled.WithDerivation(derivation);
    }

    private GoTemplateOutput Run(YamlScalar template, YamlMapping? inputs)
    {
        try
        {
            if (!templates.TryGetValue(template, out var nodes))
                templates[template] = nodes = GoTemplateParser.Parse(template.Value);
            return GoTemplateEvaluator.Run(template.Value, nodes, inputs, budget);
        }
        catch (GoTemplateFault fault)
        {
            throw new UnwritableException(fault.Message, new(template.Source, SpanMap.Of(template).Map(fault.Span.Start, fault.Span.End))) { Kind = fault.Kind, Meant = fault.Meant };
        }
    }

    private static IEnumerable<YamlNode> Parse(GoTemplateOutput output, YamlScalar template, SpanMap map)
    {
        var tree = YamlTree.Parse(SourceText.From(template.Source.Path, output.ToString()));
        if (tree.IsBroken)
            throw new UnwritableException($"a template gives no YAML: {tree.Problems[0].Message}", new(template.Source, output.Find(tree.Problems[0].Location.Span, map)));
        return tree.Documents.Select(document => document.Expanded).OfType<YamlNode>().Select(root => output.Place(root, template, map));
    }
}
