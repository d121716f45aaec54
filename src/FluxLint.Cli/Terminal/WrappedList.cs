namespace FluxLint.Cli.Terminal;

/// <summary>Writes a list with commas over as many lines as it needs; no name is torn apart.</summary>
internal static class WrappedList
{
    /// <param name="writer">Where it goes.</param>
    /// <param name="head">What stands before the first name; the others are set in under it.</param>
    /// <param name="names">The names, safe to show.</param>
    /// <param name="width">The columns of the terminal; null when it is none.</param>
    public static void Write(TextWriter writer, string head, IEnumerable<string> names, int? width)
    {
        var limit = width ?? TextOptions.DefaultWidth;
        var margin = DisplayWidth.Of(head);
        var line = head;
        var used = margin;
        foreach (var name in names)
        {
            var isFirst = used == margin;
            var length = DisplayWidth.Of(name);
            if (!isFirst && used + length + 3 > limit)
            {
                writer.WriteLine(line + ",");
                line = new string(' ', margin) + name;
                used = margin + length;
                continue;
            }
            line += isFirst ? name : $", {name}";
            used += isFirst ? length : length + 2;
        }
        writer.WriteLine(line);
    }
}
