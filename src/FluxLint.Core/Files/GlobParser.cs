namespace FluxLint.Files;

/// <summary>Reads a <see cref="Glob"/>.</summary>
internal sealed class GlobParser(string pattern)
{
    private const int MaximumNesting = 32;

    private readonly GlobProgram.Builder program = new();
    private readonly string text = Trim(pattern);
    private int at;

    /// <summary>What is wrong with the pattern.</summary>
    public string? Problem { get; private set; }

    public GlobProgram? Parse()
    {
        var isRead = pattern.Length == 0 ? Fail("the pattern is empty")
            : RepositoryPath.Parts(text).Contains("..") ? Fail($"the pattern '{pattern}' must not contain '..'")
            : Alternative(nesting: 0);
        return isRead ? program.Build() : null;
    }

    /// <summary>Reads up to the end, or inside of braces up to <c>,</c> or <c>}</c>.</summary>
    private bool Alternative(int nesting)
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (nesting > 0 && c is ',' or '}')
                return true;
            if (!(c == '{' ? Braces(nesting + 1) : Simple(c)))
                return false;
        }
        return true;
    }

    private bool Simple(char c)
    {
        at++;
        switch (c)
        {
            case '*':
                Stars();
                break;
            case '?':
                program.One(GlobStepKind.InPart);
                break;
            case '[':
                if (CharacterClass.Read(text, ref at) is not { } set)
                    return Fail($"the pattern '{pattern}' has a '[' that opens no valid set of characters");
                program.Class(set);
                break;
            case '\\':
                if (at == text.Length)
                    return Fail($"the pattern '{pattern}' ends with a '\\' that has nothing to escape");
                program.Character(text[at++]);
                break;
            case '}':
                return Fail($"the pattern '{pattern}' has a '}}' without '{{'");
            default:
                program.Character(c);
                break;
        }
        return true;
    }

    private void Stars()
    {
        var start = at - 1;
        while (at < text.Length && text[at] == '*')
            at++;
        if (at - start == 1)
        {
            // A part that is a star alone is a name, and no name is empty.
            if (StartsPart(start) && (at == text.Length || text[at] == '/'))
                program.One(GlobStepKind.InPart);
            program.Many(GlobStepKind.InPart);
        }
        else if (StartsPart(start) && at < text.Length && text[at] == '/')
        {
            at++;
            program.Directories();
        }
        else
        {
            if (StartsPart(start) && start > 0)
                program.One(GlobStepKind.Any);
            program.Many(GlobStepKind.Any);
        }
    }

    private bool StartsPart(int offset) => offset == 0 || text[offset - 1] == '/';

    private bool Braces(int nesting)
    {
        if (nesting > MaximumNesting)
            return Fail($"the pattern '{pattern}' nests braces more than {MaximumNesting} deep");
        at++;
        var ends = new List<int>();
        while (true)
        {
            var fork = program.Reserve();
            if (!Alternative(nesting))
                return false;
            if (at == text.Length)
                return Fail($"the pattern '{pattern}' has a '{{' without '}}'");
            var isLast = text[at++] == '}';
            if (!isLast)
            {
                ends.Add(program.Reserve());
                program.Fork(fork, fork + 1, program.Length);
                continue;
            }
            program.Fork(fork, fork + 1, fork + 1);
            foreach (var end in ends)
                program.Fork(end, program.Length, program.Length);
            return true;
        }
    }

    private bool Fail(string problem)
    {
        Problem = problem;
        return false;
    }

    private static string Trim(string pattern)
    {
        var text = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        text = text == "." ? "" : text.TrimStart('/');
        return text.EndsWith('/') ? text.TrimEnd('/') : text;
    }
}
