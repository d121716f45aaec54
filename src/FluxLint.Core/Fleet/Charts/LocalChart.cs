using System.Collections.Frozen;
using System.Collections.Immutable;
using FluxLint.Flux;
using FluxLint.Schemas;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Fleet;

/// <summary>A Helm chart whose files are in the repository.</summary>
public sealed class LocalChart
{
    private readonly YamlMapping defaults;
    private readonly TemplateWords words;
    private readonly FrozenSet<string> parts;
    private readonly bool isWhole;

    internal LocalChart(string directory, YamlMapping defaults, TemplateWords words, FrozenSet<string> parts, bool isWhole, Schema? schema)
    {
        Directory = directory;
        Schema = schema;
        this.defaults = defaults;
        this.words = words;
        this.parts = parts;
        this.isWhole = isWhole;
    }

    /// <summary>The directory of the chart.</summary>
    public string Directory { get; }

    /// <summary>The schema of its values; null when it has none.</summary>
    public Schema? Schema { get; }

    /// <summary>The custom resource definitions in its <c>crds</c> folder, and in those of the charts within.</summary>
    internal ImmutableArray<ResourceDefinition> Definitions { get; init; } = [];

    /// <summary>
    /// The values that the chart surely does not read: its own values do not have them, and no template names them or takes
    /// what they are in as a whole.
    /// </summary>
    public IEnumerable<UnreadValue> FindUnread(YamlMapping values) =>
        isWhole && !words.TakeAll && !HasTemplates(values) ? FindUnread(values, defaults, "") : [];

    private IEnumerable<UnreadValue> FindUnread(YamlMapping values, YamlMapping? known, string path)
    {
        foreach (var entry in values.Entries)
        {
            if (entry.Key is not YamlScalar { Value: var name } key || (path.Length == 0 && IsOfHelm(name)) || name.HasVariable())
                continue;
            var (full, written) = ($"{path}{name}", known?[name]);
            if (written is null && !words.Mention(name))
                yield return new(full, values, key, NearestName.Find(name, Others(known, values)));
            else if (entry.Value is YamlMapping inner && written is null or YamlMapping { Entries.IsEmpty: false } && !words.TakeWhole(name))
            {
                foreach (var unread in FindUnread(inner, written as YamlMapping, full + "."))
                    yield return unread;
            }
        }
    }

    /// <summary>Whether a key at the top is that of a chart within, or of Helm itself.</summary>
    private bool IsOfHelm(string name) => name is "global" or "tags" || parts.Contains(name);

    private static IEnumerable<string> Others(YamlMapping? known, YamlMapping values) =>
        (known?.Entries ?? []).Select(entry => entry.Name).OfType<string>().Where(name => !values.Contains(name));

    /// <summary>Whether values hold templates, which may read values of their own.</summary>
    private static bool HasTemplates(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Value.Contains("{{", StringComparison.Ordinal),
        YamlMapping mapping => mapping.Entries.Any(entry => HasTemplates(entry.Value)),
        YamlSequence sequence => sequence.Items.Any(HasTemplates),
        _ => false,
    };
}
