using System.Globalization;
using FluxLint.Syntax;

namespace FluxLint.Kustomize.Transformers;

/// <summary>What a variable stands for.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Node">The value as written.</param>
/// <param name="Whole">The text of a field that is nothing but the variable.</param>
/// <param name="Part">The text of the variable amid other text.</param>
/// <param name="IsText">Whether the value is text, and stays it where it is the whole of a field.</param>
internal sealed record VariableValue(Variable Variable, YamlNode Node, string Whole, string Part, bool IsText)
{
    /// <summary>Whether it is a value of a Secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Reads the value of a field; null where it is no number that kustomize can read.</summary>
    public static VariableValue? Of(Variable variable, YamlScalar scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Integer:
                return long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
                    ? Same(integer.ToString(CultureInfo.InvariantCulture))
                    : null;
            case ScalarKind.Float:
                return double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                    ? new(variable, scalar, Plain(number), Shortest(number), IsText: false)
                    : null;
            case ScalarKind.Boolean:
                return Same(scalar.CanonicalValue);
            default:
                return new(variable, scalar, scalar.Value, scalar.Value, IsText: true);
        }

        VariableValue Same(string text) => new(variable, scalar, text, text, IsText: false);
    }

    private static string Plain(double number) => decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
        ? exact.ToString(CultureInfo.InvariantCulture)
        : number.ToString("F0", CultureInfo.InvariantCulture);

    /// <summary>The shortest form, with an exponent from twenty-one digits on and below four zeros.</summary>
    private static string Shortest(double number)
    {
        var size = Math.Abs(number);
        if (size == 0 || (size >= 1e-4 && size < 1e21))
            return Plain(number);
        var text = number.ToString("E16", CultureInfo.InvariantCulture);
        for (var digits = 0; digits < 17; digits++)
        {
            text = number.ToString($"E{digits}", CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture) == number)
                break;
        }
        var split = text.IndexOf('E');
        var exponent = int.Parse(text[(split + 1)..], CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{text[..split]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }
}
