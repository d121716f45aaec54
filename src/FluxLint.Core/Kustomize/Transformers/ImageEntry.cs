using System.Text.RegularExpressions;
using FluxLint.Syntax;
using FluxLint.Text.Automata;

namespace FluxLint.Kustomize.Transformers;

/// <summary>One entry of <c>images</c>.</summary>
internal sealed class ImageEntry
{
    private readonly YamlNode place;
    private readonly string name;
    private readonly Func<string, bool>? pattern;
    private readonly YamlScalar? newName;
    private readonly YamlScalar? newTag;
    private readonly YamlScalar? digest;
    private readonly YamlScalar? tagSuffix;

    private int matches;

    private ImageEntry(YamlNode place, string name, Func<string, bool>? pattern, YamlScalar? newName, YamlScalar? newTag, YamlScalar? digest, YamlScalar? tagSuffix)
    {
        this.place = place;
        this.name = name;
        this.pattern = pattern;
        this.newName = newName;
        this.newTag = newTag;
        this.digest = digest;
        this.tagSuffix = tagSuffix;
    }

    /// <summary>Reads an entry; null when its name is no pattern.</summary>
    public static ImageEntry? Read(Layer layer, YamlMapping entry)
    {
        layer.RefuseUnknown(entry, "images", "name", "newName", "newTag", "digest", "tagSuffix");
        var name = layer.Text(entry, "name")?.Value ?? "";
        Func<string, bool>? pattern = null;
        try
        {
            // Kustomize takes the name as a part of a regular expression, without escaping or grouping it; of its characters, real names only hold the dot.
            if (name.AsSpan().IndexOfAny(@"\*+?()[]{}|^$") >= 0)
                pattern = Pattern($@"\A{name}(:[a-zA-Z0-9_.{{}}-]*)?(@sha256:[a-zA-Z0-9_.{{}}-]*)?\z");
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            layer.Report(BuildProblemKind.Refused, entry.Field("name") ?? entry, $"the image name '{name}' is taken as a regular expression, and is not a valid one");
            return null;
        }
        return new(entry.Field("name") ?? entry, name, pattern, layer.NonEmptyText(entry, "newName"), layer.NonEmptyText(entry, "newTag"), layer.NonEmptyText(entry, "digest"), layer.NonEmptyText(entry, "tagSuffix"));
    }

    // Ours is made in a hundredth of the time, and knows most of the syntax.
    private static Func<string, bool> Pattern(string expression) => PatternParser.Parse(expression) is { } automaton
        ? image => automaton.IsMatch(image)
        : new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant).IsMatch;

    /// <summary>The image as the entry has it; the same node when the entry does not concern it or changes nothing.</summary>
    public YamlScalar Apply(YamlScalar image)
    {
        if (image.IsNull || !Matches(image.Value))
            return image;
        matches++;
        var (repository, tag, sum) = Split(image.Value);
        var cause = newName;
        if (newName is not null)
            repository = newName.Value;
        if (newTag is not null || digest is not null)
        {
            tag = newTag?.Value ?? "";
            sum = digest?.Value ?? "";
            cause = newTag ?? digest;
        }
        else if (tagSuffix is not null)
        {
            tag += tagSuffix.Value;
            sum = "";
            cause = newName ?? tagSuffix;
        }
        var value = repository + (tag.Length > 0 ? ":" + tag : "") + (sum.Length > 0 ? "@" + sum : "");
        return cause is null || value == image.Value
            ? image
            : YamlScalar.Create(value, cause.Location).WithDerivation(new(ProvenanceStep.Image, cause.Location, image) { HasSecret = ((YamlScalar?[])[newName, newTag, digest, tagSuffix]).OfType<YamlScalar>().Any(SecretContent.IsTaken) });
    }

    /// <summary>What became of the entry so far.</summary>
    /// <param name="isUncertain">Whether images may be missing.</param>
    public PatchUse Use(bool isUncertain) => new(PatchTarget.Of(static _ => false, name))
    {
        Entry = place.Location,
        Target = place.Location,
        Matches = matches,
        IsUncertain = isUncertain,
        IsRefused = false,
    };

    private bool Matches(string image)
    {
        if (pattern is not null)
            return pattern(image);
        if (image.Length < name.Length)
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != image[i] && (name[i] != '.' || image[i] == '\n'))
                return false;
        }
        var rest = image.AsSpan(name.Length);
        if (rest.StartsWith(":"))
            rest = SkipTag(rest[1..]);
        if (rest.StartsWith("@sha256:"))
            rest = SkipTag(rest["@sha256:".Length..]);
        return rest.IsEmpty;
    }

    private static ReadOnlySpan<char> SkipTag(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '_' or '.' or '{' or '}' or '-'))
            length++;
        return text[length..];
    }

    /// <summary>Takes an image apart. A colon before the first slash belongs to the port of a registry.</summary>
    private static (string Repository, string Tag, string Digest) Split(string image)
    {
        var start = Math.Max(image.IndexOf('/'), 0);
        var at = image.IndexOf('@', start);
        var colon = image.IndexOf(':', start);
        if (at >= 0 && (colon < 0 || at < colon))
            return (image[..at], "", image[(at + 1)..]);
        if (colon < 0)
            return (image, "", "");
        return at < 0
            ? (image[..colon], image[(colon + 1)..], "")
            : (image[..colon], image[(colon + 1)..at], image[(at + 1)..]);
    }
}
