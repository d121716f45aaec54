using System.Diagnostics;
using System.Net.Sockets;

namespace FluxLint.Cli.Tests.Commands;

/// <summary>What is no plain file, and names that no file should have: a lint ends all the same.</summary>
public sealed class SpecialFileTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SmallRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("resources: [special.yaml]\n")]
    [InlineData("configMapGenerator: [{name: a, files: [special.yaml], envs: [special.yaml]}]\n")]
    [InlineData("patches: [{path: special.yaml}]\nopenapi: {path: special.yaml}\n")]
    public async Task Pipes_and_sockets_are_not_waited_for(string kustomization)
    {
        if (OperatingSystem.IsWindows())
            return;
        repository.Write("pipe/kustomization.yaml", kustomization).Write("socket/kustomization.yaml", kustomization);
        await Shell("mkfifo pipe/special.yaml .editorconfig .gitignore pipe/.sops.yaml");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(repository.Root, "socket/special.yaml")));

        await AssertEnds("lint");
        await AssertEnds("build", "pipe");
        await AssertEnds("build", "socket");
    }

    [Fact]
    public async Task A_device_behind_a_link_is_not_opened()
    {
        if (!File.Exists("/dev/zero"))
            return;
        repository.Write("app/kustomization.yaml", "resources: [zero.yaml]\n");
        File.CreateSymbolicLink(Path.Combine(repository.Root, "app/zero.yaml"), "/dev/zero");

        await AssertEnds("lint");
    }

    [Fact]
    public async Task Names_that_collide_or_are_no_UTF8_are_read_or_reported()
    {
        if (!OperatingSystem.IsLinux())
            return;
        repository.Write("app/kustomization.yaml", "resources: [a.yaml, A.yaml]\n");
        foreach (var name in (string[])["a", "A"])
            repository.Write($"app/{name}.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: {name.ToLowerInvariant()}-{(name == "a" ? 1 : 2)}, namespace: app}}\n");
        await Shell(@"printf 'a: 1\n' > ""$(printf 'app/\377.yaml')""; printf 'a: 1\n' > ""$(printf 'app/\376.yaml')""; mkdir ""$(printf 'b\377')""; printf 'a: 1\n' > ""$(printf 'b\377/x.yaml')""");

        await AssertEnds("lint");
        var build = await CommandRun.Of(repository.Root, "build", "app");
        await Shell("rm -rf app b*");

        Assert.Equal(0, build.ExitCode);
        Assert.Contains("name: a-1", build.Output);
        Assert.Contains("name: a-2", build.Output);
    }

    private async Task AssertEnds(params string[] arguments)
    {
        var run = await Task.Run(() => CommandRun.Of(repository.Root, arguments)).WaitAsync(Patience);

        Assert.InRange(run.ExitCode, 0, 1);
        Assert.DoesNotContain("fault of its own", run.Error);
    }

    private async Task Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = repository.Root });
        Assert.NotNull(shell);
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
    }
}
