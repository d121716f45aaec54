using FluxLint.Diagnostics;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>A value that looks like a password or a key, and is there for everyone to read. In doubt a value is none.</summary>
public sealed class PlainCredential
{
    internal PlainCredential(YamlNode key, YamlScalar value, string name)
    {
        Key = key;
        Value = value;
        Name = name;
        Location = value.Location;
    }

    /// <summary>The key of its entry; the value itself where it has none.</summary>
    public YamlNode Key { get; }

    /// <summary>The value, or the text of a file that has it in it.</summary>
    public YamlScalar Value { get; }

    /// <summary>What it is called, in words that a message can have in it.</summary>
    public string Name { get; }

    /// <summary>The characters of it.</summary>
    public Location Location { get; internal init; }

    /// <summary>Whether Flux fills it in, so that it is written elsewhere.</summary>
    public bool IsFilledIn => Value.Derivation is { Step: ProvenanceStep.Substitution or ProvenanceStep.Input };

    /// <summary>
    /// Those of an object: in the entries of a Secret, in those of a ConfigMap, in the values of a release, in the variables of a
    /// Kustomization, and in the environment and command of containers.
    /// </summary>
    public static IEnumerable<PlainCredential> Of(Resource resource)
    {
        if (resource.Id is { Group: "", Kind: "Secret" })
            return SecretEntries.Of(resource);
        var found = new List<PlainCredential>();
        Add(resource.Id is { Group: "", Kind: "ConfigMap" } ? resource.Root["data"] : null);
        Add(HelmRelease.Of(resource)?.Values);
        Add(FluxKustomization.Of(resource)?.Substitute);
        foreach (var container in resource.Pods?.Containers ?? [])
        {
            Add(container.Node["env"]);
            Add(container.Node["command"]);
            Add(container.Node["args"]);
        }
        return found;

        void Add(YamlNode? values)
        {
            if (values is not null)
                CredentialSearch.In("", values, found);
        }
    }
}
