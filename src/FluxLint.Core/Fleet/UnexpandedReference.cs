using System.Collections.Frozen;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>A reference to a variable that nobody fills in, in a field that nothing but Flux or the API server reads.</summary>
/// <param name="Resource">The object.</param>
/// <param name="Reference">The reference.</param>
/// <param name="IsExempt">Whether the object itself asks to be left alone; otherwise its Kustomization substitutes nothing.</param>
public sealed record UnexpandedReference(Resource Resource, VariableReference Reference, bool IsExempt)
{
    // Text with ${...} is the language of many: shells, dashboards, collectors, templates. None of them reads these fields of these objects.
    private static readonly FrozenSet<string> Fields = new[]
    {
        "name", "namespace", "targetNamespace", "storageNamespace", "path", "url", "host", "version", "tag", "branch", "image", "secretName", "serviceAccountName", "storageClassName",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Lists = new[] { "hosts", "hostnames", "dnsNames" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Groups = new[]
    {
        "", "apps", "batch", "networking.k8s.io", "rbac.authorization.k8s.io", "gateway.networking.k8s.io", "cert-manager.io",
        FluxGroups.Kustomize, FluxGroups.Helm, FluxGroups.Source, FluxGroups.Image, FluxGroups.Notification,
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Foreign = new[]
    {
        "data", "stringData", "binaryData", "values", "postBuild", "patches", "postRenderers", "env", "command", "args", "annotations", "labels", "commonMetadata",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The references of what an inventory applies; none where it substitutes.</summary>
    public static IEnumerable<UnexpandedReference> Of(Inventory inventory)
    {
        foreach (var resource in inventory.Resources)
        {
            var isExempt = inventory.Variables.AreSubstituted;
            if (!Groups.Contains(resource.Id.Group) || (isExempt && !VariableScanner.IsExempt(resource)))
                continue;
            var read = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
            Collect(resource.Root, isRead: false, read);
            if (read.Count == 0)
                continue;
            foreach (var reference in VariableScanner.Scan(resource).Where(reference => !reference.IsEscaped && read.Contains(reference.Node)))
                yield return new(resource, reference, isExempt);
        }
    }

    private static void Collect(YamlNode node, bool isRead, HashSet<YamlNode> read)
    {
        switch (node)
        {
            case YamlScalar scalar when isRead && scalar.Value.Contains("${", StringComparison.Ordinal):
                read.Add(scalar);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Collect(item, isRead, read);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries.Where(entry => entry.Name is { } name && !Foreign.Contains(name)))
                    Collect(entry.Value, (entry.Value is YamlScalar && Fields.Contains(entry.Name ?? "")) || (entry.Value is YamlSequence && Lists.Contains(entry.Name ?? "")), read);
                break;
        }
    }
}
