using System.Collections.Immutable;
using System.Globalization;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Analysis;

/// <summary>A finding as a rule reports it, before findings of one cause are merged.</summary>
public sealed class Finding
{
    private readonly Place? place;
    private readonly ImmutableArray<object?> arguments;

    internal Finding(DiagnosticDescriptor descriptor, Rule rule, Place place, ReadOnlySpan<object?> arguments)
        : this(descriptor, rule, place.Location, arguments)
    {
        this.place = place;
        Message = Shown(Message);
    }

    internal Finding(DiagnosticDescriptor descriptor, Rule rule, Location location, ReadOnlySpan<object?> arguments)
    {
        Descriptor = descriptor;
        Rule = rule;
        Location = location;
        Message = string.Format(CultureInfo.InvariantCulture, descriptor.Message, arguments);
        Severity = descriptor.Severity;
        this.arguments = descriptor.MessageForMany is null ? [] : [.. arguments];
    }

    internal DiagnosticDescriptor Descriptor { get; }

    internal Rule Rule { get; }

    internal Location Location { get; }

    internal string Message { get; }

    /// <summary>The clusters that the rule says it reaches; null for all that the thing reaches which was looked at.</summary>
    internal ImmutableArray<Cluster>? Clusters { get; private set; }

    /// <summary>What findings of other places have in common with this one; null when nothing.</summary>
    internal string? Cause { get; private set; }

    internal Severity Severity { get; private set; }

    internal string? Help { get; private set; }

    internal ImmutableArray<RelatedLocation> Related { get; private set; } = [];

    internal ImmutableArray<RelatedLocation> Provenance => place?.Provenance ?? [];

    internal LogicalLocation? LogicalLocation => place?.LogicalLocation;

    /// <summary>The object that it is about; null when it is about a file.</summary>
    internal Resource? Resource => place?.Resource;

    internal CodeFix? Fix { get; private set; }

    /// <summary>Whether there is a fix that nobody may see.</summary>
    internal bool WithholdsFix { get; private set; }

    /// <summary>Offers a change that makes the finding go away; null offers none. None is offered that has a value in it that was taken from a Secret.</summary>
    public Finding WithFix(CodeFix? fix)
    {
        WithholdsFix = fix is not null && Resource is { Taken.Count: > 0 } resource && SecretContent.IsIn(fix, SecretContent.TakenValues(resource));
        Fix = WithholdsFix ? null : fix;
        return this;
    }

    /// <summary>
    /// Says how much this very finding matters, where that is not the severity of its descriptor. Presets move it as they
    /// move that one; a severity that is configured for the rule wins, and a rule that is off by default stays off.
    /// </summary>
    public Finding WithSeverity(Severity severity)
    {
        Severity = severity;
        return this;
    }

    /// <summary>
    /// Says what the cause is, where it shows in more than one place: findings of the rule with the same cause become one diagnostic, which stands at
    /// the first place and names the others. The descriptor has a message for them.
    /// </summary>
    public Finding WithCause(string cause)
    {
        Cause = cause;
        return this;
    }

    /// <summary>Says what to do, in the imperative and without a full stop.</summary>
    public Finding WithHelp(string? help)
    {
        Help = help is null ? null : Shown(help);
        return this;
    }

    /// <summary>Names another place that belongs to the finding.</summary>
    public Finding WithRelated(Location location, string message) => WithRelated([new(location, message)]);

    /// <summary>Names other places that belong to the finding.</summary>
    public Finding WithRelated(ImmutableArray<RelatedLocation> related)
    {
        Related = Related.AddRange(Resource is { Taken.Count: > 0 } ? related.Select(other => other with { Message = Shown(other.Message) }) : related);
        return this;
    }

    /// <summary>Says which clusters the cause reaches.</summary>
    public Finding WithClusters(ImmutableArray<Cluster> clusters)
    {
        Clusters = clusters;
        return this;
    }

    /// <summary>What is said of an object has no value in it that was taken from a Secret.</summary>
    private string Shown(string text) => Resource is { } resource ? SecretContent.Hide(text, resource) : text;

    /// <summary>The message where the cause shows in other places, too.</summary>
    internal string MessageForMany(int others) =>
        Descriptor.MessageForMany is { } message ? Shown(string.Format(CultureInfo.InvariantCulture, message, [.. arguments, others])) : Message;
}
