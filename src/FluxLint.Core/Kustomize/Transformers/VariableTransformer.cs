using System.Collections.Immutable;
using FluxLint.Kustomize.Configurations;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Fills in <c>vars</c>. Done once, at the top of a build, when all names are final.</summary>
internal sealed class VariableTransformer
{
    private readonly Dictionary<string, VariableValue?> values = new(StringComparer.Ordinal);
    private readonly ImmutableArray<FieldSpec> configured;
    private readonly Action<BuildProblem> report;

    private VariableTransformer(ImmutableArray<FieldSpec> configured, Action<BuildProblem> report)
    {
        this.configured = configured;
        this.report = report;
    }

    /// <summary>The resources with their variables filled in; the same list when there are none.</summary>
    /// <param name="resources">All resources of the build.</param>
    /// <param name="variables">The variables of all its layers.</param>
    /// <param name="configured">Fields to look for variables in besides those of the built-in kinds.</param>
    /// <param name="hasGaps">Whether resources may be missing.</param>
    /// <param name="report">Hears of what kustomize refuses.</param>
    public static IReadOnlyList<Resource> Apply(IReadOnlyList<Resource> resources, IReadOnlyCollection<Variable> variables, ImmutableArray<FieldSpec> configured, bool hasGaps, Action<BuildProblem> report)
    {
        if (variables.Count == 0)
            return resources;
        var transformer = new VariableTransformer(configured, report);
        foreach (var variable in variables)
            transformer.Find(variable, resources, hasGaps);
        Resource[]? changed = null;
        for (var i = 0; i < resources.Count; i++)
        {
            var filled = transformer.Fill(resources[i]);
            if (ReferenceEquals(filled, resources[i]))
                continue;
            changed ??= [.. resources];
            changed[i] = filled;
        }
        return changed ?? resources;
    }

    private void Find(Variable variable, IReadOnlyList<Resource> resources, bool hasGaps)
    {
        var source = resources.FirstOrDefault(resource => resource.Variables.Contains(variable.Name));
        var node = source is null ? null : DottedPath.Lookup(source.Root, variable.Path);
        // A collection cannot be filled in, and kustomize leaves the reference.
        if (node is YamlMapping or YamlSequence)
            return;
        var value = node is YamlScalar scalar ? VariableValue.Of(variable, scalar) : null;
        if (value is not null && source is not null && (SecretContent.IsOf(source.Root, variable.Path.AsSpan()) || SecretContent.IsTaken(value.Node)))
            value = value with { IsSecret = true };
        values[variable.Name] = source?.HasUnknownValues == true ? null : value;
        if (value is not null || (source?.HasUnknownValues ?? hasGaps))
            return;
        report(source is null
            ? new(BuildProblemKind.Refused, variable.Entry.Location, $"the object of the var '{variable.Name}' is not in this build")
            : new(BuildProblemKind.Refused, variable.PathNode.Location, $"{source.Id.Display} has no value at '{variable.PathText}' for the var '{variable.Name}'"));
    }

    private Resource Fill(Resource resource)
    {
        var root = resource.Root;
        var isUnknown = false;
        var walk = new FieldWalk(present => Fill(resource, present, ref isUnknown), cause: null, node => Refuse(resource, node));
        foreach (var spec in VariableReferences.Of(resource.Id.Kind).Concat(configured.Where(spec => spec.Selects(resource.Id))))
            root = walk.Apply(root, spec);
        if (!ReferenceEquals(root, resource.Root))
            resource = resource.With(ResourceReader.WithTextAnnotations(SharedValues.Follow(resource.Root, root)));
        return isUnknown ? resource.WithUnknownValues() : resource;
    }

    private YamlNode? Fill(Resource resource, YamlNode? present, ref bool isUnknown)
    {
        switch (present)
        {
            case YamlScalar scalar:
                return Fill(scalar, ref isUnknown);
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (entry is { Name: { } name, Value: YamlScalar value })
                        mapping = Replace(mapping, name, value, Fill(value, ref isUnknown));
                }
                return mapping;
            case YamlSequence sequence:
                if (sequence.Items.FirstOrDefault(item => item is not YamlScalar { Kind: ScalarKind.String }) is { } other)
                {
                    Refuse(resource, other);
                    return null;
                }
                var unknown = false;
                var filled = FieldWalk.Items(sequence, item => Fill((YamlScalar)item, ref unknown));
                isUnknown |= unknown;
                return filled;
            default:
                return null;
        }
    }

    private static YamlMapping Replace(YamlMapping mapping, string name, YamlScalar present, YamlScalar filled) =>
        ReferenceEquals(present, filled) ? mapping : mapping.With(name, filled);

    private YamlScalar Fill(YamlScalar scalar, ref bool isUnknown)
    {
        if (scalar.Kind != ScalarKind.String || !scalar.Value.Contains('$'))
            return scalar;
        var text = new VariableText(values);
        var filled = text.Fill(scalar.Value);
        isUnknown |= text.HasUnknown;
        if (filled == scalar.Value && text.First is not { IsText: false })
            return scalar;
        if (text.First is not { } value)
            return YamlScalar.Create(filled, scalar.Location).WithDerivation(new(ProvenanceStep.Variable, scalar.Location, scalar) { HasSecret = text.HasSecret });
        return YamlScalar.Create(filled, value.Node.Location, isText: !text.IsWhole || value.IsText)
            .WithDerivation(new(ProvenanceStep.Variable, value.Variable.Entry.Location, scalar) { HasSecret = text.HasSecret });
    }

    private void Refuse(Resource resource, YamlNode node) =>
        report(new(BuildProblemKind.Refused, node.Location, $"{resource.Id.Display} has {KustomizationFields.Describe(node)} where only text may stand as long as the build has 'vars'"));
}
