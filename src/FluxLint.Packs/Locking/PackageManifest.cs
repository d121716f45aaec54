using System.Xml;
using System.Xml.Linq;
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
            var metadata = Child(XDocument.Load(reader).Root, "metadata");
            var dependencies = (Child(metadata, "dependencies")?.Descendants() ?? []).Where(element => element.Name.LocalName == "dependency");
            return new(
                Child(metadata, "id")?.Value.Trim() ?? "",
                dependencies.ToLookup(element => element.Attribute("id")?.Value.Trim() ?? "", element => element.Attribute("version")?.Value ?? "", StringComparer.OrdinalIgnoreCase));
        }
        catch (XmlException wrong)
        {
            throw new PackException($"'{path}' is no manifest of a package: {wrong.Message.TrimEnd('.')}", wrong);
        }
    }

    // The namespace tells versions of the format apart, in which these are the same.
    private static XElement? Child(XElement? parent, string name) => parent?.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
