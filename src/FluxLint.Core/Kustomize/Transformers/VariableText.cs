using System.Text;

namespace FluxLint.Kustomize.Transformers;

/// <summary>Fills <c>$(VAR)</c> into a text. <c>$$</c> is a dollar sign, and what is not known stays as it is.</summary>
internal sealed class VariableText(IReadOnlyDictionary<string, VariableValue?> values)
{
    /// <summary>The first variable that was filled in.</summary>
    public VariableValue? First { get; private set; }

    /// <summary>Whether the text is nothing but one variable, whose type it then takes.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Whether a value of a Secret was filled in.</summary>
    public bool HasSecret { get; private set; }

    /// <summary>Whether a variable whose value is not known was met.</summary>
    public bool HasUnknown { get; private set; }

    public string Fill(string text)
    {
        var filled = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf('$', at) is >= 0 and var sign && sign + 1 < text.Length)
        {
            filled.Append(text, at, sign - at);
            var close = text[sign + 1] == '(' ? text.IndexOf(')', sign + 2) : -1;
            if (close >= 0)
            {
                var name = text[(sign + 2)..close];
                var isWhole = sign == 0 && close == text.Length - 1;
                filled.Append(Find(name) is { } value ? Take(value, isWhole) : $"$({name})");
                at = close + 1;
            }
            else
            {
                filled.Append(text[sign + 1] == '$' ? "$" : text.AsSpan(sign, 2));
                at = sign + 2;
            }
        }
        return filled.Append(text, at, text.Length - at).ToString();
    }

    private VariableValue? Find(string name)
    {
        if (!values.TryGetValue(name, out var value))
            return null;
        HasUnknown |= value is null;
        return value;
    }

    private string Take(VariableValue value, bool isWhole)
    {
        First ??= value;
        HasSecret |= value.IsSecret;
        IsWhole = isWhole;
        return isWhole ? value.Whole : value.Part;
    }
}
