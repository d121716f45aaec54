using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Schemas;

/// <summary>The files of a volume, and who may read them (<c>validateKeyToPath</c>).</summary>
internal static class FileChecks
{
    private const int AllBits = 511;

    /// <summary>Checks a ConfigMap or Secret as files.</summary>
    public static void Check(YamlMapping source, ObjectPath at, ObjectReport report)
    {
        CheckMode(source, "defaultMode", at, report);
        foreach (var (i, item) in source.Mappings("items"))
            CheckFile(item, at["items", i], report);
    }

    /// <summary>Checks what is known of a pod as files.</summary>
    public static void CheckDownward(YamlMapping source, ObjectPath at, ObjectReport report)
    {
        Check(source, at, report);
        foreach (var (i, item) in source.Mappings("items"))
            DownwardChecks.CheckFile(item, at["items", i], report);
    }

    /// <summary>Checks the rights of files.</summary>
    public static void CheckMode(YamlMapping owner, string field, ObjectPath at, ObjectReport report)
    {
        if (owner.Number(field) is not { } mode || owner.Known(field) is not { } node || mode is >= 0 and <= AllBits)
            return;
        var octal = mode is > 0 and < int.MaxValue ? $", which is octal 0{Convert.ToString(mode, 8)}" : "";
        var advice = Meant(node.Value) is { } meant ? $"; write 0{node.Value} or {meant.ToString(CultureInfo.InvariantCulture)}" : "";
        report.Add(node, $"'{at[field]}' must be from 0 to octal 0777, not {mode}{octal}{advice}");
    }

    private static void CheckFile(YamlMapping item, ObjectPath at, ObjectReport report)
    {
        CheckMode(item, "mode", at, report);
        foreach (var field in new[] { "key", "path" })
        {
            if (item.Known(field) is { Value: "" } empty)
                report.Add(empty, $"'{at[field]}' must not be empty");
        }
        LocalPaths.Check(item, "path", at, report, isName: true);
    }

    /// <summary>The rights that three digits are probably meant to be; null when they are none.</summary>
    private static int? Meant(string text) => text.Length == 3 && text.All(digit => digit is >= '0' and <= '7') ? Convert.ToInt32(text, 8) : null;
}
