using System.Buffers;
using System.Collections.Immutable;
using FluxLint.Syntax;

namespace FluxLint.Configuration;

/// <summary>Reads the entries of <c>packs</c>.</summary>
internal sealed class PackReferenceReader(NodeReader reader)
{
    private const string Owner = "a pack";

    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,*+ -");

    /// <summary>The entries, each id once.</summary>
    public ImmutableArray<PackReference> Read(YamlMapping root)
    {
        var packs = ImmutableArray.CreateBuilder<PackReference>();
        foreach (var item in reader.Items(root, "packs"))
        {
            if (reader.AsMapping(item, "an item of 'packs'") is not { } mapping || Read(mapping, Owner) is not { } pack)
                continue;
            if (packs.Any(other => other.Id.Value.Equals(pack.Id.Value, StringComparison.OrdinalIgnoreCase)))
                reader.Report(pack.Id, $"there are two packs '{pack.Id.Value}'");
            else
                packs.Add(pack);
        }
        return packs.ToImmutable();
    }

    private PackReference? Read(YamlMapping mapping, string owner)
    {
        reader.CheckKeys(mapping, owner, ConfigurationKeys.Pack);
        var (id, version) = (reader.Text(mapping, "id"), reader.Text(mapping, "version"));
        if (IsMissing(mapping, "id"))
            reader.Report(mapping, $"{owner} needs an 'id', that of its NuGet package");
        else if (IsMissing(mapping, "version"))
            reader.Report(mapping, $"{owner} needs a 'version', such as \"1.2.0\" or \"[1.2,2.0)\"");
        if (id is null || version is null)
            return null;
        if (!IsId(id.Value))
            reader.Report(id, $"'{id.Value}' cannot be the id of a package");
        else if (!IsVersion(version.Value))
            reader.Report(version, $"'version' must be a version or a range of NuGet such as \"1.2.0\" or \"[1.2,2.0)\", not {NodeReader.Describe(version)}");
        else
            return new(id, version);
        return null;
    }

    private static bool IsId(string text) => Array.TrueForAll(text.Split('.', '-'), part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));

    private static bool IsVersion(string text)
    {
        var inner = text.AsSpan();
        if (inner is ['[' or '(', ..])
            inner = inner[1..];
        if (inner is [.., ']' or ')'])
            inner = inner[..^1];
        return inner.ContainsAnyInRange('0', '9') && !inner.ContainsAnyExcept(VersionCharacters);
    }

    private static bool IsMissing(YamlMapping mapping, string key) => mapping[key] is null or YamlScalar { IsNull: true };
}
