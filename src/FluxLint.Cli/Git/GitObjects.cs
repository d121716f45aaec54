using System.Diagnostics;
using System.Globalization;
using System.Text;
using FluxLint.Syntax;

namespace FluxLint.Cli.Git;

/// <summary>Reads objects, one after the other, from one process of git. Safe on many threads.</summary>
internal sealed class GitObjects(GitProgram git) : IDisposable
{
    /// <summary>More of a file is never looked at.</summary>
    private const long MaximumBytes = YamlLimits.Characters * 4L;

    private readonly Lock reading = new();
    private Process? process;

    /// <summary>The bytes of a file or the target of a link, as git keeps it: nothing filters them.</summary>
    /// <exception cref="GitException">It is not there, or is too large.</exception>
    public byte[] Read(string id) => Find(id) ?? throw new GitException($"the object {id} has more than the {MaximumBytes:N0} bytes that are read");

    /// <summary>The same; null when it is too large for anybody to look at.</summary>
    /// <exception cref="GitException">It is not there.</exception>
    public byte[]? Find(string id)
    {
        lock (reading)
        {
            process ??= Start();
            process.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes($"{id}\n"));
            process.StandardInput.BaseStream.Flush();
            var output = process.StandardOutput.BaseStream;
            var head = ReadLine(output).Split(' ');
            if (head is not [_, "blob", var size] || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new GitException($"the object {id} is not in this clone");
            if (length > MaximumBytes)
            {
                Skip(output, length + 1);
                return null;
            }
            var content = new byte[length];
            output.ReadExactly(content);
            Skip(output, 1);
            return content;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (process is null)
            return;
        // The end of its input is what it waits for.
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private Process Start()
    {
        var started = git.Start("cat-file", "--batch");
        // Nobody reads what it says, and a full pipe would stop it.
        _ = started.StandardError.BaseStream.CopyToAsync(Stream.Null);
        return started;
    }

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        while (stream.ReadByte() is >= 0 and var read)
        {
            if (read == '\n')
                return line.ToString();
            line.Append((char)read);
        }
        throw new GitException("git ended before it gave all of a revision");
    }

    private static void Skip(Stream stream, long count)
    {
        var buffer = new byte[Math.Min(count, 1 << 16)];
        while (count > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(count, buffer.Length));
            if (read == 0)
                throw new GitException("git ended before it gave all of a revision");
            count -= read;
        }
    }
}
