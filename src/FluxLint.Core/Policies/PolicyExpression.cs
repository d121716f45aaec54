using System.Collections.Frozen;
using FluxLint.Diagnostics;
using FluxLint.Schemas.Cel;
using FluxLint.Syntax;
using FluxLint.Text;

namespace FluxLint.Policies;

/// <summary>An expression of a policy, and where it is written.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="Node">The text that it stands in.</param>
/// <param name="Offset">Where in the text it starts.</param>
internal sealed record PolicyExpression(CelExpression Expression, YamlScalar Node, int Offset = 0)
{
    /// <summary>The place in the file of some characters of the expression.</summary>
    public Location At(TextSpan span) => At(Node, Offset, span);

    /// <inheritdoc cref="At(TextSpan)"/>
    public static Location At(YamlScalar node, int offset, TextSpan span) =>
        new(node.Source, SpanMap.Of(node).Map(offset + span.Start, offset + span.End));

    /// <summary>The fields of a variable that it looks at; null when it looks at the variable as a whole.</summary>
    public FrozenSet<string>? FieldsOf(string variable)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        return Collect(Expression) ? fields.ToFrozenSet(StringComparer.Ordinal) : null;

        bool Collect(CelExpression part)
        {
            switch (part)
            {
                case CelExpression.Select { Operand: CelExpression.Name { Text: var name } } select when name == variable:
                    fields.Add(select.Field);
                    return true;
                case CelExpression.Name { Text: var name }:
                    return name != variable;
                default:
                    return part.Parts.All(Collect);
            }
        }
    }
}
