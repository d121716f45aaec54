using System.Collections.Immutable;
using System.Text;
using FluxLint.Kustomize.Output;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Writes a changed node into the YAML that it was read from. Only what differs is written anew, which gives the content that kustomize gives; it may lay it out otherwise.</summary>
internal static class YamlText
{
    /// <summary>The text with the changes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="before">What it holds.</param>
    /// <param name="after">What it should hold.</param>
    public static string Write(string text, YamlNode before, YamlNode after)
    {
        var changes = new List<(YamlScalar Old, YamlScalar New)>();
        if (!Compare(before, after, changes))
            return ManifestWriter.Write(after).Trim();
        var written = new StringBuilder(text);
        foreach (var (old, replaced) in changes.OrderByDescending(change => change.Old.Span.Start))
            written.Remove(old.Span.Start, old.Span.Length).Insert(old.Span.Start, Scalar(replaced));
        return written.ToString().Trim();
    }

    /// <summary>Finds the scalars that differ; false where more than scalars on one line does.</summary>
    private static bool Compare(YamlNode before, YamlNode after, List<(YamlScalar Old, YamlScalar New)> changes)
    {
        switch (before, after)
        {
            case var (one, other) when ReferenceEquals(one, other):
                return true;
            case (YamlScalar { Style: not (ScalarStyle.Literal or ScalarStyle.Folded) } old, YamlScalar replaced) when !old.Value.Contains('\n') && !replaced.Value.Contains('\n'):
                changes.Add((old, replaced));
                return true;
            case (YamlMapping old, YamlMapping replaced) when old.Entries.Length == replaced.Entries.Length:
                return Compare([.. old.Entries.Select(entry => entry.Value)], [.. replaced.Entries.Select(entry => entry.Value)], changes);
            case (YamlSequence old, YamlSequence replaced) when old.Items.Length == replaced.Items.Length:
                return Compare(old.Items, replaced.Items, changes);
            default:
                return false;
        }
    }

    private static bool Compare(ImmutableArray<YamlNode> before, ImmutableArray<YamlNode> after, List<(YamlScalar Old, YamlScalar New)> changes)
    {
        for (var i = 0; i < before.Length; i++)
        {
            if (!Compare(before[i], after[i], changes))
                return false;
        }
        return true;
    }

    private static string Scalar(YamlScalar scalar) => ManifestWriter.Write(scalar).Trim();
}
