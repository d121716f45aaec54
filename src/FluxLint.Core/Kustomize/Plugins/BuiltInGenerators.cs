using FluxLint.Kustomize.Generators;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Plugins;

/// <summary>The generators that a plugin may name.</summary>
internal static class BuiltInGenerators
{
    /// <summary>Carries out a plugin; false when no built-in generator has its kind.</summary>
    public static bool TryApply(Plugin plugin)
    {
        switch (plugin.Kind)
        {
            case "ConfigMapGenerator":
                Generate(plugin, DataKind.ConfigMap);
                return true;
            case "SecretGenerator":
                Generate(plugin, DataKind.Secret);
                return true;
            case "IAMPolicyGenerator":
                GenerateAccount(plugin);
                return true;
            default:
                return false;
        }
    }

    // Name and namespace may stand in the metadata or beside it.
    private static void Generate(Plugin plugin, DataKind kind)
    {
        var entry = plugin.Root;
        foreach (var name in (ReadOnlySpan<string>)["name", "namespace"])
        {
            if (entry.Field(name) is null && plugin.Metadata.Scalar(name) is { } value)
                entry = entry.With(name, value, plugin.Metadata.KeyOf(name));
        }
        DataGenerator.Apply(plugin.Layer, entry, kind, GeneratorOptions.Read(plugin.Layer, entry, "options"));
    }

    /// <summary>The ServiceAccount of a workload that acts as an account of Google Cloud.</summary>
    private static void GenerateAccount(Plugin plugin)
    {
        if (plugin.Text("cloud") is not { Value: "gke" } cloud)
        {
            plugin.Refuse(plugin.Root["cloud"] ?? plugin.Root.KeyOf("kind") ?? plugin.Root, "an IAMPolicyGenerator knows one cloud: 'gke'");
            return;
        }
        var account = plugin.Textual("serviceAccount") as YamlMapping;
        var service = plugin.Textual("kubernetesService") as YamlMapping;
        var made = new NodeMaker(plugin.Root);
        var address = made.Text($"{account?.Text("name")}@{account?.Text("projectId")}.iam.gserviceaccount.com", account ?? (YamlNode)cloud);
        var metadata = made.Mapping()
            .With("annotations", made.Mapping().With("iam.gke.io/gcp-service-account", address))
            .With("name", made.Text(service?.Text("name") ?? "", service?["name"] ?? cloud));
        if (service?.Scalar("namespace") is { } place)
            metadata = metadata.With("namespace", made.Text(place.Value, place));
        var root = made.Mapping().With("apiVersion", made.Text("v1", cloud)).With("kind", made.Text("ServiceAccount", cloud)).With("metadata", metadata);
        plugin.Layer.Add(Resource.Of(root.WithDerivation(new(ProvenanceStep.Generator, plugin.Root.Location, null))), cloud.Location);
    }
}
