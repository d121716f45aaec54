using System.Collections.Immutable;

namespace FluxLint.Fleet;

/// <summary>What tools other than Flux may set up on a cluster before Flux does, as far as their files tell.</summary>
internal sealed record EarlySetup
{
    /// <summary>No other tool is in sight.</summary>
    public static EarlySetup None { get; } = new();

    /// <summary>The groups whose definitions may be there, with those below them.</summary>
    public ImmutableSortedSet<string> Groups { get; init; } = Names();

    /// <summary>The namespaces that may be there.</summary>
    public ImmutableSortedSet<string> Namespaces { get; init; } = Names();

    /// <summary>The files that may bring anything, because they do not tell what.</summary>
    public ImmutableSortedSet<string> Unread { get; init; } = Names();

    /// <summary>Whether a chart is installed whose definitions are not known.</summary>
    public bool HasUnknownCharts { get; init; }

    /// <summary>Whether there is nothing but definitions in something, and it is not known which.</summary>
    public bool HasUnknownDefinitions { get; init; }

    /// <summary>Whether namespaces are made whose names are not known.</summary>
    public bool HasUnknownNamespaces { get; init; }

    /// <summary>Whether no other tool sets up anything.</summary>
    public bool IsEmpty => IsSame(None);

    /// <summary>A file that may bring anything.</summary>
    public static EarlySetup Anything(string file) => new() { Unread = Names(file) };

    /// <summary>Whether the definitions of a group may be there.</summary>
    public bool MayDefine(string group) => !Unread.IsEmpty || HasUnknownDefinitions || HasGroup(group);

    /// <summary>Whether a namespace may be there.</summary>
    public bool MayMakeNamespace(string name) => !Unread.IsEmpty || HasUnknownNamespaces || Namespaces.Contains(name);

    /// <summary>What this and another set up together.</summary>
    public EarlySetup With(EarlySetup other) => new()
    {
        Groups = Groups.Union(other.Groups),
        Namespaces = Namespaces.Union(other.Namespaces),
        Unread = Unread.Union(other.Unread),
        HasUnknownCharts = HasUnknownCharts || other.HasUnknownCharts,
        HasUnknownDefinitions = HasUnknownDefinitions || other.HasUnknownDefinitions,
        HasUnknownNamespaces = HasUnknownNamespaces || other.HasUnknownNamespaces,
    };

    /// <summary>Whether another says the same.</summary>
    public bool IsSame(EarlySetup other) =>
        HasUnknownCharts == other.HasUnknownCharts
        && HasUnknownDefinitions == other.HasUnknownDefinitions
        && HasUnknownNamespaces == other.HasUnknownNamespaces
        && Groups.SetEquals(other.Groups)
        && Namespaces.SetEquals(other.Namespaces)
        && Unread.SetEquals(other.Unread);

    /// <summary>A set of names.</summary>
    public static ImmutableSortedSet<string> Names(params IEnumerable<string> names) => names.ToImmutableSortedSet(StringComparer.Ordinal);

    private bool HasGroup(string group)
    {
        for (var end = group; ; end = end[(end.IndexOf('.') + 1)..])
        {
            if (Groups.Contains(end))
                return true;
            if (!end.Contains('.'))
                return false;
        }
    }
}
