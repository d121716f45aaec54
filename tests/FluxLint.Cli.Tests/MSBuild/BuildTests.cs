using FluxLint.Cli.Tests.Caching;
using FluxLint.Cli.Tests.Packaging;
using FluxLint.Cli.Tests.Packs;
using FluxLint.Cli.Tests.Sarif;

namespace FluxLint.Cli.Tests.MSBuild;

/// <summary>Builds of one project that uses the package.</summary>
[Collection(TaskCollection.Name)]
public sealed class BuildTests(BuildTests.Project project) : IClassFixture<BuildTests.Project>
{
    private readonly SampleRepository repository = project.Repository();

    [Fact]
    public void A_violation_fails_the_build_at_its_line()
    {
        repository.Delete("apps/settings.yaml");
        var broken = repository.Build();
        repository.Write("apps/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n  namespace: apps\n");
        var repaired = repository.Build();

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains($"{Path.Combine(repository.Root, "apps/kustomization.yaml")}(4,5,4,18): error FLX1001: 'settings.yaml' in resources does not exist", broken.Output, StringComparison.Ordinal);
        Assert.Equal(0, repaired.ExitCode);
        Assert.DoesNotContain("FLX", repaired.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_without_changes_reports_again_and_lints_nothing()
    {
        repository.Configure("warning");
        repository.Delete("apps/settings.yaml");
        var first = repository.Build();
        TemporaryCache.Forge(repository.Cache, "settings.yaml", "forged...yaml");
        var second = repository.Build();

        Assert.Contains("warning FLX1001: 'settings.yaml'", first.Output, StringComparison.Ordinal);
        Assert.Contains("warning FLX1001: 'forged...yaml'", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_repository_holds_never_speaks_for_a_lint()
    {
        repository.Delete("apps/settings.yaml");
        repository.Build();
        foreach (var place in (string[])["obj/fluxlint", "obj/cache/fluxlint"])
        {
            Directory.CreateDirectory(Path.Combine(repository.Root, place));
            foreach (var entry in Directory.GetFiles(repository.Cache))
                File.Copy(entry, Path.Combine(repository.Root, place, Path.GetFileName(entry)), overwrite: true);
            TemporaryCache.Forge(Path.Combine(repository.Root, place), "settings.yaml", "forged...yaml");
        }
        Directory.Delete(repository.Cache, recursive: true);
        var elsewhere = repository.UserCache;

        repository.UserCache = Path.Combine(repository.Root, "obj/cache");
        var build = repository.Build();
        repository.UserCache = elsewhere;

        Assert.Contains("error FLX1001: 'settings.yaml'", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("forged", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleted_added_and_changed_files_are_noticed()
    {
        Assert.Equal(0, repository.Build().ExitCode);

        repository.Delete("apps/settings.yaml");
        Assert.Contains("FLX1001", repository.Build().Output, StringComparison.Ordinal);

        repository.Reset();
        Assert.Equal(0, repository.Build().ExitCode);

        repository.Write("other/kustomization.yaml", "resources:\n  - nothing.yaml\n");
        Assert.Contains("'nothing.yaml'", repository.Build().Output, StringComparison.Ordinal);

        repository.Write("other/kustomization.yaml", "resources:\n  - anything.yaml\n");
        Assert.Contains("'anything.yaml'", repository.Build().Output, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(repository.Root, "other"), recursive: true);
    }

    [Theory]
    [InlineData("", "warning")]
    [InlineData("-p:TreatWarningsAsErrors=true", "error")]
    [InlineData("-p:FluxLintTreatWarningsAsErrors=true", "error")]
    [InlineData("-p:TreatWarningsAsErrors=true -p:FluxLintTreatWarningsAsErrors=false", "warning")]
    [InlineData("-p:WarningsAsErrors=CS0168%3BFLX1001", "error")]
    [InlineData("-p:TreatWarningsAsErrors=true -p:WarningsNotAsErrors=FLX1001", "warning")]
    [InlineData("-p:NoWarn=CS0168%3Bflx1001", null)]
    [InlineData("-p:FluxLintEnabled=false", null)]
    public void Properties_decide_what_becomes_of_a_warning(string options, string? severity)
    {
        repository.Configure("warning");
        repository.Delete("apps/settings.yaml");

        var build = repository.Build(options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(severity == "error" ? 1 : 0, build.ExitCode);
        if (severity is null)
            Assert.DoesNotContain("FLX1001", build.Output, StringComparison.Ordinal);
        else
            Assert.Contains($": {severity} FLX1001: ", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_preset_takes_the_place_of_the_configured_one()
    {
        repository.Write("apps/stray.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: stray\n  namespace: apps\n");
        var configured = repository.Build();
        var strict = repository.Build("-p:FluxLintPreset=strict");
        repository.Delete("apps/stray.yaml");

        Assert.Contains("warning FLX1002", configured.Output, StringComparison.Ordinal);
        Assert.Contains("error FLX1002", strict.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (configured.ExitCode, strict.ExitCode));
    }

    [Fact]
    public void A_log_is_written_and_kept()
    {
        const string Option = "-p:FluxLintSarif=logs/fluxlint.sarif";
        var log = Path.Combine(repository.Root, "logs/fluxlint.sarif");
        repository.Build(Option).Succeeded();
        var (first, written) = (File.ReadAllText(log), File.GetLastWriteTimeUtc(log));

        repository.Build(Option).Succeeded();
        Assert.Equal(written, File.GetLastWriteTimeUtc(log));

        File.Delete(log);
        repository.Build(Option).Succeeded();
        Assert.Equal(first, File.ReadAllText(log));
        Assert.Contains("\"version\": \"2.1.0\"", first, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_hides_what_it_holds_and_is_read_again_when_it_changes()
    {
        const string Option = "-p:FluxLintBaseline=old.sarif";
        repository.Write("fluxlint.yaml", File.ReadAllText(Path.Combine(repository.Root, "fluxlint.yaml")) + "  FLX9003: warning\n");
        repository.Delete("apps/settings.yaml");
        repository.Build("-p:FluxLintSarif=old.sarif");
        var log = File.ReadAllText(Path.Combine(repository.Root, "old.sarif"));

        var hidden = repository.Build(Option);
        repository.Write("old.sarif", log.Replace("primaryLocationLineHash\": \"", "primaryLocationLineHash\": \"0", StringComparison.Ordinal));
        var other = repository.Build(Option);
        repository.Delete("old.sarif");

        Assert.Equal((0, 1), (hidden.ExitCode, other.ExitCode));
        Assert.DoesNotContain("FLX", hidden.Output, StringComparison.Ordinal);
        Assert.Contains("error FLX1001: 'settings.yaml'", other.Output, StringComparison.Ordinal);
        Assert.Contains("warning FLX9003: the baseline holds a finding of FLX1001", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_packs_run_when_they_are_allowed()
    {
        using (var packs = new PackRepository(PackRepository.Contoso))
        {
            packs.Ask("Contoso.FluxLint", "1.2.3");
            Assert.Equal(0, (await packs.RestoreInto(repository.Packages)).ExitCode);
            repository.Write("fluxlint.lock.json", File.ReadAllText(packs.Lock));
        }
        repository.Write("fluxlint.yaml", "clusters:\n  - class: all\n    paths: [apps]\npacks:\n  - id: Contoso.FluxLint\n    version: 1.2.3\n");

        var allowed = repository.Build("-p:FluxLintAllowPacks=all");
        var silenced = repository.Build("-p:FluxLintAllowPacks=all", "-p:NoWarn=ORG1001");
        var leftOut = repository.Build();
        var locked = repository.Build("-p:FluxLintLocked=true");

        Assert.Equal((1, 0, 0, 1), (allowed.ExitCode, silenced.ExitCode, leftOut.ExitCode, locked.ExitCode));
        Assert.Contains("error ORG1001: 'settings' has no label 'owner'", allowed.Output, StringComparison.Ordinal);
        Assert.Contains("warning : the pack Contoso.FluxLint was left out: a pack is code, and nobody has allowed it: the property FluxLintAllowPacks does", leftOut.Output, StringComparison.Ordinal);
        Assert.Contains("error : FluxLint could not run: the pack Contoso.FluxLint was left out", locked.Output, StringComparison.Ordinal);

        // What was linted before holds only with the same pack.
        var assembly = Path.Combine(repository.Packages, "contoso.fluxlint/1.2.3/lib/net10.0/FluxLint.TestPack.dll");
        File.WriteAllBytes(assembly, [.. File.ReadAllBytes(assembly), 0]);
        var tampered = repository.Build("-p:FluxLintAllowPacks=all");
        Assert.Contains("is not what fluxlint.lock.json has the hash of", tampered.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ORG1001", tampered.Output, StringComparison.Ordinal);
    }

    [MultitoolFact]
    public void The_validator_accepts_the_log_of_a_build()
    {
        repository.Delete("apps/settings.yaml");
        repository.Build("-p:FluxLintSarif=fluxlint.sarif");

        Assert.Empty(Multitool.Validate(File.ReadAllText(Path.Combine(repository.Root, "fluxlint.sarif"))));
    }

    [Theory]
    [InlineData("-p:FluxLintPreset=strickt", "FluxLintPreset is 'strickt'; did you mean 'strict'?")]
    [InlineData("-p:FluxLintConfig=none.yaml", "which does not exist")]
    [InlineData("-p:FluxLintBaseline=none.sarif", "none.sarif', which does not exist; fluxlint lint --write-baseline makes one")]
    [InlineData("-p:FluxLintBaseline=app.csproj", "the baseline cannot be used: 'app.csproj' is not JSON in line 1")]
    [InlineData("-p:FluxLintRoot=nowhere", "which is not a directory")]
    [InlineData("-p:_FluxLintLeastMSBuild=99.0", "FluxLint.MSBuild needs MSBuild 99.0")]
    public void What_cannot_run_says_why(string option, string message)
    {
        var build = repository.Build(option);

        Assert.Equal(1, build.ExitCode);
        Assert.Contains(message, build.Output, StringComparison.Ordinal);
    }

    /// <summary>The project, restored once.</summary>
    public sealed class Project : IDisposable
    {
        private readonly SampleRepository repository;

        public Project(TaskFeed feed)
        {
            repository = new(feed);
            repository.Write("app.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <ProduceReferenceAssembly>false</ProduceReferenceAssembly>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="FluxLint.MSBuild" Version="{PackageFeed.Version}" />
                  </ItemGroup>
                </Project>
                """);
            repository.Restore();
        }

        public void Dispose() => repository.Dispose();

        internal SampleRepository Repository()
        {
            repository.Reset();
            return repository;
        }
    }
}
