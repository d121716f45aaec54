namespace FluxLint.Cli.Tests.Packaging;

/// <summary>Does what docs/packs.md says: from nothing to a repository that is linted with a published pack.</summary>
[Collection(LibraryCollection.Name)]
public sealed class PacksPageTests(LibraryFeed feed) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-page-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_page_leads_to_a_pack_that_lints()
    {
        feed.Serve(folder.FullName);
        var fleet = folder.CreateSubdirectory("fleet").FullName;
        File.WriteAllText(Path.Combine(fleet, "kustomization.yaml"), "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [pod.yaml]\n");
        File.WriteAllText(Path.Combine(fleet, "pod.yaml"), "apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  namespace: web\nspec:\n  containers:\n    - name: web\n      image: contoso.example/web:1\n    - name: sidecar\n      image: contoso.example/sidecar:1\n");

        var printed = new ExecutedPage(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "packs.md"))).Run(
            folder.FullName,
            [.. feed.Environment, ("PATH", $"{AppContext.BaseDirectory}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}")]);

        Assert.Contains("Contoso.FluxLint 0.1.0 (new)", printed, StringComparison.Ordinal);
        Assert.Contains("  rules    CONTOSO001, CONTOSO002\n", printed, StringComparison.Ordinal);
        Assert.Contains("warning CONTOSO002: Pod 'web' does not limit the memory of container 'web'\n --> pod.yaml:8:13\n", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("container 'sidecar'", printed, StringComparison.Ordinal);
        Assert.Contains("others are killed for it", printed, StringComparison.Ordinal);
    }
}
