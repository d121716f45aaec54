using System.Collections.Immutable;
using FluxLint.Files;
using FluxLint.Fleet;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel.Functions;
using FluxLint.Syntax;
using Semver;

namespace FluxLint.Policies;

/// <summary>The field has one of some values, or a value in a range. A value that cannot be compared is let be.</summary>
internal sealed record FieldComparison(FieldPattern Pattern) : FieldDemand(Pattern)
{
    private const int MostShown = 5;

    /// <summary>Patterns of which one matches; empty for no such demand.</summary>
    public ImmutableArray<LocatedGlob> OneOf { get; init; } = [];

    /// <summary>Patterns of which none matches.</summary>
    public ImmutableArray<LocatedGlob> NoneOf { get; init; } = [];

    /// <summary>The least number or quantity, as it is written.</summary>
    public YamlScalar? AtLeast { get; init; }

    /// <summary>The greatest number or quantity, as it is written.</summary>
    public YamlScalar? AtMost { get; init; }

    /// <summary>The range of versions, as it is written.</summary>
    public YamlScalar? Version { get; init; }

    /// <summary>A field of the object that has the same value.</summary>
    public FieldPattern? SameAs { get; init; }

    /// <summary>What the cluster takes where the field is missing; null when nothing can be said then.</summary>
    public YamlScalar? Default { get; init; }

    protected override Func<FieldMatch, FieldFault?> For(Resource resource)
    {
        var other = SameAs?.In(resource.Root).FirstOrDefault(match => !match.IsMissing)?.Field.Node as YamlScalar;
        return match => Check(match, resource, other);
    }

    private FieldFault? Check(FieldMatch match, Resource resource, YamlScalar? other)
    {
        var value = match.IsMissing ? Default : match.Field.Node as YamlScalar;
        if (value is null || (!match.IsMissing && ObjectValues.IsUnknown(value)) || Fault(value.CanonicalValue, resource, other) is not { } fault)
            return null;
        var shown = !match.IsMissing && IsHidden(value, resource) ? SecretContent.Stand : $"'{value.CanonicalValue}'";
        return new(match.Field, Pattern.Text, $"{(match.IsMissing ? "not set, which means " : "")}{shown}, {fault}");
    }

    private string? Fault(string value, Resource resource, YamlScalar? other)
    {
        if (!OneOf.IsEmpty && !OneOf.Any(pattern => pattern.Glob.Matches(value)))
            return $"and should be {(OneOf.Length == 1 ? "" : "one of ")}{Show(OneOf)}";
        if (NoneOf.FirstOrDefault(pattern => pattern.Glob.Matches(value)) is { } forbidden)
            return forbidden.Glob.Pattern == value ? "which is not allowed" : $"and '{forbidden.Glob.Pattern}' is not allowed";
        if (Compare(value, AtLeast) < 0)
            return $"and should be at least '{AtLeast?.Value}'";
        if (Compare(value, AtMost) > 0)
            return $"and should be at most '{AtMost?.Value}'";
        if (Version is not null && ChartVersion.Range(Version.Value) is { } range && ChartVersion.Exact(value) is { } version && !IsIn(version, range))
            return $"and should be in '{Version.Value}'";
        return SameAs is not null && other is not null && !ObjectValues.IsUnknown(other) && other.CanonicalValue != value
            ? $"and '{SameAs.Text}' is {(IsHidden(other, resource) ? "another" : $"'{other.CanonicalValue}'")}"
            : null;
    }

    private static bool IsHidden(YamlScalar value, Resource resource) => SecretContent.IsSecret(resource.Root) || resource.Taken.Contains(value);

    /// <summary>Whether a version is in a range. One before a release counts as the release.</summary>
    private static bool IsIn(SemVersion version, SemVersionRange range) => range.Contains(version) || (version.IsPrerelease && range.Contains(version.WithoutPrereleaseOrMetadata()));

    private static int? Compare(string value, YamlScalar? limit) =>
        limit is not null && Quantities.Parse(value) is { } given && Quantities.Parse(limit.CanonicalValue) is { } wanted ? given.CompareTo(wanted) : null;

    private static string Show(ImmutableArray<LocatedGlob> patterns) =>
        string.Join(", ", patterns.Take(MostShown).Select(pattern => $"'{pattern.Glob.Pattern}'")) + (patterns.Length > MostShown ? $" and {patterns.Length - MostShown} more" : "");
}
