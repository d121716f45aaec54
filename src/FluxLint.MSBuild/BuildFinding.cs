using FluxLint.Diagnostics;
using FluxLint.Reporting;

namespace FluxLint.MSBuild;

/// <summary>A finding as the log of a build has it. Lines and columns count from 1; the end is the place behind the last character.</summary>
internal sealed record BuildFinding(string Id, Severity Severity, string Path, int Line, int Column, int EndLine, int EndColumn, string Text, string? HelpLink)
{
    public static BuildFinding Of(Diagnostic diagnostic, RuleInfo rule)
    {
        var region = LineRegion.Of(diagnostic.Location);
        return new(diagnostic.Id, diagnostic.Severity, diagnostic.Location.Path, region.Line, region.StartColumn, region.Line, region.EndColumn, CanonicalLine.Text(diagnostic), rule.HelpUri);
    }

    public static BuildFinding Read(BinaryReader reader) => new(
        reader.ReadString(), (Severity)reader.ReadByte(), reader.ReadString(),
        reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(),
        reader.ReadString(), reader.ReadString() is { Length: > 0 } link ? link : null);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Id);
        writer.Write((byte)Severity);
        writer.Write(Path);
        writer.Write(Line);
        writer.Write(Column);
        writer.Write(EndLine);
        writer.Write(EndColumn);
        writer.Write(Text);
        writer.Write(HelpLink ?? "");
    }
}
