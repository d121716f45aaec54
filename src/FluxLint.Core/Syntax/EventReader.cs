using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FluxLint.Syntax;

/// <summary>Draws events from YamlDotNet. Whatever that throws on broken text comes out as one kind of exception.</summary>
internal sealed class EventReader(string text)
{
    private readonly Parser parser = new(new Scanner(new StringReader(text), skipComments: true));

    public ParsingEvent Current { get; private set; } = new StreamStart();

    /// <summary>Moves to the next event; false at the end.</summary>
    public bool TryNext()
    {
        try
        {
            if (!parser.MoveNext() || parser.Current is not { } next)
                return false;
            Current = next;
            return true;
        }
        // Besides its own exceptions it lets out those of its collections and of character conversion.
        catch (Exception inner)
        {
            throw new BrokenYamlException(inner, Current);
        }
    }

    /// <summary>The next event, where the text cannot end.</summary>
    public ParsingEvent Next() =>
        TryNext() ? Current : throw new BrokenYamlException(new InvalidOperationException(), Current);
}
