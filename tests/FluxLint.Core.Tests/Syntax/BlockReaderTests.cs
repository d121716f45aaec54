using CsCheck;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Core.Tests.Syntax;

/// <summary>What <see cref="BlockReader"/> takes it reads as <see cref="TreeParser"/> does, which has the word of YamlDotNet for it.</summary>
public sealed class BlockReaderTests
{
    private static readonly int Iterations = int.TryParse(Environment.GetEnvironmentVariable("FLUXLINT_ITERATIONS"), out var iterations) ? iterations : 2_000;

    private static readonly string[] UsualTexts =
    [
        "",
        "\n  \n",
        "# one\n\n  # two\n",
        "a: 1",
        "a: 1\n",
        "a: 1 \nb: 2   # c\n",
        "# c\n\na: b\n  # c\nc: d\n",
        "a:\nb:   \nc: # c\nd:\n",
        "a:\n  b:\n    c: d\n  e: f\ng: h\n",
        "a:\n    b: c\n    d: e\nf: g",
        "a :  b\n",
        "-a: -b\n--c: --d\n---e: ---f\n",
        "a: b:c\nd: http://e/f#g\nh: i#j\nk: l  m\n",
        "a: b, c] d} e[ f{\n",
        "é: 😀\n",
        "1: 2\n~: null\ntrue: 3.5\n",
        "a: 1\nb: 2\na: 3\n",
        "a: {b: 1, c: 2, b: 3}\na: 1\n",
        "- a\n- b\n",
        "-\n- # c\n-   a\n-\n",
        "- a: 1\n  b: 2\n-   c: 3\n    d: 4\n-\n  e: 5\n",
        "- - a\n  - b\n-   - - c\n    - d\n",
        "a:\n- b\n- c:\n  - d\n  e: f\ng:\n  - h\n",
        "a:\n- b:\n- c\nd: e\n",
        "- a:\n  - b\n- c\n",
        "---\na: 1\n---\nb: 2\n",
        "---\n---\n# c\n---\na: 1\n---\n",
        "--- # c\na: 1\n--- ",
        "a: 1\n---\n- 2\n",
        "a: b\n  c\n   d\ne: f\n",
        "a: b\n\n  c\n  \n\n  d   \ne: f # g\n",
        "a:\n  b\n  c\n",
        "- a\n  b\n- c\n - d\n",
        "a: b\n  - c\n",
        "a: b\n  'c' &d *e\n",
        "a: ''\nb: \"\"\nc: 'it''s'\nd: '''x'''\n",
        "a: \"b # c: d\"\ne: 'f # g: h' # i\n",
        "a: \"b\\\"c\\\\ \\n\\t\"\nd: \"\\\"\"\n",
        "\"a\": 1\n'b c': 2\n\"\": 3\n'# : d':\n",
        "a: 'b\n  c\n\n  d  \n   e'\n",
        "a: \"b\n\n\n  c\\n\n  d\"\n",
        "a: '\n  b\n  '\n",
        "a: |\n  b\n   c\n\n  d\n\ne: f\n",
        "a: |-\n  b\n\nc: |+\n  d\n\n\ne: f\n",
        "a: |\n\n  b\nc: |\nd: |+\n\ne: |- # f\n  # g\n  h # i\n # j\n",
        "- |\n  a\n- |-\n   b\n-   c: |\n      d\n    e: f\n",
        "a: |\n  b",
        "a: |+\n  b\n   ",
        "a: |-\n  b\n  \n    \n",
        "a: |\n",
        "a: |",
        "a: >\n  b\n  c\n\n  d\n    e\n  f\n\n\n  g\n",
        "a: >-\n  b\n\nc: >+\n\n  d\n\n\ne: >\n  f",
        "a: []\nb: {}\nc: [ ]\nd: {  }  # e\n",
        "- []\n- [a]\n- {}\n",
        "a: [b, 'c', \"d\", -1, e f]\n",
        "a: {b: 1, \"c\": [x, {y: z}], 'd': \"e\", f : g}\n",
        "a: [http://b/c, d#e, f:g]\n",
        "a: [b, c, ]\nd: {e: f,}\n",
        "a: [\n  b, # c\n  # d\n\n  e\n]\nf: {\n  g: h,\n  i: [\n  ]\n  }\n",
        "{a: 1}\n",
        "[{\"op\": \"add\", \"path\": \"/a\", \"value\": 1}]\n",
        "[\n  {\n    \"a\": 1\n  }\n]\n",
        $"{string.Concat(Enumerable.Repeat("- ", 100))}a\n",
        $"a: {new string('[', 100)}{new string(']', 100)}\n",
        "a: &b c\nd: *b\n",
        "a: &b-c 'd' # e\nf: *b-c # g\nh:\n  - &i j\n  - *i\n",
        "- &a b\n- *a\n---\n- &a c\n- *a\n",
        "a: &b |\n  c\nd: &e f\n  g\nh: *b\ni: *e\n",
        "a: &b # c\n  d: e\n  f: g\nh:\n  <<: *b\n  i: *b\n",
        "a: &b\n  - c\n  - &d\n    e: f\ng: &h\n  i\nj: *d\nk: *h\n",
        "a: &b [c, {d: e}]\nf: &g {h: *b}\ni: [*g, *b]\n<<: *g\n",
        "a:\n  &b\n  c: d\n",
        "<<: a\n",
    ];

    private static readonly string[] OtherTexts =
    [
        "a",
        "'a'",
        "|\n  a\n",
        "a: b: c\n",
        "a: 1\n  b: 2\n",
        "a: 1\n b\nc: d: e\n",
        "  a: 1\nb: 2\n",
        "a:\n    b: 1\n  c: 2\n",
        "a: 1\n- b\n",
        "- a\nb: 1\n",
        "a: - b\n",
        "a\nb: 1\n",
        "a: b # c\n  d\n",
        "a: 'b\nc: d\n",
        "a: 'b\nc'\n",
        "a: \"b\n",
        "a: \"b\" c\n",
        "a: \"b\"#c\n",
        "\"a\" : 1\n",
        "\"a\":1\n",
        "a: \"\\x41\"\n",
        "a: \"b\\\n  c\"\n",
        "a: |2\n  b\n",
        "a: |  b\n",
        "a: |#b\n",
        "a: |\n   \n  b\n",
        "a: >\n   \n  b\n",
        "a: [b\n",
        "a: [b c: d]\n",
        "a: [b,, c]\n",
        "a: [b]c\n",
        "a: [b]#c\n",
        "a: [b\n  c]\n",
        "a: [\nb]\n",
        "a: ['b'\n  'c']\n",
        "a: ['b\n  c']\n",
        "a: {b}\n",
        "a: {b: }\n",
        "a: {b:}\n",
        "a: {\"b\":1}\n",
        "a: [-]\n",
        "[a]: b\n",
        "{a: b}: c\n",
        "? a\n: b\n",
        ": a\n",
        "a: :b\n",
        "a: ?b\n",
        "a: !!str b\n",
        "&a b: c\n",
        "a: *b\n",
        "a: *b\nc: &b d\n",
        "a: &b\n  c: *b\n",
        "a: &b 1\nc: &b\n  d: *b\n",
        "a: &b 1\n---\nc: *b\n",
        "a: &b\n",
        "a: &b\n- c\n",
        "a: &b &c d\n",
        "a: &b 1\nc: &d *b\n",
        "a: &b- c: d\n",
        "a: &b 1\n*b : c\n",
        "a: &b,c d\n",
        "a: [&b c]\n",
        "{<<: {a: b}}\n",
        "a *b: c\n",
        "a: @b\n",
        "a: `b\n",
        "a: %b\n",
        "%YAML 1.2\n---\na: 1\n",
        "a: 1\n...\n",
        "--- a\n",
        "--- - a\n",
        "a:\tb\n",
        "a: 1\r\n",
        "a: 1\u0085",
        "a: \u2028\n",
        "\uFEFFa: 1\n",
        "a: \0\n",
        "a: \uFDD3\n",
        $"{new string('a', 1001)}: b\n",
        $"{string.Concat(Enumerable.Repeat("- ", 101))}a\n",
        $"a: {new string('[', 101)}{new string(']', 101)}\n",
    ];

    private static readonly string[] Texts =
        [.. UsualTexts, .. OtherTexts, .. Files(TreeBaselineTests.BaselineDirectory).Select(File.ReadAllText)];

    private static readonly Gen<string> Piece = Choice(
        "\n", "\n\n", "\n---\n", "---", "\n...\n", ": ", ":", "- ", "-", "? ", "[", "]", "{", "}", ", ", "\"", "'", "''", "|", "|+\n", ">\n", "#", " # c\n", "&a ", "*a", "!!str ", "<<: ",
        "\\", "\\n", "%", "\n  ", "\n ", "  ", " ", "a: ", "a:\n", "- a\n", "x", "é", "\uD83D", "[a, b]", "{a: b}", " *c: d", "*a\n", "a: &a\n  ", "<<: *a\n", "[*a]", "::x", ":x", "?x", "-x");

    private static readonly Gen<string> Mutated =
        from text in Choice(Texts)
        from edits in Gen.Select(Gen.Int[0, 2], Gen.Double[0, 1], Gen.Int[0, 12], Piece).Array[1, 5]
        select edits.Aggregate(text, (mutated, edit) => Mutate(mutated, edit.Item1, (int)(edit.Item2 * mutated.Length), edit.Item3, edit.Item4));

    public static TheoryData<string> Usual { get; } = [.. UsualTexts];

    public static TheoryData<string> Other { get; } = [.. OtherTexts];

    [Theory]
    [MemberData(nameof(Usual))]
    public void Usual_text_is_taken_and_read_alike(string text)
    {
        var source = SourceText.From("x.yaml", text);

        Assert.Equal(ByEvents(source), ByBlocks(source));
    }

    [Theory]
    [MemberData(nameof(Other))]
    public void Anything_else_is_left(string text) => Assert.Null(ByBlocks(SourceText.From("x.yaml", text)));

    [Theory]
    [InlineData(253, true)]
    [InlineData(254, false)]
    public void Chain_of_aliases_is_taken_up_to_the_limit(int links, bool isTaken)
    {
        var source = SourceText.From("x.yaml", $"a0: &a0 [x]\n{string.Concat(Enumerable.Range(1, links).Select(link => $"a{link}: &a{link} [*a{link - 1}]\n"))}");

        Assert.Equal(isTaken, ByBlocks(source) == ByEvents(source));
        Assert.Equal(isTaken, YamlTree.Parse(source).Problems.IsEmpty);
    }

    [Fact]
    public void Bytes_that_stand_for_no_character_are_left() => Assert.Null(ByBlocks(SourceText.Decode("x.yaml", [(byte)'a', (byte)':', (byte)' ', 0xFF])));

    [Fact]
    public void Files_are_read_alike_and_nearly_all_are_taken()
    {
        var (count, left) = (0, 0);
        foreach (var file in RealRepositories.All.Append(Path.Combine(RealRepositories.Fleet, "..")).SelectMany(Files))
        {
            var source = SourceText.Decode(file, File.ReadAllBytes(file));
            count++;
            if (FindDifference(source, out var isTaken) is { } difference)
                Assert.Fail($"{file}: {difference}");
            left += isTaken ? 0 : 1;
        }

        Assert.True(left * 10 < count, $"{left} of {count} files are left");
    }

    [Fact]
    public void Mutated_text_is_read_alike() => Mutated.Sample(text => Assert.Null(FindDifference(SourceText.From("mutated.yaml", text), out _)), iter: Iterations);

    [Theory]
    [InlineData("p: |\n  a: 1\n  b:\n    - c\n")]
    [InlineData("p: >-\n  [{\"a\": 1},\n  {\"b\": 2}]\n")]
    [InlineData("p: 'a: ''x'''\n")]
    [InlineData("p: \"a: \\\"x\\\"\\nb: 1\\nb: 2\\n\"\n")]
    public void Embedded_text_is_taken_and_read_alike(string text)
    {
        var scalar = Assert.IsType<YamlScalar>(YamlTree.Parse(SourceText.From("x.yaml", text)).RootMapping?["p"]);

        Assert.Equal(ByEvents(scalar.Source, scalar.Value, SpanMap.Of(scalar)), ByBlocks(scalar.Source, scalar.Value, SpanMap.Of(scalar)));
    }

    private static string? FindDifference(SourceText source, out bool isTaken)
    {
        var read = ByBlocks(source);
        isTaken = read is not null;
        return read is null || ByEvents(source) is var expected && read == expected ? null : $"{source.Text}\n--- is read as\n{read}\n--- and not as\n{ByEvents(source)}";
    }

    private static string? ByBlocks(SourceText source) => ByBlocks(source, source.Text, SpanMap.Identity);

    private static string? ByBlocks(SourceText source, string text, SpanMap map) =>
        BlockReader.Read(source, text, map) is { } reader ? TreeOutline.Of(reader.Documents, reader.Problems) : null;

    private static string ByEvents(SourceText source) => ByEvents(source, source.Text, SpanMap.Identity);

    private static string ByEvents(SourceText source, string text, SpanMap map)
    {
        var parser = new TreeParser(source, text, map);
        parser.Parse();
        return TreeOutline.Of(parser.Documents, parser.Problems);
    }

    private static Gen<string> Choice(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Mutate(string text, int action, int at, int length, string piece)
    {
        var end = Math.Min(text.Length, at + length);
        return action switch
        {
            0 => text.Insert(at, piece),
            1 => text.Remove(at, end - at),
            _ => text.Insert(end, text[at..end]),
        };
    }

    private static IEnumerable<string> Files(string directory) =>
        Directory.EnumerateFiles(directory, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal));
}
