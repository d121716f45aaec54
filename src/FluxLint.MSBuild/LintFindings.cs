using System.Collections.Immutable;
using System.Text;

namespace FluxLint.MSBuild;

/// <summary>What a lint gives to a build.</summary>
/// <param name="Findings">The findings.</param>
/// <param name="Sarif">The SARIF log; empty when nobody asked for it.</param>
/// <param name="HoldsUntil">The last day on which the same files give the same; null when days do not matter.</param>
internal sealed record LintFindings(ImmutableArray<BuildFinding> Findings, byte[] Sarif, DateOnly? HoldsUntil)
{
    public static LintFindings Read(ReadOnlySpan<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
        var lastDay = DateOnly.FromDayNumber(reader.ReadInt32());
        var sarif = reader.ReadBytes(reader.ReadInt32());
        var findings = ImmutableArray.CreateBuilder<BuildFinding>();
        for (var count = reader.ReadInt32(); count > 0; count--)
            findings.Add(BuildFinding.Read(reader));
        return new(findings.ToImmutable(), sarif, lastDay);
    }

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write((HoldsUntil ?? DateOnly.MaxValue).DayNumber);
        writer.Write(Sarif.Length);
        writer.Write(Sarif);
        writer.Write(Findings.Length);
        foreach (var finding in Findings)
            finding.Write(writer);
        return stream.ToArray();
    }
}
