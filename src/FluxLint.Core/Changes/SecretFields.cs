using FluxLint.Flux;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Tracing;
using FluxLint.Syntax;

namespace FluxLint.Changes;

/// <summary>Knows the values that nobody may see: those of Secrets, what is taken from them, and what looks like a credential elsewhere.</summary>
internal sealed class SecretFields
{
    private readonly Dictionary<YamlMapping, HashSet<YamlNode>> credentials = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a field of an object is such a value, or has one in it.</summary>
    public bool Hide(Resource resource, FieldTrail? trail) => trail is not null &&
        (SecretContent.IsSecret(resource.Root) ? !SecretContent.IsOpen(trail.Path) : resource.Taken.Contains(trail.Value) || IsWithin(trail) || Holds(trail.Value) || HoldsCredential(trail.Value, Credentials(resource)));

    /// <summary>Whether the value at a place is such a value, or has one in it.</summary>
    public bool Hide(Place place) => Hide(place.Resource, place.Trail);

    /// <summary>Whether it is in a Secret that the object has in it, as a ResourceSet does.</summary>
    private static bool IsWithin(FieldTrail trail) => trail.Nodes.Skip(1).OfType<YamlMapping>().Any(HoldsData);

    private bool Holds(YamlNode node) => node switch
    {
        YamlMapping mapping => HoldsData(mapping) || mapping.Entries.Any(entry => Holds(entry.Key) || Holds(entry.Value)),
        YamlSequence sequence => sequence.Items.Any(Holds),
        YamlScalar scalar => IsText(scalar) || SecretContent.IsTaken(scalar),
        _ => false,
    };

    private HashSet<YamlNode> Credentials(Resource resource)
    {
        if (!credentials.TryGetValue(resource.Root, out var found))
            credentials[resource.Root] = found = new(PlainCredential.Of(resource).Select(credential => credential.Value), ReferenceEqualityComparer.Instance);
        return found;
    }

    // An address with a password in it may be anywhere.
    private static bool HoldsCredential(YamlNode node, HashSet<YamlNode> credentials) => node switch
    {
        YamlMapping mapping => mapping.Entries.Any(entry => HoldsCredential(entry.Value, credentials)),
        YamlSequence sequence => sequence.Items.Any(item => HoldsCredential(item, credentials)),
        YamlScalar scalar => credentials.Contains(scalar) || SecretText.HasKey(scalar.Value),
        _ => false,
    };

    // The text of a patch or of a manifest.
    private static bool IsText(YamlScalar scalar) => scalar.Value.Contains($"kind: {SecretContent.Kind}", StringComparison.Ordinal) || scalar.Value.Contains($"\"kind\":\"{SecretContent.Kind}\"", StringComparison.Ordinal);

    // Else it only names one.
    private static bool HoldsData(YamlMapping mapping) => SecretContent.IsSecret(mapping) && (mapping.Contains("data") || mapping.Contains("stringData"));
}
