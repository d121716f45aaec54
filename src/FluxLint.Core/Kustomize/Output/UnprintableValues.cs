using System.Text;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Output;

/// <summary>Finds what kustomize reads but cannot print: keys that are no text, and values that JSON or YAML 1.1 does not have.</summary>
internal static class UnprintableValues
{
    private const int LongestKey = 1024;

    public static IEnumerable<BuildProblem> Of(Resource resource)
    {
        var open = new Stack<YamlNode>([resource.Root]);
        while (open.TryPop(out var node))
        {
            if (node is YamlScalar scalar)
            {
                if (Reason(scalar) is { } reason)
                    yield return new(BuildProblemKind.Refused, scalar.Location, reason);
                continue;
            }
            foreach (var item in (node as YamlSequence)?.Items ?? [])
                open.Push(item);
            foreach (var entry in (node as YamlMapping)?.Entries ?? [])
            {
                if (entry.Key is not YamlScalar { Kind: ScalarKind.String } key)
                    yield return new(BuildProblemKind.Refused, entry.Key.Location, "a key must be text: kustomize cannot print a number, boolean or null there without quotes");
                else if (key.Value.Length > LongestKey / 3 && Encoding.UTF8.GetByteCount(key.Value) > LongestKey)
                    yield return new(BuildProblemKind.Refused, entry.Key.Location, $"this key has more than {LongestKey} bytes, which kustomize cannot print");
                else if (key.Value.Contains(NextLines.Character))
                    yield return new(BuildProblemKind.Refused, entry.Key.Location, "kustomize cannot print the control character in this key");
                else
                    open.Push(key);
                open.Push(entry.Value);
            }
        }
    }

    private static string? Reason(YamlScalar scalar) =>
        scalar.Kind == ScalarKind.Float && scalar.CanonicalValue is "NaN" or "+Inf" or "-Inf" ? $"kustomize cannot print '{scalar.Value}', because JSON has no such number"
        : scalar.Kind == ScalarKind.String && scalar.CanonicalValue.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') >= 0 && HasControlCharacter(scalar.CanonicalValue) ? "kustomize cannot print the control character in this text"
        : scalar.Value is ['\t', ..] && IsBlock(scalar) && FoldedScalars.StaysBlock(scalar.Value) ? "kustomize cannot print a block that starts with a tab"
        : null;

    private static bool IsBlock(YamlScalar scalar) =>
        scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded || (scalar.Derivation?.Step == ProvenanceStep.Generator && scalar.Value.Contains('\n'));

    private static bool HasControlCharacter(string value) => value.Any(c => c is >= '\u007F' and <= '\u009F' and not '\u0085');
}
