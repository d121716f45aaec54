using System.Collections.Immutable;
using FluxLint.Kubernetes;
using FluxLint.Kustomize;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Schemas;

/// <summary>
/// Compares objects with schemas as the API server does when Flux applies them: server-side apply refuses a field that the
/// schema does not declare ("field not declared in schema"), and validation the values that it does not allow.
/// Of <c>status</c>, which the API server drops, nothing is said.
/// </summary>
public sealed class SchemaValidator
{
    private const int MaximumDepth = 128;
    private const int MaximumSteps = 500_000;

    private readonly List<SchemaProblem> problems = [];
    private readonly ValuePath path = new();
    private readonly LimitChecks limits;
    private readonly RuleChecks rules;
    private readonly bool isPart;
    private readonly bool isBuiltIn;
    private readonly bool isSecret;
    private int depth;
    private int steps;

    private string Subject => path.IsRoot ? "it" : $"'{path}'";

    private SchemaValidator(bool isPart, bool isBuiltIn, YamlMapping root)
    {
        isSecret = SecretContent.IsSecret(root);
        this.isPart = isPart;
        this.isBuiltIn = isBuiltIn;
        limits = new(path, problem => problems.Add(problem));
        rules = new(root.Span.Length, path, problem => problems.Add(problem));
    }

    /// <summary>What is wrong with an object; nothing when it is encrypted, or a part of its values is unknown.</summary>
    public static ImmutableArray<SchemaProblem> Validate(Resource resource, Schema schema) =>
        resource.HasUnknownValues || resource.Root.Contains("sops") ? [] : Validate(resource.Root, resource.Root.At("metadata", "name") ?? resource.Root, schema, isBuiltIn: KubernetesGroups.Contains(resource.Id.Group));

    /// <summary>What is wrong with a part of a whole that others are merged with: nothing is said of what is missing.</summary>
    public static ImmutableArray<SchemaProblem> ValidatePart(YamlMapping part, Schema schema) => Validate(part, part, schema, isPart: true);

    private static ImmutableArray<SchemaProblem> Validate(YamlMapping root, YamlNode name, Schema schema, bool isPart = false, bool isBuiltIn = false)
    {
        var validator = new SchemaValidator(isPart, isBuiltIn, root);
        validator.Check(root, name, schema, outer: null);
        // A schema that leads back to itself without end says nothing.
        if (validator.steps > MaximumSteps)
            validator.problems.Clear();
        if (validator.steps > MaximumSteps || validator.limits.IsSpent || validator.rules.IsSpent)
            validator.Report(name, "its schema takes more than is spent on one object: a part of it is not checked", SchemaProblemKind.Unchecked);
        return [.. validator.problems];
    }

    /// <summary>Checks a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="place">What to point at when something is missing in it.</param>
    /// <param name="schema">What it may be.</param>
    /// <param name="outer">Within a branch, the schema outside of it, which is the one that declares fields; null elsewhere.</param>
    private void Check(YamlNode node, YamlNode place, Schema schema, Schema? outer)
    {
        var type = ValueTypes.Of(node);
        if (type == SchemaTypes.None || node is YamlScalar { Value: var text } && ValueTypes.HasVariable(text) || ++steps > MaximumSteps || depth == MaximumDepth)
            return;
        if (!schema.Types.Allows(type))
        {
            Report(node, $"'{path}' must be {ValueText.Of(schema.Types)}, not {(isSecret ? ValueText.WithoutValue(node) : ValueText.Of(node))}", SchemaProblemKind.WrongType);
            return;
        }
        depth++;
        if (!isPart || node is not YamlMapping)
            limits.Check(node, schema);
        if (node is YamlMapping mapping)
            CheckFields(mapping, place, schema, outer);
        else if (node is YamlSequence sequence)
            CheckItems(sequence, schema, outer);
        CheckBranches(node, place, schema, outer);
        if (!isPart && outer is null)
            rules.Check(node, place, schema);
        depth--;
    }

    private void CheckFields(YamlMapping mapping, YamlNode place, Schema schema, Schema? outer)
    {
        var isObject = path.IsRoot || schema.IsEmbeddedResource;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is not { } name || ValueTypes.HasVariable(name) || (isObject && name is "apiVersion" or "kind") || (path.IsRoot && name == "status"))
                continue;
            if ((schema.Property(name) ?? schema.AdditionalProperties) is { } field)
            {
                path.Enter(name);
                Check(entry.Value, entry.Key, field, outer is null ? null : outer.Property(name) ?? SchemaReader.Anything);
                path.Leave();
            }
            else if (outer is null && schema.RefusesUnknownFields && !(isObject && name == "metadata") && !path.IsMetadata && !IsDeclaredInBranch(schema, name))
            {
                ReportUnknown(mapping, entry.Key, name, schema);
            }
        }
        CheckRequired(mapping, place, schema, outer);
    }

    private void ReportUnknown(YamlMapping mapping, YamlNode key, string name, Schema schema)
    {
        var nearest = NearestName.Find(name, schema.PropertyNames.Where(candidate => !mapping.Contains(candidate)));
        problems.Add(new(key, $"there is no field '{path.To(name)}'") { Kind = SchemaProblemKind.UnknownField, Owner = mapping, Nearest = nearest });
    }

    private void CheckRequired(YamlMapping mapping, YamlNode place, Schema schema, Schema? outer)
    {
        if (isPart)
            return;
        List<string>? missing = null;
        var required = schema.IsEmbeddedResource && outer is null ? schema.Required.Union(["apiVersion", "kind"]) : schema.Required;
        foreach (var name in required)
        {
            if (IsThere(mapping, name, outer ?? schema) || IsLeftOut(mapping, name) || HasDefault(schema, name) || (outer is not null && HasDefault(outer, name)))
                continue;
            if (mapping.KeyOf(name) is { } key)
                Report(key, $"'{path.To(name)}' is null, and a value is required", SchemaProblemKind.MissingField);
            else
                (missing ??= []).Add($"'{name}'");
        }
        if (missing is null || mapping.Entries.Any(entry => entry.Name is not { } text || ValueTypes.HasVariable(text)))
            return;
        var fields = missing.Count == 1 ? $"the field {missing[0]}" : $"the fields {string.Join(", ", missing.SkipLast(1))} and {missing[^1]}";
        Report(place, $"{Subject} lacks {fields}", SchemaProblemKind.MissingField);
    }

    /// <summary>Whether a field is there. Null is nothing to built-in kinds, and to others where their definitions do not allow it.</summary>
    private bool IsThere(YamlMapping mapping, string name, Schema declaring) =>
        mapping[name] is { } value && !(value is YamlScalar { IsNull: true } && !IsLost(value) && (isBuiltIn || declaring.Property(name) is { IsNullable: false }));

    /// <summary>Whether a value is an alias of an anchor that is not there, of which it is not known what it should be.</summary>
    private static bool IsLost(YamlNode value) => value.Span.Length > 0 && value.Source.Text[value.Span.Start] == '*';

    /// <summary>Whether the API server fills a field in, or it is there under a misspelt name.</summary>
    private bool IsLeftOut(YamlMapping mapping, string name) =>
        (path.IsRoot && name is "metadata" or "status") || problems.Exists(problem => ReferenceEquals(problem.Owner, mapping) && problem.Nearest == name);

    private void CheckItems(YamlSequence sequence, Schema schema, Schema? outer)
    {
        if (schema.Items is not { } items)
            return;
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            var item = sequence.Items[i];
            path.Enter(i);
            if (outer is null && IsRefusedNull(item, items))
                Report(item, $"'{path}' must be {ValueText.Of(items.Types)}, not null", SchemaProblemKind.WrongType);
            Check(item, item is YamlMapping { Entries: [var first, ..] } ? first.Key : item, items, outer is null ? null : outer.Items ?? SchemaReader.Anything);
            path.Leave();
        }
    }

    /// <summary>Whether an item is null where its definition does not allow it: of fields the API server drops null, of lists it does not. Of numbers or text nothing is said.</summary>
    private bool IsRefusedNull(YamlNode item, Schema schema) =>
        !isBuiltIn && !isPart && item is YamlScalar { IsNull: true } && !IsLost(item) && schema is { IsNullable: false, HasDefault: false } && int.IsPow2((int)schema.Types);

    private void CheckBranches(YamlNode node, YamlNode place, Schema schema, Schema? outer)
    {
        if (schema.All.IsEmpty && schema.Any.IsEmpty && schema.One.IsEmpty && schema.Not is null)
            return;
        var declaring = outer ?? schema;
        foreach (var branch in schema.All)
            Check(node, place, branch.Value, declaring);
        if (!isPart && !(schema.Any.IsEmpty && schema.One.IsEmpty && schema.Not is null) && !ValueTypes.IsOpen(node))
            CheckAlternatives(node, place, schema, declaring);
    }

    private void CheckAlternatives(YamlNode node, YamlNode place, Schema schema, Schema declaring)
    {
        if (!schema.Any.IsEmpty && !schema.Any.Any(Matches))
            Report(place, $"{Subject} matches none of the alternatives that its schema has");
        if (!schema.One.IsEmpty && schema.One.Count(Matches) is not 1 and var matches)
            Report(place, matches == 0 ? $"{Subject} matches none of the alternatives that its schema has" : $"{Subject} matches {matches} of the alternatives that exclude each other");
        if (schema.Not is { } not && Matches(not))
            Report(place, $"{Subject} is what its schema excludes");

        bool Matches(SchemaSlot branch)
        {
            var before = problems.Count;
            Check(node, place, branch.Value, declaring);
            var isMatch = problems.Count == before;
            problems.RemoveRange(before, problems.Count - before);
            return isMatch;
        }
    }

    private static bool HasDefault(Schema schema, string name) => schema.Property(name) is { HasDefault: true };

    /// <summary>Outside of structural schemas, branches may declare fields.</summary>
    private static bool IsDeclaredInBranch(Schema schema, string name) =>
        schema.All.Concat(schema.Any).Concat(schema.One).Any(branch => branch.Value.Property(name) is not null || branch.Value.AdditionalProperties is not null);

    private void Report(YamlNode node, string message, SchemaProblemKind kind = SchemaProblemKind.WrongValue) => problems.Add(new(node, message) { Kind = kind });
}
