using System.Xml;
using FluxLint.Packs.Loading;

namespace FluxLint.Packs.Locking;

/// <summary>What a package that lies unpacked in the folder of packages says of itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Dependencies">The ids of the packages that it depends on, each with a range, for all frameworks together.</param>
internal sealed record PackageManifest(string Id, ILookup<string, string> Dependencies)
{
    private const int LargestManifest = 1 << 20;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Reads the manifest of a package.</summary>
    /// <exception cref="PackException">There is none that can be read.</exception>
    public static PackageManifest Read(LockedPackage package, string folder)
    {
        var path = Path.Join(package.FolderIn(folder), $"{package.Id.ToLowerInvariant()}.nuspec");
        if (RegularFile.Read(path, LargestManifest, out var problem) is not { } content)
            throw new PackException(problem);
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content, writable: false), Settings);
            return Read(reader);
        }
        catch (XmlException wrong)
        {
            throw new PackException($"'{path}' is no manifest of a package: {wrong.Message.TrimEnd('.')}", wrong);
        }
    }

    // The namespace tells versions of the format apart, in which these are the same.
    private static PackageManifest Read(XmlReader reader)
    {
        var id = "";
        var dependencies = new List<(string Id, string Range)>();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "id", Depth: 2 })
                id = reader.ReadString().Trim();
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "dependency" })
                dependencies.Add((reader.GetAttribute("id")?.Trim() ?? "", reader.GetAttribute("version") ?? ""));
        }
        return new(id, dependencies.ToLookup(dependency => dependency.Id, dependency => dependency.Range, StringComparer.OrdinalIgnoreCase));
    }
}
