namespace FluxLint.Text;

/// <summary>A name that is probably meant in place of one that does not exist, put into words.</summary>
/// <param name="Name">The name.</param>
public sealed record Suggestion(string Name)
{
    /// <summary>What a help line or an error asks: <c>did you mean 'apps'?</c></summary>
    public string Question => $"did you mean '{Name}'?";

    /// <summary>What a message says at its end, which asks nothing: <c>the nearest is 'apps'</c>.</summary>
    public string Statement => $"the nearest is '{Name}'";

    /// <summary>The suggestion of a name that is known to be near; null when none is.</summary>
    public static Suggestion? Of(string? name) => name is null ? null : new(name);

    /// <summary>The candidate nearest to a name; null when none is near.</summary>
    public static Suggestion? For(string name, IEnumerable<string> candidates) => Of(NearestName.Find(name, candidates));
}
