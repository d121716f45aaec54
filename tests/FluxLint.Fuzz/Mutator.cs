using System.Collections.Immutable;

namespace FluxLint.Fuzz;

/// <summary>Makes of real repositories what nobody would write. The same seed always makes the same.</summary>
public sealed class Mutator(Corpus corpus, int seed)
{
    private const int MostChanges = 6;
    private const int MostRepetitions = 40;
    private const int LargestText = 60_000;

    private static readonly string[] Pieces =
    [
        "\n", "\n---\n", "\n...\n", "\t", ": ", "- ", "? ", "[", "]", "{", "}", ",", "\"", "'", "|\n", ">-\n", "#", "&a ", "*a", "<<: *a", "!!str ", "!!binary ", "%YAML 1.2\n",
        "\r", "\r\n", "\\", "\\U00110000", "\U0001F600", "\uD83D", "\uFEFF", "\0", "\u0085", "\u2028", "\u202E", "\e[2J", "::error::x", "##[group]x", "##vso[x]",
        "~", "null", "true", "0", "-1", "1e999", "0x", "99999999999999999999", ".nan", "2001-01-01", "\"\"", "[]", "{}", "[[]]", "{? : }", "[{}, null, 1]",
        "..", "../..", "/", "./", "a/../..", "~/x", "https://example.com/x?ref=y", "git@example.com:a/b", "oci://x", "C:\\x", "*", "**", "{a,b}", "[a-", "(", "(a*)*", "a{1,1000}", "\\p{L}",
        "${a}", "${a:=${b}}", "${a:-", "${a//x/y}", "${a:1:-1}", "$${a}", "$(a)", "<< .x >>", "<< inputs.a | default 1 >>", "<<- range $i, $x := inputs >>", "<< end >>", "<< else if 1 >>", "{{ .Values.a }}",
        "metadata.name", "spec.[a=b].c", "data.*", "/data/-", "/a~1b", "spec.containers.0", "1.x", ">=1.0.0 <2", "10m", "-1h", "1x", "sha256:0",
    ];

    private readonly Random random = new(seed);

    /// <summary>A repository with some changes.</summary>
    /// <param name="original">What it was before.</param>
    /// <returns>What it is after.</returns>
    public ImmutableDictionary<string, string> Mutate(out ImmutableDictionary<string, string> original)
    {
        var files = original = Any(corpus.Repositories);
        for (var changes = random.Next(1, MostChanges + 1); changes > 0; changes--)
            files = random.Next(10) == 0 ? Rearrange(files) : Rewrite(files);
        return files;
    }

    private ImmutableDictionary<string, string> Rewrite(ImmutableDictionary<string, string> files)
    {
        if (files.IsEmpty)
            return files;
        var path = AnyPath(files);
        var text = Change(files[path]);
        return text.Length > LargestText ? files : files.SetItem(path, text);
    }

    /// <summary>Takes a file away, or gives its text to another.</summary>
    private ImmutableDictionary<string, string> Rearrange(ImmutableDictionary<string, string> files)
    {
        var other = Any(corpus.Repositories);
        var path = files.IsEmpty ? "kustomization.yaml" : AnyPath(files);
        return random.Next(4) switch
        {
            0 => files.Remove(path),
            1 => files.SetItem(path, other[AnyPath(other)]),
            2 => files.SetItem(path[..(path.LastIndexOf('/') + 1)] + Any(["kustomization.yaml", "fluxlint.yaml", ".gitignore", ".sourceignore", "Chart.yaml", "values.yaml", ".sops.yaml"]), other[AnyPath(other)]),
            _ => files.SetItem("fluxlint.yaml", Any(corpus.Lines) + "\n" + Any(corpus.Lines) + "\n"),
        };
    }

    private string Change(string text)
    {
        var at = random.Next(text.Length + 1);
        var end = Math.Min(text.Length, at + random.Next(60));
        var lines = text.Split('\n');
        var line = random.Next(lines.Length);
        switch (random.Next(9))
        {
            case 0:
                return text.Insert(at, Any(Pieces));
            case 1:
                return text.Remove(at, end - at);
            case 2:
                return text.Insert(end, string.Concat(Enumerable.Repeat(text[at..end], random.Next(1, MostRepetitions))));
            case 3:
                lines[line] = Any(corpus.Lines);
                break;
            case 4:
                lines[line] += "\n" + Any(corpus.Lines);
                break;
            case 5 when lines[line].IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon:
                lines[line] = lines[line][..(colon + 2)] + Value();
                break;
            case 6:
                lines[line] = new string(' ', random.Next(6)) + lines[line].TrimStart(' ');
                break;
            case 7:
                (lines[line], lines[0]) = (lines[0], lines[line]);
                break;
            default:
                return text[..at] + Any(Pieces) + text[end..];
        }
        return string.Join('\n', lines);
    }

    private string Value() => random.Next(3) == 0 && Any(corpus.Lines) is var line && line.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? line[(colon + 2)..] : Any(Pieces);

    private string AnyPath(ImmutableDictionary<string, string> files) => Any([.. files.Keys.Order(StringComparer.Ordinal)]);

    private T Any<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
