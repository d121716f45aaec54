using System.Runtime.InteropServices;

namespace FluxLint.Cli.Caching;

/// <summary>Asks Linux for what .NET does not tell of a file: its time of change and its inode. The layout is that of the kernel, statx(2).</summary>
internal static class LinuxStatus
{
    private const int CurrentDirectory = -100;
    private const int KeepLinks = 0x100;
    private const uint BasicStatus = 0x7ff;
    private const int KindMask = 0xf000;
    private const int Directory = 0x4000;
    private const int RegularFile = 0x8000;

    // Old C libraries do not have it.
    private static bool isMissing;

    /// <summary>The stamp of a file or directory; none of anything else.</summary>
    /// <param name="path">Its path, with a zero at the end.</param>
    public static FileStamp Read(ReadOnlySpan<byte> path)
    {
        if (isMissing)
            return FileStamp.None;
        try
        {
            if (Statx(CurrentDirectory, in MemoryMarshal.GetReference(path), KeepLinks, BasicStatus, out var status) != 0)
                return FileStamp.None;
            return (status.Mode & KindMask) is Directory or RegularFile
                ? new(status.Length, status.Written.Nanoseconds, status.Changed.Nanoseconds, status.Inode, ((ulong)status.DeviceMajor << 32) | status.DeviceMinor)
                : FileStamp.None;
        }
        catch (Exception missing) when (missing is EntryPointNotFoundException or DllNotFoundException)
        {
            isMissing = true;
            return FileStamp.None;
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Statx(int directory, in byte path, int flags, uint mask, out Status status);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(28)]
        public readonly ushort Mode;

        [FieldOffset(32)]
        public readonly ulong Inode;

        [FieldOffset(40)]
        public readonly long Length;

        [FieldOffset(96)]
        public readonly Time Changed;

        [FieldOffset(112)]
        public readonly Time Written;

        [FieldOffset(136)]
        public readonly uint DeviceMajor;

        [FieldOffset(140)]
        public readonly uint DeviceMinor;
    }

    [StructLayout(LayoutKind.Explicit, Size = 16)]
    private readonly struct Time
    {
        [FieldOffset(0)]
        private readonly long seconds;

        [FieldOffset(8)]
        private readonly uint nanoseconds;

        public long Nanoseconds => unchecked((seconds * 1_000_000_000) + nanoseconds);
    }
}
