using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>A NuGet v3 feed on this machine: an index, and packages below it. It wants a name and a password.</summary>
internal sealed class ServedFeed : IAsyncDisposable
{
    public const string User = "ci";
    public const string Password = "s3cret";

    private readonly WebApplication server;
    private readonly string folder;

    private ServedFeed(WebApplication server, string folder) => (this.server, this.folder) = (server, folder);

    /// <summary>The requests that were let in.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public string Index => $"{server.Urls.Single()}/v3/index.json";

    public static async Task<ServedFeed> Start(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var feed = new ServedFeed(server, folder);
        server.Run(feed.Answer);
        await server.StartAsync();
        return feed;
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var given) || given.Parameter != expected)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"feed\"";
            return Task.CompletedTask;
        }
        Requests.Enqueue(context.Request.Path);
        return (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["v3", "index.json"] => Json(context, $$"""{"version":"3.0.0","resources":[{"@id":"{{server.Urls.Single()}}/flat/","@type":"PackageBaseAddress/3.0.0"}]}"""),
            ["flat", var id, "index.json"] when Versions(id) is { Count: > 0 } versions => Json(context, $$"""{"versions":[{{string.Join(',', versions.Select(version => $"\"{version}\""))}}]}"""),
            ["flat", var id, var version, var file] when file.EndsWith(".nupkg", StringComparison.Ordinal) => Send(context, id, version),
            ["flat", var id, var version, _] => Nuspec(context, id, version),
            _ => NotFound(context),
        };
    }

    private List<string> Versions(string id) => [.. Files(id, "*").Select(file => Path.GetFileNameWithoutExtension(file)[(id.Length + 1)..])];

    private string[] Files(string id, string version) => Directory.GetFiles(folder, $"{id}.{version}.nupkg", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive });

    private Task Send(HttpContext context, string id, string version) => Files(id, version) is [var file] ? context.Response.SendFileAsync(file) : NotFound(context);

    private Task Nuspec(HttpContext context, string id, string version)
    {
        if (Files(id, version) is not [var file])
            return NotFound(context);
        using var package = System.IO.Compression.ZipFile.OpenRead(file);
        using var text = new StreamReader(package.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
        return context.Response.WriteAsync(text.ReadToEnd());
    }

    private static Task Json(HttpContext context, string text)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(text);
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
