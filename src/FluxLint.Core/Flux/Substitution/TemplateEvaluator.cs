using System.Collections.Immutable;
using System.Text;

namespace FluxLint.Flux;

/// <summary>Fills variables into the texts of one object. A value is not looked through for references again.</summary>
internal sealed class TemplateEvaluator(SubstitutionVariables variables)
{
    private VariableOutcome[] outcomes = [];

    /// <summary>What became of the references of the last text, by their number.</summary>
    public IReadOnlyList<VariableOutcome> Outcomes => outcomes;

    /// <summary>How many characters all texts took so far.</summary>
    public long Work { get; private set; }

    /// <summary>The first variable whose value the last text took.</summary>
    public SubstitutionVariable? First { get; private set; }

    /// <summary>Whether the last text took a value of a Secret.</summary>
    public bool HasSecret { get; private set; }

    /// <summary>The text with what is known filled in; a reference that is not known stays as it is.</summary>
    public string Evaluate(Template template)
    {
        var text = template.Text;
        outcomes = new VariableOutcome[template.References.Length];
        First = null;
        HasSecret = false;
        var filled = new StringBuilder(text.Length);
        foreach (var part in template.Parts)
        {
            if (part is not TemplateReference reference)
                filled.Append(Evaluate(part, isUsed: true));
            else if (Evaluate(reference, isUsed: true) is { } value)
                filled.Append(value);
            else
                filled.Append(text, reference.Span.Start, reference.Span.Length);
        }
        return filled.ToString();
    }

    private string? Evaluate(TemplatePart part, bool isUsed) => part is TemplateReference reference ? Evaluate(reference, isUsed) : (part as TemplateText)?.Value;

    private string? Evaluate(TemplateReference reference, bool isUsed)
    {
        var variable = variables.Find(reference.Name);
        var isKnown = variable is null ? variables.IsComplete : variable.Value is not null;
        var value = variable?.Value ?? "";
        var takesDefault = reference.Operator == TemplateOperator.Default && value.Length == 0;
        var usesArguments = isUsed && isKnown && (takesDefault || reference.Operator != TemplateOperator.Default);
        var arguments = ImmutableArray.CreateBuilder<string>(reference.Arguments.Length);
        foreach (var argument in reference.Arguments)
        {
            if (Evaluate(argument, usesArguments) is { } known)
                arguments.Add(known);
            else
                isKnown &= !usesArguments;
        }

        var result = isKnown && isUsed && TrySpend(value, arguments) ? ParameterExpansion.Apply(reference.Operator, value, arguments.ToImmutable()) : null;
        Work += result?.Length ?? 0;
        outcomes[reference.Index] = !isUsed ? VariableOutcome.Unused
            : result is null ? VariableOutcome.Unknown
            : takesDefault ? VariableOutcome.DefaultUsed
            : variable is null ? VariableOutcome.Undefined
            : VariableOutcome.Substituted;
        if (outcomes[reference.Index] == VariableOutcome.Substituted)
        {
            First ??= variable;
            HasSecret |= variable?.IsSecret == true;
        }
        return result;
    }

    /// <summary>Whether there is still room: what would be too much for one object is left as it is.</summary>
    private bool TrySpend(string value, IEnumerable<string> arguments)
    {
        Work += value.Length + arguments.Sum(argument => (long)argument.Length);
        return Work <= ParameterExpansion.MostWork;
    }
}
