using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>A NuGet v3 feed on this machine: an index, and packages below it. It wants a name and a password.</summary>
internal sealed class ServedFeed : IDisposable
{
    public const string User = "ci";
    public const string Password = "s3cret";

    private readonly HttpListener server = new();
    private readonly string folder;
    private readonly string root;

    /// <summary>Serves the packages of a folder.</summary>
    public ServedFeed(string folder)
    {
        this.folder = folder;
        root = $"http://127.0.0.1:{FreePort()}";
        server.Prefixes.Add($"{root}/");
        server.AuthenticationSchemes = AuthenticationSchemes.Basic;
        server.Realm = "feed";
        server.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>The requests that were let in.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public string Index => $"{root}/v3/index.json";

    public void Dispose() => server.Close();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task Serve()
    {
        while (server.IsListening)
        {
            var context = await server.GetContextAsync();
            var (status, content) = Answer(context);
            context.Response.StatusCode = (int)status;
            context.Response.ContentLength64 = content.Length;
            if (context.Request.HttpMethod != "HEAD")
                await context.Response.OutputStream.WriteAsync(content);
            context.Response.Close();
        }
    }

    private (HttpStatusCode Status, byte[] Content) Answer(HttpListenerContext context)
    {
        if (context.User?.Identity is not HttpListenerBasicIdentity { Name: User, Password: Password })
            return (HttpStatusCode.Unauthorized, []);
        var path = context.Request.Url?.AbsolutePath ?? "";
        Requests.Enqueue(path);
        var content = path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["v3", "index.json"] => Encoding.UTF8.GetBytes($$"""{"version":"3.0.0","resources":[{"@id":"{{root}}/flat/","@type":"PackageBaseAddress/3.0.0"}]}"""),
            ["flat", var id, "index.json"] when Versions(id) is { Count: > 0 } versions => Encoding.UTF8.GetBytes($$"""{"versions":[{{string.Join(',', versions.Select(version => $"\"{version}\""))}}]}"""),
            ["flat", var id, var version, var file] when Files(id, version) is [var package] => file.EndsWith(".nupkg", StringComparison.Ordinal) ? File.ReadAllBytes(package) : Nuspec(package),
            _ => null,
        };
        return content is null ? (HttpStatusCode.NotFound, []) : (HttpStatusCode.OK, content);
    }

    private List<string> Versions(string id) => [.. Files(id, "*").Select(file => Path.GetFileNameWithoutExtension(file)[(id.Length + 1)..])];

    private string[] Files(string id, string version) => Directory.GetFiles(folder, $"{id}.{version}.nupkg", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive });

    private static byte[] Nuspec(string file)
    {
        using var package = ZipFile.OpenRead(file);
        using var manifest = package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        using var copy = new MemoryStream();
        manifest.CopyTo(copy);
        return copy.ToArray();
    }
}
