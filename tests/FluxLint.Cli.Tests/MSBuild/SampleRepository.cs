using System.Diagnostics;
using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.MSBuild;

/// <summary>A small GitOps repository with a project that uses our package, restored from a folder feed.</summary>
internal sealed class SampleRepository : IDisposable
{
    // It has no clusters, and needs none.
    private const string NoClusters = "rules:\n  FLX8012: off\n";

    // They keep nothing.
    private static readonly (string, string)[] NoBuildServer = [("CI", ""), ("TF_BUILD", ""), ("JENKINS_URL", ""), ("TEAMCITY_VERSION", "")];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-build-");
    private readonly DirectoryInfo cache = Directory.CreateTempSubdirectory("fluxlint-build-cache-");
    private readonly TaskFeed feed;

    public SampleRepository(TaskFeed feed)
    {
        this.feed = feed;
        UserCache = cache.FullName;
        Write(".git/HEAD", "ref: refs/heads/main\n");
        Write("NuGet.config", $"""<configuration><packageSources><add key="ours" value="{feed.Source}" /></packageSources></configuration>""");
        Reset();
    }

    public string Root => folder.FullName;

    /// <summary>The folder that packages are restored to.</summary>
    public string Packages => feed.Packages;

    /// <summary>Where builds keep what they find.</summary>
    public string Cache => Path.Combine(cache.FullName, "fluxlint");

    /// <summary>The directory for caches of the user.</summary>
    public string UserCache { get; set; }

    /// <summary>Brings the manifests to a state without findings.</summary>
    public void Reset()
    {
        Write("fluxlint.yaml", NoClusters);
        Write("apps/kustomization.yaml", """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
              - settings.yaml

            """);
        Write("apps/settings.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: apps
            data:
              mode: fast

            """);
    }

    /// <summary>Sets the severity of the rule that finds what is missing.</summary>
    public void Configure(string severity) => Write("fluxlint.yaml", $"{NoClusters}  FLX1001: {severity}\n");

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? Root);
        File.WriteAllText(full, text);
    }

    public void Delete(string path) => File.Delete(Path.Combine(Root, path));

    public ToolRun Restore() => Run("restore").Succeeded();

    /// <summary>Builds what was restored before, in one process unless it is asked for more.</summary>
    public ToolRun Build(params string[] options) =>
        Run(["build", "--no-restore", "--disable-build-servers", "-nodeReuse:false", "-maxCpuCount:1", .. options]);

    public void Dispose()
    {
        folder.Delete(recursive: true);
        cache.Delete(recursive: true);
    }

    /// <summary>Starts a run of dotnet.</summary>
    public Process Start(params string[] arguments) => ToolRun.Start(Root, Environment, "dotnet", arguments);

    private (string, string)[] Environment => [("NUGET_PACKAGES", feed.Packages), ("XDG_CACHE_HOME", UserCache), .. NoBuildServer];

    private ToolRun Run(params string[] arguments) => ToolRun.Of(Root, Environment, "dotnet", arguments);
}
