using System.Collections.Immutable;
using Semver;
using static FluxLint.Schemas.Cel.CelValue;

namespace FluxLint.Schemas.Cel.Functions;

/// <summary>Semantic versions (k8s.io/apiserver, pkg/cel/library/semverlib.go).</summary>
internal static class SemverFunctions
{
    public static CelValue? Call(string name, ImmutableArray<CelValue> arguments) => (name, arguments) switch
    {
        ("isSemver", [Str { Value: var text }]) => Of(Parse(text) is not null),
        ("semver", [Str { Value: var text }]) => Parse(text) is { } version ? new Release(version) : new Failure(FailureKind.Conversion, $"'{text}' is no semantic version"),
        // What else a normalized version may leave out is not known here.
        ("isSemver", [Str { Value: var text }, Bool]) => Parse(text) is null ? new Unknown() : True,
        ("semver", [Str { Value: var text }, Bool]) => Parse(text) is { } version ? new Release(version) : new Unknown(),
        ("major", [Release version]) => Part(version.Value.Major),
        ("minor", [Release version]) => Part(version.Value.Minor),
        ("patch", [Release version]) => Part(version.Value.Patch),
        ("compareTo", [Release one, Release other]) => new Int(Math.Sign(one.Value.ComparePrecedenceTo(other.Value))),
        ("isGreaterThan", [Release one, Release other]) => Of(one.Value.ComparePrecedenceTo(other.Value) > 0),
        ("isLessThan", [Release one, Release other]) => Of(one.Value.ComparePrecedenceTo(other.Value) < 0),
        _ => null,
    };

    private static SemVersion? Parse(string text) => SemVersion.TryParse(text, SemVersionStyles.Strict, out var version) ? version : null;

    private static CelValue Part(System.Numerics.BigInteger part) => part <= long.MaxValue ? new Int((long)part) : Overflow;
}
