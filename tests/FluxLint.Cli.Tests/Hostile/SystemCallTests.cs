using System.Text.RegularExpressions;
using FluxLint.Cli.Tests.Commands;
using FluxLint.Cli.Tests.Terminal;

namespace FluxLint.Cli.Tests.Hostile;

/// <summary>What a run asks of the system, over a repository that asks for files elsewhere, for downloads and for programs: nothing of that.</summary>
public sealed partial class SystemCallTests : IDisposable
{
    private readonly SmallRepository repository = new();
    private readonly DirectoryInfo outside = Directory.CreateTempSubdirectory("fluxlint-outside-");

    public SystemCallTests()
    {
        var secret = Path.Combine(outside.FullName, "secret.yaml");
        File.WriteAllText(secret, "apiVersion: v1\nkind: Secret\nmetadata: {name: stolen}\n");
        File.WriteAllText(Path.Combine(outside.FullName, "kustomization.yaml"), "resources: [secret.yaml]\n");
        repository
            .Write("app/kustomization.yaml", $$"""
                resources:
                  - https://192.0.2.1/base.yaml
                  - github.com/example/base?ref=main
                  - linked.yaml
                  - linked
                  - {{secret}}
                  - ../../{{outside.Name}}
                bases: [git@192.0.2.1:example/base]
                helmCharts: [{name: podinfo, repo: "https://192.0.2.1", version: 1.0.0}]
                helmGlobals: {chartHome: {{outside.FullName}}}
                generators: [plugin.yaml]
                transformers: [plugin.yaml]
                validators: [plugin.yaml]
                openapi: {path: linked.yaml}
                crds: [{{secret}}]
                configMapGenerator: [{name: a, files: [{{secret}}, linked.yaml], envs: [../../{{outside.Name}}/secret.yaml]}]
                patches: [{path: linked.yaml}]
                """)
            .Write("app/plugin.yaml", $"apiVersion: example.com/v1\nkind: Run\nmetadata:\n  name: run\n  annotations:\n    config.kubernetes.io/function: |\n      exec: {{path: ./run.sh}}\n---\napiVersion: example.com/v1\nkind: Run2\nmetadata:\n  name: run\n  annotations:\n    config.kubernetes.io/function: |\n      container: {{image: example.com/run}}\n")
            .Write("app/run.sh", "#!/bin/sh\ntouch ran\n")
            .Write("local/kustomization.yaml", "bases: [part]\n")
            .Write("local/part/kustomization.yaml", "configMapGenerator: [{name: a, literals: [a=b]}]\n")
            .WriteKustomization("clusters/one/app.yaml", "app", $"../../{outside.Name}")
            .Write("clusters/one/source.yaml", "apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata: {name: charts, namespace: flux-system}\nspec: {interval: 1m, url: https://192.0.2.1/charts}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(repository.Root, "app/run.sh"), (UnixFileMode)0b111_101_101);
        File.CreateSymbolicLink(Path.Combine(repository.Root, "app/linked.yaml"), secret);
        Directory.CreateSymbolicLink(Path.Combine(repository.Root, "app/linked"), outside.FullName);
    }

    public void Dispose()
    {
        repository.Dispose();
        outside.Delete(recursive: true);
    }

    [StraceTheory]
    [InlineData("lint")]
    [InlineData("lint --fix --unsafe-fixes")]
    [InlineData("build app")]
    [InlineData("build local")]
    [InlineData("trace app ConfigMap/a data.secret.yaml")]
    [InlineData("clusters")]
    public async Task Nothing_is_opened_elsewhere_fetched_or_executed(string arguments)
    {
        var log = Path.Combine(outside.FullName, "log");
        var command = Path.Combine(AppContext.BaseDirectory, "fluxlint.dll");

        await ProcessRun.Run(repository.Root, "strace", ["-f", "-s", "4096", "-o", log, "-e", "trace=open,openat,openat2,connect,execve,execveat", "dotnet", command, .. arguments.Split(' ')]);
        var calls = (await File.ReadAllLinesAsync(log)).Where(line => !line.Contains(" resumed>", StringComparison.Ordinal)).ToList();

        Assert.Contains(calls, call => call.Contains($"\"{repository.Root}/fluxlint.yaml\"", StringComparison.Ordinal) || arguments.StartsWith("build", StringComparison.Ordinal));
        // The program itself, wherever it is looked for.
        Assert.Single(calls, call => Execution().IsMatch(call));
        Assert.DoesNotContain(calls, call => Connection().IsMatch(call));
        Assert.DoesNotContain(calls, call => call.Contains(outside.FullName, StringComparison.Ordinal) || call.Contains($"{outside.Name}/", StringComparison.Ordinal));
        Assert.All(calls.Select(call => Opened().Match(call)).Where(opened => opened.Success).Select(opened => opened.Groups[1].Value), path => Assert.True(IsOwn(path), $"'{path}' was opened"));
        Assert.False(File.Exists(Path.Combine(repository.Root, "ran")) || File.Exists(Path.Combine(repository.Root, "app/ran")));
    }

    /// <summary>The repository, the program, and what the runtime reads of the system.</summary>
    private bool IsOwn(string path) => !path.StartsWith('/') || new[]
    {
        repository.Root, AppContext.BaseDirectory, Path.GetDirectoryName(Environment.ProcessPath) ?? "/usr/share/dotnet",
        "/proc/", "/sys/", "/etc/", "/dev/", "/lib", "/usr/", "/opt/", "/tmp/clr-debug-pipe", "/tmp/dotnet-diagnostic", "/tmp/.dotnet",
        Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root ? root : "/usr/share/dotnet",
    }.Any(allowed => path.StartsWith(allowed, StringComparison.Ordinal));

    [GeneratedRegex(@"\bexecve(at)?\(.*= 0$")]
    private static partial Regex Execution();

    [GeneratedRegex(@"\bconnect\(.*AF_INET")]
    private static partial Regex Connection();

    [GeneratedRegex("""\bopen(?:at2?)?\((?:AT_FDCWD, )?"([^"]*)".*= \d+$""")]
    private static partial Regex Opened();
}
