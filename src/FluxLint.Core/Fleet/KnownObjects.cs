using FluxLint.Flux;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;

namespace FluxLint.Fleet;

/// <summary>
/// The objects that a walk through a cluster has met, to be asked for by name. It remembers its answers, because what it
/// is asked for may come to light later: then the walk is made again, and the one before answers.
/// </summary>
internal sealed class KnownObjects(KnownObjects? before)
{
    private readonly List<FluxOutput> outputs = [];
    private readonly Dictionary<ObjectKey, Resource?> asked = [];

    /// <summary>Whether every answer is still right.</summary>
    public bool AreSettled => asked.All(question => ReferenceEquals(Find(question.Key)?.Root, question.Value?.Root));

    /// <summary>What makes artifacts, as far as this walk or the one before has met it.</summary>
    public IEnumerable<ArtifactGenerator> Generators => Own.Concat(before?.Own ?? []);

    private IEnumerable<ArtifactGenerator> Own => outputs.SelectMany(output => output.Generators);

    /// <summary>Takes in what something applies.</summary>
    public void Add(FluxOutput output) => outputs.Add(output);

    /// <summary>Forgets what was taken in, but no answer.</summary>
    public void Clear() => outputs.Clear();

    /// <summary>The object of a name, or what makes it; null when neither is known.</summary>
    public Resource? Ask(ObjectKey key)
    {
        // What the walk before this one ended with is nearer to the truth than what this one has met so far.
        var answer = before?.Find(key) ?? Find(key);
        asked.TryAdd(key, answer);
        return answer;
    }

    private Resource? Find(ObjectKey key)
    {
        foreach (var output in outputs)
        {
            if (output.Find(key) is { } found)
                return found;
        }
        return key is { Kind: ExternalArtifact.Kind, Group: FluxGroups.Source } ? Own.FirstOrDefault(generator => generator.Makes(key.Namespace, key.Name))?.Resource : null;
    }
}
