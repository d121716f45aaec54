namespace FluxLint.Cli.Tests.Commands;

/// <summary>A repository of a few files, written for one test.</summary>
internal sealed class SmallRepository : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("fluxlint-small-");

    public SmallRepository() => Write("fluxlint.yaml", "preset: recommended\n");

    public string Root => directory.FullName;

    public SmallRepository Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? Root);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Writes a Kustomization of Flux; <paramref name="spec"/> is more of its <c>spec</c>, in flow style and with a comma before it.</summary>
    public SmallRepository WriteKustomization(string file, string name, string path, string spec = "") => Write(file, $$"""
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: {name: {{name}}, namespace: flux-system}
        spec: {interval: 10m, prune: true, path: {{path}}, sourceRef: {kind: GitRepository, name: flux-system}{{spec}}}

        """);

    public void Dispose() => directory.Delete(recursive: true);
}
