using System.Collections.Frozen;
using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>A reference to a variable that nobody fills in, in a field that nothing but Flux or the API server reads.</summary>
/// <param name="Resource">The object.</param>
/// <param name="Reference">The reference.</param>
/// <param name="IsExempt">Whether the object itself asks to be left alone; otherwise its Kustomization substitutes nothing.</param>
public sealed record UnexpandedReference(Resource Resource, VariableReference Reference, bool IsExempt)
{
    /// <summary>Where the reference stands.</summary>
    public Place Place => Resource.PlaceOf(Reference.Node).Within(Reference.Location);

    // Text with ${...} is the language of many: shells, dashboards, collectors, templates. None of them reads these fields of these objects.
    private static readonly FrozenSet<string> Fields = new[]
    {
        "name", "namespace", "targetNamespace", "storageNamespace", "path", "url", "host", "version", "tag", "branch", "image", "secretName", "serviceAccountName", "storageClassName",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Lists = new[] { "hosts", "hostnames", "dnsNames" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Groups = new[]
    {
        "", "apps", "batch", KubernetesGroups.Networking, KubernetesGroups.Rbac, "gateway.networking.k8s.io", "cert-manager.io",
        FluxGroups.Kustomize, FluxGroups.Helm, FluxGroups.Source, FluxGroups.Image, FluxGroups.Notification,
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Foreign = new[]
    {
        "data", "stringData", "binaryData", "values", "postBuild", "patches", "postRenderers", "env", "command", "args", "annotations", "labels", "commonMetadata",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an object has such a reference, should nobody substitute in it.</summary>
    public static bool MayBeIn(Resource resource) => FieldsWithReferences(resource).Count > 0;

    /// <summary>The references of an object that an inventory applies; none where it substitutes.</summary>
    public static IEnumerable<UnexpandedReference> Of(Inventory inventory, Resource resource)
    {
        var isExempt = inventory.Variables.AreSubstituted;
        if (isExempt && !VariableScanner.IsExempt(resource))
            return [];
        var read = FieldsWithReferences(resource);
        return read.Count == 0
            ? []
            : VariableScanner.Scan(resource)
                .Where(reference => !reference.IsEscaped && read.Contains(reference.Node))
                .Select(reference => new UnexpandedReference(resource, reference, isExempt));
    }

    private static HashSet<YamlNode> FieldsWithReferences(Resource resource)
    {
        var read = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        if (Groups.Contains(resource.Id.Group))
            Collect(resource.Root, isRead: false, read);
        return read;
    }

    private static void Collect(YamlNode node, bool isRead, HashSet<YamlNode> read)
    {
        switch (node)
        {
            case YamlScalar scalar when isRead && scalar.Value.HasVariable():
                read.Add(scalar);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Collect(item, isRead, read);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Name is { } name && !Foreign.Contains(name))
                        Collect(entry.Value, (entry.Value is YamlScalar && Fields.Contains(name)) || (entry.Value is YamlSequence && Lists.Contains(name)), read);
                }
                break;
        }
    }
}
