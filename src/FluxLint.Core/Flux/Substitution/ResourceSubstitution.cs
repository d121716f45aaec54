using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Kustomize.Transformers;
using FluxLint.Syntax;

namespace FluxLint.Flux;

/// <summary>Substitutes in one object. Only the nodes along a changed path are new.</summary>
internal sealed class ResourceSubstitution
{
    private const int LongestShown = 60;

    private readonly ResourceTemplate template;
    private readonly SubstitutionVariables variables;
    private readonly TemplateEvaluator evaluator;
    private readonly Dictionary<ScalarUse, YamlNode> results = [];
    private readonly HashSet<ScalarTemplate> met = new(ReferenceEqualityComparer.Instance);
    private readonly List<VariableUse> uses = [];
    private readonly List<BuildProblem> problems = [];

    private ResourceSubstitution(ResourceTemplate template, SubstitutionVariables variables)
    {
        this.template = template;
        this.variables = variables;
        evaluator = new(variables);
    }

    /// <summary>Substitutes in an object, which stays the same instance when nothing changes.</summary>
    public static SubstitutedRoot Apply(YamlMapping root, ResourceTemplate template, SubstitutionVariables variables)
    {
        var substitution = new ResourceSubstitution(template, variables);
        return new(WithNameInPlace(substitution.Map(root)), [.. substitution.uses], [.. substitution.problems], substitution.evaluator.Work);
    }

    /// <summary>The name of an object is where the object is pointed at, so it stays where it is written.</summary>
    private static YamlMapping WithNameInPlace(YamlMapping root) =>
        root.Mapping("metadata") is { } metadata && metadata["name"] is YamlScalar { Derivation: { Step: ProvenanceStep.Substitution, Replaced: { } written } } name
            ? root.With("metadata", metadata.With("name", new YamlScalar(written.Source, written.Span, name.Value, name.Style, name.Properties, name.Derivation)))
            : root;

    private YamlNode Visit(YamlNode node, ScalarPlace place) => node switch
    {
        YamlMapping mapping => Map(mapping),
        YamlSequence sequence => FieldWalk.Items(sequence, item => Visit(item, ScalarPlace.Item)),
        YamlScalar scalar when template.Find(scalar) is { } found => Substitute(found, place),
        _ => node,
    };

    private YamlMapping Map(YamlMapping mapping)
    {
        ImmutableArray<YamlEntry>.Builder? changed = null;
        var hasNewKeys = false;
        for (var i = 0; i < mapping.Entries.Length; i++)
        {
            var entry = mapping.Entries[i];
            var made = new YamlEntry(Visit(entry.Key, ScalarPlace.Key), Visit(entry.Value, ScalarPlace.Value));
            if (ReferenceEquals(made.Key, entry.Key) && ReferenceEquals(made.Value, entry.Value))
                continue;
            changed ??= mapping.Entries.ToBuilder();
            changed[i] = made;
            hasNewKeys |= !ReferenceEquals(made.Key, entry.Key);
        }
        if (changed is null)
            return mapping;
        return mapping.WithEntries(hasNewKeys ? WithoutDuplicates(changed) : changed.DrainToImmutable());
    }

    /// <summary>Of entries whose keys have become equal the last one counts.</summary>
    private static ImmutableArray<YamlEntry> WithoutDuplicates(IEnumerable<YamlEntry> entries) =>
        [.. entries.Reverse().DistinctBy(entry => entry.Name).Reverse()];

    private YamlNode Substitute(ScalarTemplate scalar, ScalarPlace place)
    {
        var use = new ScalarUse(scalar, place);
        return results.TryGetValue(use, out var known) ? known : results[use] = Evaluate(scalar, place);
    }

    private YamlNode Evaluate(ScalarTemplate scalar, ScalarPlace place)
    {
        var isNew = met.Add(scalar);
        if (scalar.Problem is { } problem)
        {
            if (isNew)
                problems.Add(problem);
            return scalar.Node;
        }
        var text = evaluator.Evaluate(scalar.Template);
        if (isNew)
            Note(scalar);
        if (text == scalar.Template.Text)
            return scalar.Node;
        if (ScalarRereading.Read(scalar, text, place) is { } node)
            return AtDefinition(scalar, text, node).WithDerivation(new(ProvenanceStep.Substitution, (evaluator.First?.Node ?? scalar.Node).Location, scalar.Node) { HasSecret = evaluator.HasSecret });
        if (isNew)
            problems.Add(new(BuildProblemKind.Refused, scalar.Node.Location, $"with its variables filled in this is no YAML{(evaluator.HasSecret ? "" : $": '{Shown(text)}'")}"));
        return scalar.Node;
    }

    /// <summary>A scalar that is nothing but the value of a variable was written where the variable is defined.</summary>
    private YamlNode AtDefinition(ScalarTemplate scalar, string text, YamlNode node) =>
        node is YamlScalar made && scalar.Template.Parts is [TemplateReference] && evaluator.First is { Node: YamlScalar value } variable && text == variable.Value
            ? new YamlScalar(value.Source, value.Span, made.Value, made.Style)
            : node;

    private void Note(ScalarTemplate scalar)
    {
        var found = scalar.References.Select((reference, i) => new VariableUse(reference, evaluator.Outcomes[i], variables.Find(reference.Name)));
        var escaped = scalar.Escapes.Select(reference => new VariableUse(reference, VariableOutcome.Escaped, null));
        uses.AddRange(found.Concat(escaped).OrderBy(use => use.Reference.Location.Span.Start));
    }

    private static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "...";

    private sealed record ScalarUse(ScalarTemplate Template, ScalarPlace Place);
}
