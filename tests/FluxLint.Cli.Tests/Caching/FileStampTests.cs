using FluxLint.Cli.Caching;

namespace FluxLint.Cli.Tests.Caching;

/// <summary>What stamps notice.</summary>
public sealed class FileStampTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fluxlint-stamp-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_stamp_has_the_time_and_the_length_that_the_system_tells()
    {
        var file = Path.Combine(folder.FullName, "file");
        File.WriteAllText(file, "content");
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddSeconds(1));

        var stamp = FileStamp.Of(file);

        if (OperatingSystem.IsLinux())
            Assert.Equal((7, 1_000_000_000), (stamp.Length, stamp.Written));
        else
            Assert.Equal(FileStamp.None, stamp);
    }

    [Fact]
    public void What_is_recent_is_not_settled()
    {
        var second = (long)TimeSpan.FromSeconds(1).TotalNanoseconds;
        var stamp = new FileStamp(1, 0, 10 * second, 1, 1);

        Assert.True(stamp.IsSettled(13 * second));
        Assert.False(stamp.IsSettled(11 * second));
        Assert.False(stamp.IsSettled(9 * second));
        Assert.False(FileStamp.None.IsSettled(13 * second));
    }

    [Fact]
    public void There_is_none_of_a_link_and_of_nothing()
    {
        var link = Path.Combine(folder.FullName, "link");
        File.CreateSymbolicLink(link, folder.FullName);

        Assert.Equal((FileStamp.None, FileStamp.None), (FileStamp.Of(link), FileStamp.Of(Path.Combine(folder.FullName, "nothing"))));
    }
}
