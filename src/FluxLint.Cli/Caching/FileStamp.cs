using System.Runtime.InteropServices;
using System.Text;

namespace FluxLint.Cli.Caching;

/// <summary>
/// What tells one state of a file or directory from another without reading it. The time of change is what nobody can set back; where
/// the system does not tell it there is no stamp, and what was read has to be read again.
/// </summary>
/// <param name="Length">The length of a file.</param>
/// <param name="Written">When its content was written, or is said to have been, in nanoseconds.</param>
/// <param name="Changed">When anything about it changed, in nanoseconds since 1970.</param>
/// <param name="Inode">Which file it is.</param>
/// <param name="Device">Where it is.</param>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct FileStamp(long Length, long Written, long Changed, ulong Inode, ulong Device)
{
    /// <summary>No file has this one.</summary>
    public static readonly FileStamp None;

    /// <summary>The bytes that one takes in a cache.</summary>
    public const int Size = 40;

    /// <summary>Coarser clocks of file systems are not in use: that of FAT ticks every two seconds.</summary>
    private static readonly long Tick = (long)TimeSpan.FromSeconds(2).TotalNanoseconds;

    /// <summary>The time now, as stamps have it.</summary>
    public static long Now => DateTime.UtcNow.Subtract(DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>The stamp of a file or directory; <see cref="None"/> where the system does not tell, or something else is there.</summary>
    public static FileStamp Of(string fullPath) => OperatingSystem.IsLinux() ? LinuxStatus.Read([.. Encoding.UTF8.GetBytes(fullPath), 0]) : None;

    /// <summary>The stamp of a file or directory.</summary>
    /// <param name="fullPath">Its path in UTF-8, with a zero at the end.</param>
    public static FileStamp Of(ReadOnlySpan<byte> fullPath) => OperatingSystem.IsLinux() ? LinuxStatus.Read(fullPath) : None;

    /// <summary>
    /// Whether a change after a moment must have given another stamp. One right before it may share the tick of the clock with one right
    /// after it: git calls such files racy, and reads them.
    /// </summary>
    public bool IsSettled(long moment) => this != None && Changed < moment - Tick;
}
