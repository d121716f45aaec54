using FluxLint.Kubernetes;
using FluxLint.Syntax;

namespace FluxLint.Kustomize;

/// <summary>The <c>target</c> of a patch: anchored regular expressions on the id, and selectors on labels and annotations.</summary>
internal sealed class Selector
{
    private static readonly string[] Fields = ["group", "version", "kind", "name", "namespace", "labelSelector", "annotationSelector"];

    private readonly Func<string, bool> group;
    private readonly Func<string, bool> version;
    private readonly Func<string, bool> kind;
    private readonly Func<string, bool> name;
    private readonly Func<string, bool> @namespace;
    private readonly LabelSelector labels;
    private readonly LabelSelector annotations;

    private Selector(YamlMapping target)
    {
        group = IdPattern.Anchored(target.TextField("group"));
        version = IdPattern.Anchored(target.TextField("version"));
        kind = IdPattern.Anchored(target.TextField("kind"));
        name = IdPattern.Anchored(target.TextField("name"));
        @namespace = IdPattern.Anchored(target.TextField("namespace"));
        labels = LabelSelector.Parse(target.TextField("labelSelector"));
        annotations = LabelSelector.Parse(target.TextField("annotationSelector"));
    }

    /// <summary>Reads a target; what kustomize refuses about it comes back as a problem.</summary>
    public static (Selector? Selector, YamlNode Node, string Problem) Read(YamlMapping target)
    {
        foreach (var entry in target.Entries)
        {
            if (!Fields.Contains(entry.Name, StringComparer.OrdinalIgnoreCase))
                return (null, entry.Key, $"a patch target has no field '{entry.Name}'");
            if (entry.Value is not YamlScalar)
                return (null, entry.Value, $"'{entry.Name}' of a patch target must be a string");
        }
        try
        {
            return (new(target), target, "");
        }
        catch (Exception invalid) when (invalid is ArgumentException or FormatException or NotSupportedException)
        {
            return (null, target, $"this patch target cannot be read: {invalid.Message.TrimEnd('.')}");
        }
    }

    /// <summary>A name matches as it was first or as it is now; a name in between does not count.</summary>
    public bool Matches(Resource resource) =>
        (MatchesId(resource.Id) || MatchesId(resource.OriginalId))
        && group(resource.Id.Group) && version(resource.Id.Version) && kind(resource.Id.Kind)
        && labels.Holds(resource.Root.At("metadata", "labels") as YamlMapping)
        && annotations.Holds(resource.Root.At("metadata", "annotations") as YamlMapping);

    private bool MatchesId(ResourceId id) => name(id.Name) && @namespace(id.EffectiveNamespace);
}
