using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>What the objects of a kind are held against on a cluster. Where its release is not known, only what every release refuses is a problem.</summary>
public sealed class KindSchema
{
    internal KindSchema(Schema newest, params ImmutableArray<Schema> older)
    {
        Newest = newest;
        Older = older;
    }

    /// <summary>The schema of the newest release that the cluster may have.</summary>
    internal Schema Newest { get; }

    /// <summary>Those of older releases that it may have.</summary>
    internal ImmutableArray<Schema> Older { get; }

    /// <summary>The collection that the schema is from, which may be of another release than the one that the cluster has; null when it is the cluster's own.</summary>
    public string? Catalogue { get; internal init; }

    /// <summary>Where the schema is from.</summary>
    internal SchemaOrigin Origin { get; init; }

    /// <summary>Whether the cluster may have a release that nobody here knows: of that, only types are certain.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>Values that something on the cluster adds to those that are allowed.</summary>
    internal ImmutableArray<string> Added { get; init; } = [];

    /// <summary>What is wrong with an object; nothing when it is encrypted, or a part of its values is unknown.</summary>
    public ImmutableArray<SchemaProblem> Validate(Resource resource)
    {
        var problems = SchemaValidator.Validate(resource, Newest);
        if (problems.IsEmpty)
            return problems;
        if (IsOpen)
            problems = problems.RemoveAll(problem => problem.Kind is not (SchemaProblemKind.WrongType or SchemaProblemKind.Unchecked));
        // Releases add fields and choices all the time; a name close to one that is known is a slip.
        if (Catalogue is not null)
            problems = problems.RemoveAll(problem => problem.Nearest is null && (problem.Kind == SchemaProblemKind.UnknownField || problem.IsChoice));
        if (!Added.IsEmpty)
            problems = problems.RemoveAll(problem => problem is { Kind: SchemaProblemKind.WrongValue, Node: YamlScalar { Value: var value } } && Added.Contains(value));
        foreach (var schema in Older)
        {
            if (problems.IsEmpty)
                break;
            // One release may ask for a field by a rule that another one requires.
            var others = SchemaValidator.Validate(resource, schema).Select(problem => problem.Node).ToHashSet(ReferenceEqualityComparer.Instance);
            problems = problems.RemoveAll(problem => !others.Contains(problem.Node));
        }
        return problems;
    }
}
