using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Fleet;

/// <summary>Tells which ConfigMaps and Secrets a resource is, or has made by its controller.</summary>
internal static class DataObjects
{
    private static readonly ImmutableArray<string> CertificateKeys = ["ca.crt", "tls.crt", "tls.key"];

    /// <summary>
    /// The ConfigMaps and Secrets of a resource. The fields are those of External Secrets, Sealed Secrets, cert-manager (its annotations as well), trust-manager, 1Password,
    /// Vault Secrets Operator, Infisical and the Secrets Store CSI driver, as their CRDs document them.
    /// </summary>
    public static IEnumerable<DataObject> Of(Resource resource) => (resource.Id.Group, resource.Id.Kind) switch
    {
        ("", "ConfigMap" or "Secret") => [new(resource.Id.Kind, resource.Id.Namespace, resource.Id.Name, IsFilledByOthers(resource) ? null : Keys(resource.Root, "data", "stringData", "binaryData"), resource)],
        ("external-secrets.io", "ExternalSecret") => OfExternalSecret(resource),
        ("bitnami.com", "SealedSecret") => [OfSealedSecret(resource)],
        ("cert-manager.io", "Certificate") => Secret(resource, Text(resource, "spec", "secretName"), Keystores(resource)),
        ("cert-manager.io", "Issuer" or "ClusterIssuer") => OfIssuer(resource),
        ("networking.k8s.io", "Ingress") when HasIssuer(resource) => OfCertificates(resource, Items(resource.Root.At("spec", "tls")).Select(tls => tls.Text("secretName"))),
        ("gateway.networking.k8s.io", "Gateway") when HasIssuer(resource) => OfCertificates(resource, Items(resource.Root.At("spec", "listeners")).SelectMany(listener => Items(listener.At("tls", "certificateRefs"))).Select(reference => reference.Text("name"))),
        ("trust.cert-manager.io", "Bundle") => [],
        ("onepassword.com", "OnePasswordItem") => Secret(resource, resource.Id.Name, keys: null),
        ("secrets.hashicorp.com", _) => Secret(resource, Text(resource, "spec", "destination", "name"), keys: null),
        ("secrets.infisical.com", "InfisicalSecret") => OfInfisical(resource),
        ("secrets-store.csi.x-k8s.io", "SecretProviderClass") => OfProviderClass(resource),
        _ => [],
    };

    /// <summary>Whether a controller may put keys into the object that its manifest does not have: one without data is there for nothing else.</summary>
    private static bool IsFilledByOthers(Resource resource) =>
        ApplyPolicies.Of(resource) != ApplyPolicy.Override
        || resource.Root.Text("type") == "kubernetes.io/service-account-token"
        || Keys(resource.Root, "data", "stringData", "binaryData") is { IsEmpty: true }
        || (resource.Root.At("metadata", "annotations") is YamlMapping annotations && annotations.Entries.Any(entry => entry.Name?.StartsWith("secret-generator.v1.mittwald.de/", StringComparison.Ordinal) == true));

    private static IEnumerable<DataObject> OfExternalSecret(Resource resource)
    {
        if (Text(resource, "spec", "target", "creationPolicy") is "None" or "Merge")
            return [];
        var kind = Text(resource, "spec", "target", "manifest", "kind") is "ConfigMap" ? "ConfigMap" : "Secret";
        var name = Text(resource, "spec", "target", "name") ?? resource.Id.Name;
        return [new(kind, resource.Id.Namespace, name, ExternalKeys(resource), resource)];
    }

    /// <summary>A template replaces the fetched keys unless it merges; <c>dataFrom</c> and <c>templateFrom</c> bring keys that are not written.</summary>
    private static ImmutableArray<string>? ExternalKeys(Resource resource)
    {
        var template = resource.Root.At("spec", "target", "template") as YamlMapping;
        if (template?["templateFrom"] is not null)
            return null;
        var templated = template?.Mapping("data") is { } data ? Names(data) : [];
        var merges = template is null || template.Text("mergePolicy") == "Merge";
        if (!templated.IsEmpty && !merges)
            return templated;
        if (resource.Root.At("spec", "dataFrom") is YamlSequence { Items.Length: > 0 })
            return null;
        return templated.AddRange(Items(resource.Root.At("spec", "data")).Select(item => item.Text("secretKey")).OfType<string>());
    }

    private static DataObject OfSealedSecret(Resource resource)
    {
        var keys = (resource.Root.At("spec", "encryptedData") as YamlMapping) is { } encrypted ? Names(encrypted) : [];
        if (resource.Root.At("spec", "template", "data") is YamlMapping templated)
            keys = keys.AddRange(Names(templated));
        return new("Secret", resource.Id.Namespace, Text(resource, "spec", "template", "metadata", "name") ?? resource.Id.Name, keys, resource);
    }

    private static ImmutableArray<string>? Keystores(Resource resource) =>
        resource.Root.At("spec", "keystores") is null && resource.Root.At("spec", "additionalOutputFormats") is null ? CertificateKeys : null;

    private static IEnumerable<DataObject> OfIssuer(Resource resource) =>
        Secret(resource, Text(resource, "spec", "acme", "privateKeySecretRef", "name"), keys: null)
            // A ClusterIssuer keeps its account where cert-manager runs.
            .Where(_ => resource.Id.Kind == "Issuer");

    /// <summary>Whether cert-manager makes the certificates that an Ingress or Gateway names.</summary>
    private static bool HasIssuer(Resource resource) => resource.Root.At("metadata", "annotations") is YamlMapping annotations
        && annotations.Entries.Any(entry => entry.Name is "cert-manager.io/cluster-issuer" or "cert-manager.io/issuer" or "kubernetes.io/tls-acme");

    private static IEnumerable<DataObject> OfCertificates(Resource resource, IEnumerable<string?> names) =>
        names.OfType<string>().Select(name => new DataObject("Secret", resource.Id.Namespace, name, CertificateKeys, resource));

    private static IEnumerable<DataObject> OfInfisical(Resource resource) =>
        from reference in Items(resource.Root.At("spec", "managedKubeSecretReferences")).Append(resource.Root.At("spec", "managedSecretReference") as YamlMapping)
        let name = reference?.Text("secretName")
        where name is not null
        select new DataObject("Secret", reference?.Text("secretNamespace") ?? resource.Id.Namespace, name, null, resource);

    private static IEnumerable<DataObject> OfProviderClass(Resource resource) =>
        from item in Items(resource.Root.At("spec", "secretObjects"))
        let name = item.Text("secretName")
        where name is not null
        select new DataObject("Secret", resource.Id.Namespace, name, [.. Items(item["data"]).Select(data => data.Text("key")).OfType<string>()], resource);

    private static IEnumerable<DataObject> Secret(Resource resource, string? name, ImmutableArray<string>? keys) =>
        name is null ? [] : [new("Secret", resource.Id.Namespace, name, keys, resource)];

    private static ImmutableArray<string>? Keys(YamlMapping root, params ReadOnlySpan<string> fields)
    {
        var keys = ImmutableArray<string>.Empty;
        foreach (var field in fields)
        {
            if (root.Mapping(field) is { } data)
                keys = keys.AddRange(Names(data));
        }
        return keys.Any(key => key.HasVariable()) ? null : keys;
    }

    private static ImmutableArray<string> Names(YamlMapping mapping) => [.. mapping.Entries.Select(entry => entry.Name).OfType<string>()];

    private static IEnumerable<YamlMapping> Items(YamlNode? node) => (node as YamlSequence)?.Items.OfType<YamlMapping>() ?? [];

    private static string? Text(Resource resource, params ReadOnlySpan<string> path) => resource.Root.At(path) is YamlScalar { IsNull: false } scalar ? scalar.Value : null;
}
