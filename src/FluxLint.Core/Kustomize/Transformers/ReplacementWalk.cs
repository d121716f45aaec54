using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Walks to the fields that a target path of a replacement names, and puts the value there.</summary>
/// <param name="steps">The path.</param>
/// <param name="value">The value.</param>
/// <param name="options">The options of the target.</param>
/// <param name="cause">The path as written.</param>
internal sealed class ReplacementWalk(ImmutableArray<string> steps, ReplacementValue value, ReplacementOptions options, Location cause)
{
    // What stands in a node that was just made, and has no content yet.
    private readonly YamlScalar created = YamlScalar.Create("", cause);

    /// <summary>Why the walk failed; null when it did not.</summary>
    public string? Problem { get; private set; }

    /// <summary>Number of fields found or created.</summary>
    public int Fields { get; private set; }

    public YamlNode Apply(YamlNode root) => Visit(root, 0);

    private YamlNode Visit(YamlNode node, int at)
    {
        if (Problem is not null)
            return node;
        if (at == steps.Length)
            return Put(node, isNew: ReferenceEquals(node, created));
        if (node is YamlScalar { IsNull: true } && !ReferenceEquals(node, created))
            return VisitNull(node, at);
        var step = steps[at];
        if (DottedPath.Index(step) is { } index)
            return Sequence(node) is { } list ? VisitIndex(list, index, at) : node;
        if (DottedPath.IsCondition(step))
            return Sequence(node) is { } items ? VisitMatches(items, at) : node;
        if (step == "*")
            return Sequence(node) is { } all ? FieldWalk.Items(all, item => Visit(item, at + 1)) : node;
        return VisitField(node, at);
    }

    private YamlNode Put(YamlNode present, bool isNew)
    {
        Fields++;
        var put = value.PutInto(ReferenceEquals(present, created) ? null : present, isNew, options, cause, out var problem);
        if (put is null)
            Fail(problem);
        return put ?? present;
    }

    /// <summary>Below a null nothing is found, and what kustomize creates there is lost.</summary>
    private YamlNode VisitNull(YamlNode node, int at)
    {
        if (options.Create)
            Fields++;
        else if (DottedPath.Index(steps[at]) is { } index)
            Fail($"there is no item {index} in an empty list");
        return node;
    }

    private YamlNode VisitField(YamlNode node, int at)
    {
        var step = steps[at];
        if (node is not YamlMapping mapping || step.Length == 0)
        {
            Fail(step.Length == 0 ? "a step of the path is empty" : $"there is {Describe(node)} where '{step}' is looked for");
            return node;
        }
        if (mapping[step] is { } present)
        {
            var changed = Visit(present, at + 1);
            return ReferenceEquals(changed, present) ? mapping : mapping.With(step, changed);
        }
        return options.Create ? mapping.With(step, Visit(New(at + 1), at + 1), YamlScalar.Create(step, cause)) : mapping;
    }

    private YamlSequence VisitIndex(YamlSequence list, int index, int at)
    {
        if (index == list.Items.Length && options.Create)
            return list.WithItems(list.Items.Add(Visit(New(at + 1), at + 1)));
        if (index >= list.Items.Length)
        {
            Fail($"there is no item {index} in a list of {list.Items.Length}");
            return list;
        }
        var changed = Visit(list.Items[index], at + 1);
        return ReferenceEquals(changed, list.Items[index]) ? list : list.WithItems(list.Items.SetItem(index, changed));
    }

    private YamlSequence VisitMatches(YamlSequence list, int at)
    {
        if (ItemMatch.Read(steps[at]) is not { } match)
        {
            Fail($"'{steps[at]}' is not a condition such as '[name=x]'");
            return list;
        }
        var before = Fields;
        var changed = FieldWalk.Items(list, item => match.Matches(item) ? Enter(item, isNew: false) : item);
        if (Fields > before || !options.Create || Problem is not null)
            return changed;
        var added = match.NewItem(cause);
        if (!match.Matches(added))
        {
            Fail($"no item meets '{steps[at]}', and none can be made of it");
            return list;
        }
        return list.WithItems(list.Items.Add(Enter(added, isNew: true)));

        // A condition on the items themselves ends the path.
        YamlNode Enter(YamlNode item, bool isNew) => match.IsOnItem ? Put(item, isNew) : Visit(item, at + 1);
    }

    private YamlSequence? Sequence(YamlNode node)
    {
        if (node is YamlSequence sequence)
            return sequence;
        Fail($"there is {Describe(node)} where a list is looked for");
        return null;
    }

    private YamlNode New(int at)
    {
        if (at == steps.Length)
            return value.EmptyCollection(cause) ?? created;
        return DottedPath.IsCondition(steps[at]) || DottedPath.Index(steps[at]) is not null
            ? new YamlSequence(cause.Source, cause.Span, [])
            : new YamlMapping(cause.Source, cause.Span, []);
    }

    private void Fail(string problem) => Problem ??= problem;

    private static string Describe(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        _ => $"'{node}'",
    };
}
