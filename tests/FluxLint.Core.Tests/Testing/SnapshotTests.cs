using Snapshot = FluxLint.Testing.Snapshots;

namespace FluxLint.Core.Tests.Testing;

public sealed class SnapshotTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("fluxlint-snapshot").FullName;

    private string Test => Path.Combine(directory, "SomeTests.cs");

    private string Verified => Path.Combine(directory, "SomeTests.Case.verified.txt");

    private string Received => Path.Combine(directory, "SomeTests.Case.received.txt");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Equal_text_passes_whatever_its_line_endings()
    {
        await File.WriteAllTextAsync(Verified, "a\r\nb");
        await File.WriteAllTextAsync(Received, "stale");

        await Snapshot.Verifier.Verify("a\nb", null, Test, "Case");

        Assert.False(File.Exists(Received));
    }

    [BlessingOffFact]
    public async Task Different_text_fails_with_the_first_line_that_differs_and_is_kept()
    {
        await File.WriteAllTextAsync(Verified, "a\nb\nc");

        var failure = await Assert.ThrowsAsync<Snapshot.VerifyException>(() => Snapshot.Verifier.Verify("a\nx\nc", null, Test, "Case"));

        Assert.Contains("from line 2 on", failure.Message, StringComparison.Ordinal);
        Assert.Contains("expected: b", failure.Message, StringComparison.Ordinal);
        Assert.Contains("actual:   x", failure.Message, StringComparison.Ordinal);
        Assert.Equal("a\nx\nc", await File.ReadAllTextAsync(Received));
        Assert.Equal("a\nb\nc", await File.ReadAllTextAsync(Verified));
    }

    [BlessingOffFact]
    public async Task Text_that_none_accepted_yet_fails()
    {
        await Assert.ThrowsAsync<Snapshot.VerifyException>(() => Snapshot.Verifier.Verify("a", null, Test, "Case"));

        Assert.True(File.Exists(Received));
    }

    [Fact]
    public async Task Settings_name_directory_and_file()
    {
        Directory.CreateDirectory(Path.Combine(directory, "sub"));
        await File.WriteAllTextAsync(Path.Combine(directory, "sub", "name.verified.txt"), "a");
        var settings = new Snapshot.VerifySettings();
        settings.UseDirectory("sub");
        settings.UseFileName("name");

        await Snapshot.Verifier.Verify("a", settings, Test, "Case");
    }

    private sealed class BlessingOffFactAttribute : FactAttribute
    {
        public BlessingOffFactAttribute()
        {
            if (FluxLint.Testing.Blessing.IsOn)
                Skip = "FLUXLINT_BLESS=1 accepts every text";
        }
    }
}
