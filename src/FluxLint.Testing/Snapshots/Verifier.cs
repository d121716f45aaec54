using System.Runtime.CompilerServices;

namespace FluxLint.Testing.Snapshots;

/// <summary>
/// Compares texts with accepted ones in files beside the test, by the conventions and names of Verify:
/// <c>Class.Method.verified.txt</c> is accepted, <c>.received.txt</c> is what differs. <c>FLUXLINT_BLESS=1</c> accepts.
/// </summary>
public static class Verifier
{
    /// <summary>Compares a text with the accepted one. Line endings do not count.</summary>
    /// <exception cref="VerifyException">The texts differ, or none is accepted yet.</exception>
    public static async Task Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "", [CallerMemberName] string method = "")
    {
        var name = settings?.FileName ?? $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}";
        var stem = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile) ?? "", settings?.Directory ?? "", name));
        var (verified, received) = (stem + ".verified.txt", stem + ".received.txt");

        var actual = Normalize(target ?? "null");
        var expected = File.Exists(verified) ? Normalize(await File.ReadAllTextAsync(verified)) : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }
        if (Blessing.IsOn)
        {
            File.Delete(received);
            Directory.CreateDirectory(Path.GetDirectoryName(stem) ?? "");
            await File.WriteAllTextAsync(verified, actual);
            return;
        }
        await File.WriteAllTextAsync(received, actual);
        throw new VerifyException(expected is null ? $"{verified} does not exist: FLUXLINT_BLESS=1 writes it" : Describe(verified, expected, actual));
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n");

    private static string Describe(string verified, string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
            line++;
        return $"""
            {verified} differs from line {line + 1} on (FLUXLINT_BLESS=1 accepts):
              expected: {(line < left.Length ? left[line] : "(the end)")}
              actual:   {(line < right.Length ? right[line] : "(the end)")}
            """;
    }
}
