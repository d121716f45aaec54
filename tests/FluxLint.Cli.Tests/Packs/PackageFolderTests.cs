using FluxLint.Cli.Packs;
using FluxLint.Cli.Tests.Commands;
using FluxLint.Cli.Tests.Packaging;

namespace FluxLint.Cli.Tests.Packs;

/// <summary>Packages come from a folder of the user, and never from one that a repository brings along.</summary>
public sealed class PackageFolderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(".nuget/packages")]
    public async Task One_that_is_no_full_path_is_refused(string folder)
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");

        var run = await In(repository, folder, "lint");
        var restored = await In(repository, folder, "packs", "restore");

        const string Sentence = "there is no folder for packages: neither NUGET_PACKAGES nor the home directory of the user is a full path\n";
        Assert.Equal($"warning: the pack Contoso.FluxLint was left out: {Sentence}", run.Error);
        Assert.Equal(("error: " + Sentence, ExitCode.CouldNotRun), (restored.Error, restored.ExitCode));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_in_the_repository_is_refused(bool isLink)
    {
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        var folder = Path.Combine(repository.Root, "packages");
        Directory.Move(repository.Packages, folder);
        if (isLink)
            folder = Directory.CreateSymbolicLink(repository.Packages, folder).FullName;

        var run = await In(repository, folder, "lint");
        var restored = await In(repository, folder, "packs", "restore");

        var sentence = $"the folder for packages, '{folder}', lies in the repository, which could bring packages along: set NUGET_PACKAGES to one outside\n";
        Assert.Equal($"warning: the pack Contoso.FluxLint was left out: {sentence}", run.Error);
        Assert.Equal(("error: " + sentence, ExitCode.CouldNotRun), (restored.Error, restored.ExitCode));
    }

    [Fact]
    public async Task A_pipe_in_it_is_refused()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var repository = new PackRepository(PackRepository.Contoso);
        await repository.Run("packs", "restore");
        var assembly = Path.Combine(repository.Packages, "contoso.fluxlint/1.2.3/lib/net10.0/FluxLint.TestPack.dll");
        File.Delete(assembly);
        ToolRun.Of(repository.Root, [], "mkfifo", assembly);

        Assert.Equal($"warning: the pack Contoso.FluxLint was left out: '{assembly}' is empty, or no file\n", (await In(repository, repository.Packages, "lint")).Error);
    }

    private static Task<CommandRun> In(PackRepository repository, string folder, params string[] arguments) =>
        CommandRun.Of(session => session with { PackageFolder = folder, AllowedPacks = PackPermission.All }, repository.Root, arguments);
}
