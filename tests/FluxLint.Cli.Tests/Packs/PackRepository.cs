using FluxLint.Cli.Caching;
using FluxLint.Cli.Packs;
using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>A repository that names packs, with a feed and a folder of packages of its own.</summary>
internal sealed class PackRepository : IDisposable
{
    private readonly SmallRepository repository = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-packs-");

    /// <summary>Makes one with a cluster that has an object without an owner.</summary>
    /// <param name="packages">What is in the feed.</param>
    public PackRepository(params IEnumerable<TestPackage> packages)
    {
        Feed = folder.CreateSubdirectory("feed").FullName;
        Packages = folder.CreateSubdirectory("packages").FullName;
        foreach (var package in packages)
            package.WriteTo(Feed);
        Configure($"""<packageSources><clear /><add key="feed" value="{Feed}" /></packageSources>""");
        Ask("Contoso.FluxLint", "[1.0,2.0)");
        repository.Write("clusters/one/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [settings.yaml]\n");
        repository.Write("clusters/one/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: default\n");
    }

    public static TestPackage Contoso { get; } = new("Contoso.FluxLint", "1.2.3");

    public string Root => repository.Root;

    public string Feed { get; }

    public string Packages { get; }

    public string Lock => Path.Combine(Root, "fluxlint.lock.json");

    /// <summary>The limits of rules.</summary>
    public PackLimits Limits { get; set; } = new(TimeSpan.FromSeconds(10), long.MaxValue);

    /// <summary>What the user allows in the environment.</summary>
    public PackPermission Allowed { get; set; } = PackPermission.None;

    /// <summary>Where lints are kept; null for nowhere.</summary>
    public CacheDirectory? Cache { get; set; }

    public void Configure(string configuration) => repository.Write("nuget.config", $"<configuration>{configuration}</configuration>");

    /// <summary>Writes a configuration with one pack.</summary>
    public void Ask(string id, string version, string more = "") =>
        repository.Write("fluxlint.yaml", $"clusters:\n  - class: all\n    paths: [clusters/*]\npacks:\n  - id: {id}\n    version: \"{version}\"\n{more}");

    public void Write(string path, string text) => repository.Write(path, text);

    public Task<CommandRun> Run(params string[] arguments) =>
        CommandRun.Of(session => session with { PackageFolder = Packages, PackLimits = Limits, AllowedPacks = Allowed, Cache = Cache }, Root, arguments);

    /// <summary>Restores into another folder of packages.</summary>
    public Task<CommandRun> RestoreInto(string folder) => CommandRun.Of(session => session with { PackageFolder = folder }, Root, "packs", "restore");

    /// <summary>Restores, and lints with all packs.</summary>
    public async Task<CommandRun> RestoreAndLint(params string[] arguments)
    {
        var restored = await Run("packs", "restore");
        Assert.Equal(("", ExitCode.Clean), (restored.Error, restored.ExitCode));
        return await Run(["lint", "--allow-packs", "--select", "ORG", .. arguments]);
    }

    public void Dispose()
    {
        repository.Dispose();
        folder.Delete(recursive: true);
    }
}
