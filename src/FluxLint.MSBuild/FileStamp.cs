namespace FluxLint.MSBuild;

/// <summary>What tells one state of a file from another without reading it.</summary>
internal readonly record struct FileStamp(long Written, long Length)
{
    /// <summary>The stamp of a file; one that no file has when there is none.</summary>
    public static FileStamp Of(string fullPath)
    {
        var file = new FileInfo(fullPath);
        return file.Exists ? new(file.LastWriteTimeUtc.Ticks, file.Length) : new(0, -1);
    }

    public static FileStamp Read(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64());

    public void Write(BinaryWriter writer)
    {
        writer.Write(Written);
        writer.Write(Length);
    }
}
