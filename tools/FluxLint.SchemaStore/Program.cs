using FluxLint.SchemaStore;

if (args is not [var path, var release, _, ..] || !Version.TryParse(release, out var version))
{
    Console.Error.WriteLine("usage: STORE RELEASE FILE... | an OpenAPI document, custom resource definitions, or a directory of GROUP/KIND_VERSION.json");
    return 2;
}
var content = File.Exists(path) ? StoreContent.Read(path) : new StoreContent();
content.Remove(version);
foreach (var input in args.Skip(2))
{
    var kinds = Directory.Exists(input) ? SchemaCatalogue.Read(input) : input.EndsWith(".json", StringComparison.Ordinal) ? OpenApiDocument.Read(input) : DefinitionFile.Read(input);
    foreach (var kind in kinds)
        content.Add(version, kind);
}
var bytes = StoreWriter.Write(content);
File.WriteAllBytes(path, bytes);
Console.WriteLine($"{path}: {content.Releases.Count} releases, {content.CountKinds()} kinds, {bytes.Length} bytes");
return 0;
