using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>What the source, a <c>select</c> or a <c>reject</c> of a replacement names: exact parts of an id that the object has or had, and selectors.</summary>
internal sealed class ReplacementSelector
{
    private readonly ResourceId wanted;
    private readonly IdPattern? pattern;
    private readonly LabelSelector? labels;
    private readonly LabelSelector? annotations;

    private ReplacementSelector(ResourceId wanted, IdPattern? pattern, LabelSelector? labels, LabelSelector? annotations)
    {
        this.wanted = wanted;
        this.pattern = pattern;
        this.labels = labels;
        this.annotations = annotations;
    }

    /// <summary>Reads a selector; selectors on labels and annotations count for targets only.</summary>
    public static ReplacementSelector Read(Layer layer, YamlMapping node, bool isTarget)
    {
        var id = new ResourceId(Text("group"), Text("version"), Text("kind"), Text("namespace"), Text("name"));
        return new(id, isTarget && layer.Scope.Version.SelectsByPattern ? Pattern() : null, isTarget ? Selector("labelSelector") : null, isTarget ? Selector("annotationSelector") : null);

        string Text(string name) => layer.Text(node, name)?.Value ?? "";

        IdPattern? Pattern()
        {
            if (IdPattern.TryRead(id, out var problem) is { } pattern)
                return pattern;
            layer.Report(BuildProblemKind.Refused, node, problem);
            return null;
        }

        LabelSelector? Selector(string name)
        {
            if (layer.NonEmptyText(node, name) is not { } text)
                return null;
            try
            {
                return LabelSelector.Parse(text.Value);
            }
            catch (FormatException invalid)
            {
                layer.Report(BuildProblemKind.Refused, text, $"'{name}' cannot be read: {invalid.Message}");
                return null;
            }
        }
    }

    /// <summary>Whether an id of the object, present or past, has every part that is named.</summary>
    public bool MatchesId(Resource resource) => MatchesId(resource.Id) || resource.PreviousIds.Any(MatchesId);

    /// <summary>Whether the object is as the selectors want it.</summary>
    public bool MatchesSelectors(Resource resource) =>
        labels?.Holds(resource.Root.At("metadata", "labels") as YamlMapping) is not false
        && annotations?.Holds(resource.Root.At("metadata", "annotations") as YamlMapping) is not false;

    /// <summary>Whether the object is kept out by its id, or by its labels and annotations. Each alone is enough, and an empty part keeps nothing out.</summary>
    public bool Rejects(Resource resource) =>
        (wanted != new ResourceId("", "", "", "", "") && MatchesId(resource)) || ((labels ?? annotations) is not null && MatchesSelectors(resource));

    /// <inheritdoc/>
    public override string ToString()
    {
        var kind = wanted.Kind.Length > 0 ? wanted.Kind : "object";
        var group = wanted.Group.Length + wanted.Version.Length > 0 ? $"{wanted.ApiVersion} " : "";
        var name = wanted.Name.Length > 0 ? $" '{wanted.Name}'" : "";
        return group + kind + name + (wanted.Namespace.Length > 0 ? $" in namespace '{wanted.Namespace}'" : "");
    }

    private bool MatchesId(ResourceId id) => pattern?.Matches(id) ?? HasParts(id);

    private bool HasParts(ResourceId id) =>
        Has(wanted.Group, id.Group) && Has(wanted.Version, id.Version) && Has(wanted.Kind, id.Kind)
        && Has(wanted.Name, id.Name) && Has(wanted.Namespace, id.EffectiveNamespace);

    private static bool Has(string wanted, string actual) => wanted.Length == 0 || wanted == actual;
}
