using FluxLint.Cli.Caching;
using FluxLint.Cli.Tests.Commands;

namespace FluxLint.Cli.Tests.Caching;

/// <summary>Lints that give what was given before, and those that must not.</summary>
public sealed class LintCacheTests : IDisposable
{
    private const string Settings = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: apps\n";

    private readonly TemporaryCache cache = new();
    private readonly SmallRepository repository = new();

    public LintCacheTests() => repository
        .Write("apps/kustomization.yaml", "resources:\n  - settings.yaml\n  - nothing.yaml\n")
        .Write("apps/settings.yaml", Settings)
        .Write("ignored/secret.yaml", "a: 1\n")
        .Write(".gitignore", "ignored\n");

    public void Dispose()
    {
        repository.Dispose();
        cache.Dispose();
    }

    [Theory]
    [InlineData("text")]
    [InlineData("sarif")]
    [InlineData("json")]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("junit")]
    [InlineData("msbuild")]
    [InlineData("markdown")]
    public async Task What_was_given_is_given_again_byte_for_byte(string format)
    {
        string[] arguments = ["lint", "--stats", "--output", format, "--output", $"{format}={Path.Combine(cache.Root, "..", "report")}"];
        var plain = await CommandRun.Of(repository.Root, arguments);
        var file = await File.ReadAllBytesAsync(Path.Combine(cache.Root, "..", "report"));
        var first = await Run(arguments);
        File.Delete(Path.Combine(cache.Root, "..", "report"));
        var second = await Run(arguments);

        Assert.Equal((plain, plain), (first, second));
        Assert.Equal(file, await File.ReadAllBytesAsync(Path.Combine(cache.Root, "..", "report")));
        Assert.Equal(1, second.ExitCode);
        TemporaryCache.Forge(cache.Root, "nothing.yaml", "forged..yaml");
        Assert.Contains("forged..yaml", (await Run(arguments)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ChangeNames))]
    public async Task Whatever_changes_is_noticed(string change)
    {
        await RunForged();

        Changes[change](repository);

        Assert.Equal(await CommandRun.Of(repository.Root, Json), await Run(Json));
    }

    [Fact]
    public async Task Stamps_notice_a_file_of_the_same_length_and_time()
    {
        await Run(Json);
        // Until the clock has left the moment of the last change behind, files are read again.
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        await RunForged();

        Changes["a file of the same length and time"](repository);

        Assert.Equal(await CommandRun.Of(repository.Root, Json), await Run(Json));
    }

    [Fact]
    public async Task A_file_that_was_written_again_as_it_was_is_no_change()
    {
        await RunForged();

        repository.Write("apps/settings.yaml", "").Write("apps/settings.yaml", Settings);

        Assert.Contains("forged..yaml", (await Run(Json)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_command_line_has_an_entry_of_its_own()
    {
        await RunForged();

        foreach (var more in (string[][])[["--fail-on", "warning"], ["--preset", "all"], ["--ignore", "FLX1002"], ["--quiet"], ["apps"]])
            Assert.Equal(await CommandRun.Of(repository.Root, [.. Json, .. more]), await Run([.. Json, .. more]));
        Assert.Equal(6, cache.Entries.Length);
    }

    [Theory]
    [InlineData("--no-cache")]
    [InlineData("--diff")]
    public async Task What_asks_for_a_lint_gets_one_and_leaves_nothing(string option)
    {
        Assert.Equal(await CommandRun.Of(repository.Root, "lint", option), await Run("lint", option));

        Assert.Empty(cache.Entries);
    }

    [Fact]
    public async Task Half_an_entry_or_a_damaged_one_is_no_entry()
    {
        var plain = await Run(Json);
        var file = Assert.Single(cache.Entries);
        var whole = await File.ReadAllBytesAsync(file);

        foreach (var length in (int[])[0, 1, 31, 32, 36, 44, 60, whole.Length / 2, whole.Length - 1])
        {
            await File.WriteAllBytesAsync(file, whole[..length]);
            Assert.Equal(plain, await Run(Json));
        }
        for (var place = 0; place < whole.Length; place += 97)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 1;
            await File.WriteAllBytesAsync(file, damaged);
            Assert.Equal(plain, await Run(Json));
        }
    }

    [Fact]
    public async Task What_a_repository_holds_never_speaks_for_a_lint()
    {
        await RunForged();
        var planted = new CacheDirectory(Path.Combine(repository.Root, "ignored"));
        foreach (var file in cache.Entries)
            File.Copy(file, Path.Combine(repository.Root, "ignored", Path.GetFileName(file)));

        var run = await CommandRun.Of(session => session with { Cache = planted }, repository.Root, Json);

        Assert.Equal(await CommandRun.Of(repository.Root, Json), run);
    }

    [Fact]
    public async Task What_others_may_write_never_speaks_for_a_lint()
    {
        if (OperatingSystem.IsWindows())
            return;
        await RunForged();
        File.SetUnixFileMode(cache.Root, File.GetUnixFileMode(cache.Root) | UnixFileMode.GroupWrite);

        Assert.Equal(await CommandRun.Of(repository.Root, Json), await Run(Json));
    }

    [Fact]
    public async Task A_report_that_did_not_arrive_is_not_kept()
    {
        var run = await Run("lint", "-o", "json=nowhere/report.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(cache.Entries);
    }

    [Fact]
    public async Task Any_number_of_lints_share_a_cache()
    {
        var plain = await CommandRun.Of(repository.Root, Json);

        var runs = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Run(Json))));

        Assert.All(runs, run => Assert.Equal(plain, run));
        Assert.Single(cache.Entries);
    }

    public static TheoryData<string> ChangeNames => [.. Changes.Keys];

    private static readonly string[] Json = ["lint", "--stats", "--output", "json"];

    private static readonly Dictionary<string, Action<SmallRepository>> Changes = new()
    {
        ["a file of the same length and time"] = repository =>
        {
            var file = Path.Combine(repository.Root, "apps/settings.yaml");
            var time = File.GetLastWriteTimeUtc(file);
            repository.Write("apps/settings.yaml", Settings.Replace("kind", "kinb", StringComparison.Ordinal));
            File.SetLastWriteTimeUtc(file, time);
        },
        ["a file that was missing"] = repository => repository.Write("apps/nothing.yaml", "{}\n"),
        ["a file that is gone"] = repository => File.Delete(Path.Combine(repository.Root, "apps/settings.yaml")),
        ["a file beside"] = repository => repository.Write("apps/new.yaml", "a: [\n"),
        ["a directory beside"] = repository => repository.Write("more/new.yaml", "a: [\n"),
        ["what git ignores"] = repository => repository.Write(".gitignore", "nothing\n"),
        ["the configuration"] = repository => repository.Write("fluxlint.yaml", "rules:\n  FLX1001: warning\n"),
        ["a directory in place of a file"] = repository =>
        {
            File.Delete(Path.Combine(repository.Root, "apps/settings.yaml"));
            Directory.CreateDirectory(Path.Combine(repository.Root, "apps/settings.yaml"));
        },
        ["a link in place of a file"] = repository =>
        {
            File.Move(Path.Combine(repository.Root, "apps/settings.yaml"), Path.Combine(repository.Root, "ignored/settings.yaml"));
            File.CreateSymbolicLink(Path.Combine(repository.Root, "apps/settings.yaml"), "../ignored/settings.yaml");
        },
        ["a link that leads elsewhere"] = repository =>
        {
            File.Delete(Path.Combine(repository.Root, "apps/settings.yaml"));
            File.CreateSymbolicLink(Path.Combine(repository.Root, "apps/settings.yaml"), "/etc/hostname");
        },
    };

    private async Task RunForged()
    {
        await Run(Json);
        TemporaryCache.Forge(cache.Root, "nothing.yaml", "forged..yaml");
        Assert.Contains("forged..yaml", (await Run(Json)).Output, StringComparison.Ordinal);
    }

    private Task<CommandRun> Run(params string[] arguments) => CommandRun.Of(session => session with { Cache = cache.Opened }, repository.Root, arguments);
}
