using System.Collections.Immutable;
using System.Text;
using FluxLint.CodeFixes;
using FluxLint.Diagnostics;

namespace FluxLint.Testing;

/// <summary>
/// What the fixes of a case make of it, safe and unsafe ones: the file <c>name.fixed.yaml</c> beside a case <c>name.yaml</c>, without markers.
/// A case in a folder has none.
/// </summary>
internal sealed class FixedCase(string path, CaseRepository repository)
{
    private string FixedPath => Path.ChangeExtension(path, ".fixed.yaml");

    /// <summary>How the file differs from what the fixes of a rule make; blessing writes or deletes it.</summary>
    public IEnumerable<string> Differences(ImmutableArray<Diagnostic> findings, string? id)
    {
        if (!File.Exists(path))
            return [];
        var offered = findings.Where(finding => finding.Fix is not null && (id is null || finding.Id == id)).ToList();
        var selected = FixApplier.Select(offered, FixSafety.Unsafe);
        if (selected.Length < offered.Count)
            return [$"the fixes of {offered.Count} findings are in each other's way: split the case"];
        var expected = offered.Count == 0 ? null : Fixed(selected);
        var actual = File.Exists(FixedPath) ? File.ReadAllBytes(FixedPath) : null;
        if (expected is null ? actual is null : actual.AsSpan().SequenceEqual(expected))
            return [];
        if (!Blessing.IsOn)
            return [expected is null ? $"no finding has a fix, so {Path.GetFileName(FixedPath)} must not be there" : $"{Path.GetFileName(FixedPath)} is not what the fixes make:\n{Encoding.UTF8.GetString(expected)}"];
        if (expected is null)
            File.Delete(FixedPath);
        else
            File.WriteAllBytes(FixedPath, expected);
        return [];
    }

    private byte[] Fixed(ImmutableArray<Diagnostic> findings)
    {
        var changed = FixApplier.Apply(findings);
        return [.. repository.Files.SelectMany(file => file.WithContent(changed.TryGetValue(file.Path, out var text) ? text.Encode() : file.Content))];
    }
}
