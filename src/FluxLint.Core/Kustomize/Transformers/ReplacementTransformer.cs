using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Carries out <c>replacements</c>: copies a field of one object into fields of others.</summary>
internal sealed class ReplacementTransformer
{
    private const int NoSource = -1;

    private readonly Layer layer;
    private readonly Replacement replacement;
    private readonly int sourceIndex;
    private Resource? source;
    private ReplacementValue value;

    private ReplacementTransformer(Layer layer, Replacement replacement, int sourceIndex, ReplacementValue value)
    {
        this.layer = layer;
        this.replacement = replacement;
        this.sourceIndex = sourceIndex;
        this.value = value;
        source = sourceIndex == NoSource ? null : layer.Resources[sourceIndex];
    }

    /// <summary>Carries out the <c>replacements</c> of the layer's kustomization.</summary>
    public static void Apply(Layer layer)
    {
        if (layer.Kustomization.Field("replacements") is not null)
            Apply(layer, layer.Kustomization.Items("replacements"), isStrict: true);
    }

    /// <summary>Carries out a list of replacements.</summary>
    public static void Apply(Layer layer, IEnumerable<YamlNode> items, bool isStrict)
    {
        var ids = layer.Resources.Select(resource => resource.Id).ToArray();
        foreach (var replacement in ReplacementReader.Read(layer, items, isStrict))
        {
            if (replacement.Literal is { } literal)
            {
                new ReplacementTransformer(layer, replacement, NoSource, new(literal, literal.Value, isPart: false)).Apply();
                continue;
            }
            var found = layer.Resources.FindIndex(replacement.Source.MatchesId);
            if (found < 0 || IsAmbiguous(layer, replacement, found))
                Leave(layer, replacement, found < 0 ? $"no {replacement.Source} is in this build to take a value from" : null);
            else if (Value(layer.Resources[found], replacement, out var problem) is { } value)
                new ReplacementTransformer(layer, replacement, found, value).Apply();
            else
                LeaveValue(layer, replacement, layer.Resources[found], problem);
        }
        if (!ids.SequenceEqual(layer.Resources.Select(resource => resource.Id)))
            ReportConflicts(layer);
    }

    private static bool IsAmbiguous(Layer layer, Replacement replacement, int found)
    {
        var other = layer.Resources.FindIndex(found + 1, replacement.Source.MatchesId);
        if (other < 0)
            return false;
        var first = layer.Resources[found];
        layer.Problems.Add(new(BuildProblemKind.Refused, replacement.SourceNode.Location, $"the source of this replacement could be {first.Id.Display} or {layer.Resources[other].Id.Display}")
        {
            Related = [new(first.Location, $"{first.Id.Display} is here"), new(layer.Resources[other].Location, $"{layer.Resources[other].Id.Display} is here")],
        });
        layer.MayLack();
        return true;
    }

    private static ReplacementValue? Value(Resource source, Replacement replacement, out (YamlNode Node, string Text) problem)
    {
        var node = DottedPath.Lookup(source.Root, replacement.Path);
        if (node is null or YamlScalar { IsNull: true } or YamlMapping { Entries: [] } or YamlSequence { Items: [] })
        {
            problem = (replacement.PathNode, $"{source.Id.Display} has no value at '{Shown(replacement)}' that could be copied");
            return null;
        }
        problem = default;
        var isSecret = SecretContent.IsOf(source.Root, replacement.Path.AsSpan()) || SecretContent.IsTaken(node);
        var options = replacement.Options;
        if (options.Delimiter.Length == 0)
            return new(node, (node as YamlScalar)?.Value ?? "", isPart: false, isSecret);
        if (node is not YamlScalar scalar)
        {
            problem = (options.Node?.Field("delimiter") ?? replacement.PathNode, $"a 'delimiter' only works on text, and '{Shown(replacement)}' of {source.Id.Display} is a collection");
            return null;
        }
        var parts = scalar.Value.Split(options.Delimiter);
        if (options.Index >= 0 && options.Index < parts.Length)
            return new(scalar, parts[options.Index], isPart: true, isSecret);
        problem = (options.Node?.Field("index") ?? replacement.PathNode, $"{(isSecret ? SecretContent.Stand : $"'{scalar.Value}'")} of {source.Id.Display} has no part {options.Index} when it is split at '{options.Delimiter}'");
        return null;
    }

    private static string Shown(Replacement replacement) => replacement.PathNode is YamlScalar path ? path.Value : DottedPath.Default;

    private static void LeaveValue(Layer layer, Replacement replacement, Resource source, (YamlNode Node, string Text) problem)
    {
        if (!source.HasUnknownValues)
            layer.Report(BuildProblemKind.Refused, problem.Node, problem.Text);
        Leave(layer, replacement, null);
    }

    /// <summary>What cannot be copied leaves the targets with unknown values; it is wrong only where nothing else may be missing.</summary>
    private static void Leave(Layer layer, Replacement replacement, string? missing)
    {
        if (missing is not null && !layer.HasGaps)
            layer.Report(BuildProblemKind.Refused, replacement.SourceNode.Field("name") ?? replacement.SourceNode, missing);
        layer.Transform(resource => replacement.Targets.Any(target => target.Selects(resource)) ? resource.WithUnknownValues() : resource);
    }

    private void Apply()
    {
        foreach (var target in replacement.Targets)
        {
            var index = -1;
            var matches = 0;
            layer.Transform(resource =>
            {
                index++;
                if (!target.Selects(resource))
                    return resource;
                matches++;
                return Apply(resource, target, isSource: index == sourceIndex);
            }, target.Paths.Length);
            layer.Replacements.Add(target.Use(matches, layer.HasGaps));
        }
    }

    private Resource Apply(Resource resource, ReplacementTarget target, bool isSource)
    {
        foreach (var path in target.Paths)
        {
            if (path.Steps.Length > YamlLimits.Depth)
            {
                layer.Report(BuildProblemKind.Limit, path.Node, $"no path of more than {YamlLimits.Depth} steps is followed");
                continue;
            }
            if (Put(resource, path, target.Options) is not { } root)
                continue;
            if (value.IsGrowing(target.Options) && TreeSize.IsOver(root))
            {
                layer.Report(BuildProblemKind.Limit, path.Node, $"with this replacement, {resource.Id.Display} grows beyond what is worked on");
                resource = resource.WithUnknownValues();
                continue;
            }
            if (root.Mapping("metadata")?.Text("name") is not { Length: > 0 })
            {
                layer.Report(BuildProblemKind.Refused, path.Node, $"this replacement leaves {resource.Id.Display} without 'metadata.name'");
                continue;
            }
            resource = resource.With(ResourceReader.WithTextAnnotations(SharedValues.Follow(resource.Root, root)));
            if (source is { HasUnknownValues: true })
                resource = resource.WithUnknownValues();
            // The value is not copied beforehand: a source that is a target, too, gives what it has become.
            if (isSource)
                (source, value) = (resource, Value(resource, replacement, out _) is { } changed && replacement.Options.Delimiter.Length == 0 ? changed : value);
        }
        return resource;
    }

    private YamlMapping? Put(Resource resource, ReplacementPath path, ReplacementOptions options)
    {
        var cause = path.Node.Location;
        if (layer.Scope.Version.ReplacesInText && StructuredText.Put(resource.Root, path.Steps, value, options.Create, cause) is { } structured)
            return structured;
        var walk = new ReplacementWalk(path.Steps, value, options, cause);
        var root = walk.Apply(resource.Root);
        if (walk is { Problem: null, Fields: > 0 })
            return (YamlMapping)root;
        if (!resource.HasUnknownValues)
            layer.Report(BuildProblemKind.Refused, path.Node, $"{resource.Id.Display} has no field '{path.Text}' to put a value in{(walk.Problem is { } problem ? $": {problem}" : "")}");
        return null;
    }

    private static void ReportConflicts(Layer layer)
    {
        foreach (var same in layer.Resources.GroupBy(resource => resource.Id.Conflicting).Where(group => group.Count() > 1))
        {
            var renamed = same.FirstOrDefault(resource => resource.Root.At("metadata", "name")?.Derivation?.Step == ProvenanceStep.Replacement) ?? same.First();
            var cause = renamed.Root.At("metadata", "name")?.Derivation?.Cause ?? renamed.Location;
            layer.Problems.Add(new(BuildProblemKind.Refused, cause, $"this replacement makes one object of {same.Count()}, all called {same.First().Id.Display}")
            {
                Related = [.. same.Select(resource => new RelatedLocation(resource.Root.Location, "one of them is here"))],
            });
            layer.MayLack();
        }
    }
}
