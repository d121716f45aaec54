using FluxLint.Text.Automata;

namespace FluxLint.Files;

/// <summary>A place on the way through the patterns of a <see cref="WildcardTree"/>, and where it goes on from there.</summary>
internal sealed class WildcardPlace
{
    // Most places have one way on.
    private Dictionary<int, WildcardPlace>? letters;
    private List<(CharacterSet Characters, WildcardPlace Next)>? sets;

    // Places that are reached without a character: behind any number of characters, or of directories.
    private List<WildcardPlace>? open;
    private CharacterSet? repeated;
    private WildcardPlace? afterSlash;
    private WildcardPlace? directories;
    private bool isBehindDirectories;
    private int line;
    private int directoryLine;

    /// <summary>The place behind a part of a pattern.</summary>
    public WildcardPlace After(Expression part) => part switch
    {
        Expression.Set { Characters.Single: { } letter } => AfterLetter(letter),
        Expression.Set { Characters: var characters } => AfterSet(characters),
        _ when ReferenceEquals(part, GlobPart.Directories) => AfterDirectories(),
        Expression.Repeat { Part: Expression.Set { Characters: var characters }, Minimum: 0, Maximum: null } => AfterAny(characters),
        _ => throw new ArgumentException("no part of a line", nameof(part)),
    };

    /// <summary>Takes note of a pattern that ends here.</summary>
    public void End(int last, bool onlyDirectories)
    {
        directoryLine = last;
        line = onlyDirectories ? line : last;
    }

    /// <summary>The last pattern that ends here; 0 when none does.</summary>
    public int Line(bool isDirectory) => isDirectory ? directoryLine : line;

    /// <summary>Adds the places that no character is needed for.</summary>
    public void Open(OrderedDictionary<WildcardPlace, bool> active)
    {
        foreach (var place in open ?? [])
            active.TryAdd(place, true);
    }

    /// <summary>Adds the places that a character leads to.</summary>
    public void Take(int character, OrderedDictionary<WildcardPlace, bool> following)
    {
        if (repeated?.Contains(character) == true)
            following.TryAdd(this, true);
        if (character == '/' && afterSlash is not null)
            following.TryAdd(afterSlash, true);
        if (letters?.TryGetValue(character, out var next) == true)
            following.TryAdd(next, true);
        foreach (var (characters, place) in sets ?? [])
        {
            if (characters.Contains(character))
                following.TryAdd(place, true);
        }
    }

    private WildcardPlace AfterLetter(int letter)
    {
        letters ??= [];
        return letters.TryGetValue(letter, out var known) ? known : letters[letter] = new();
    }

    private WildcardPlace AfterSet(CharacterSet characters)
    {
        sets ??= [];
        foreach (var (known, place) in sets)
        {
            if (Same(known, characters))
                return place;
        }
        var next = new WildcardPlace();
        sets.Add((characters, next));
        return next;
    }

    private WildcardPlace AfterAny(CharacterSet characters)
    {
        open ??= [];
        if (open.Find(place => place.repeated is { } known && place.afterSlash is null && Same(known, characters)) is { } present)
            return present;
        var next = new WildcardPlace { repeated = characters };
        open.Add(next);
        return next;
    }

    // Any number of directories behind any number of them is the same.
    private WildcardPlace AfterDirectories()
    {
        if (isBehindDirectories)
            return this;
        if (directories is not null)
            return directories;
        directories = new() { isBehindDirectories = true };
        open ??= [];
        open.Add(directories);
        open.Add(new() { repeated = CharacterSet.All, afterSlash = directories });
        return directories;
    }

    private static bool Same(CharacterSet one, CharacterSet other) => one.Ranges.AsSpan().SequenceEqual(other.Ranges.AsSpan());
}
