namespace FluxLint.Cli.Tests.Packs;

/// <summary>Packs come from where the user's nuget.config says, by HTTP too.</summary>
public sealed class ServedFeedTests
{
    [Fact]
    public async Task A_pack_comes_from_a_server_that_wants_a_password()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        using var feed = new ServedFeed(repository.Feed);
        repository.Configure($"{Source(feed)}{Credentials(ServedFeed.Password)}");

        var run = await repository.RestoreAndLint();

        Assert.Contains("'settings' has no label 'owner'", run.Output, StringComparison.Ordinal);
        Assert.Contains(feed.Requests, request => request.EndsWith("/contoso.fluxlint.1.2.3.nupkg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_password_may_come_from_the_environment()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        using var feed = new ServedFeed(repository.Feed);
        Environment.SetEnvironmentVariable("FLUXLINT_TEST_FEED_PASSWORD", ServedFeed.Password);
        repository.Configure($"{Source(feed)}{Credentials("%FLUXLINT_TEST_FEED_PASSWORD%")}");

        Assert.Equal(ExitCode.Clean, (await repository.Run("packs", "restore")).ExitCode);
    }

    [Fact]
    public async Task A_wrong_password_is_told()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        using var feed = new ServedFeed(repository.Feed);
        repository.Configure($"{Source(feed)}{Credentials("wrong")}");

        var run = await repository.Run("packs", "restore");

        Assert.Equal(ExitCode.CouldNotRun, run.ExitCode);
        Assert.StartsWith("error: the source 'served': ", run.Error, StringComparison.Ordinal);
        Assert.Contains("401 (Unauthorized)", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(repository.Lock));
    }

    [Fact]
    public async Task The_mapping_of_sources_says_who_is_asked()
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        using var feed = new ServedFeed(repository.Feed);
        var sources = $"""<packageSources><clear /><add key="served" value="{feed.Index}" protocolVersion="3" allowInsecureConnections="true" /><add key="folder" value="{repository.Feed}" /></packageSources>{Credentials(ServedFeed.Password)}""";
        repository.Configure($"""{sources}<packageSourceMapping><packageSource key="folder"><package pattern="Contoso.*" /></packageSource><packageSource key="served"><package pattern="Fabrikam.*" /></packageSource></packageSourceMapping>""");

        Assert.Equal(ExitCode.Clean, (await repository.Run("packs", "restore")).ExitCode);
        Assert.Empty(feed.Requests);

        repository.Configure($"""{sources}<packageSourceMapping><packageSource key="served"><package pattern="Fabrikam.*" /></packageSource></packageSourceMapping>""");
        Assert.Equal("error: packageSourceMapping of nuget.config gives Contoso.FluxLint no source\n", (await repository.Run("packs", "update")).Error);
    }

    [Fact]
    public async Task What_is_not_encrypted_needs_leave()
    {
        using var repository = new PackRepository();
        repository.Configure("""<packageSources><clear /><add key="plain" value="http://packages.example.com/v3/index.json" /></packageSources>""");

        var run = await repository.Run("packs", "restore");

        Assert.Equal("error: the source 'plain' is not https, and nuget.config has no allowInsecureConnections for it\n", run.Error);
    }

    private static string Source(ServedFeed feed) =>
        $"""<packageSources><clear /><add key="served" value="{feed.Index}" protocolVersion="3" allowInsecureConnections="true" /></packageSources>""";

    private static string Credentials(string password) =>
        $"""<packageSourceCredentials><served><add key="Username" value="{ServedFeed.User}" /><add key="ClearTextPassword" value="{password}" /></served></packageSourceCredentials>""";
}
