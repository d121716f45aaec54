namespace FluxLint.Policies;

/// <summary>Something that a policy has against an object.</summary>
/// <param name="Field">The field, or what is nearest to it.</param>
/// <param name="Subject">The field by its path; null where the message speaks for itself.</param>
/// <param name="Message">What is wrong, without a full stop; of a subject what it is.</param>
internal sealed record FieldFault(FieldNode Field, string? Subject, string Message)
{
    /// <summary>All faults of one place in a message.</summary>
    public static string Describe(IEnumerable<FieldFault> faults) => string.Join("; ", faults.GroupBy(fault => fault.Message).Select(alike => Describe(alike.Key, [.. alike.Select(fault => fault.Subject).OfType<string>().Distinct().Select(subject => $"'{subject}'")])));

    private static string Describe(string message, string[] subjects) => subjects switch
    {
        [] => message,
        [var only] => $"{only} is {message}",
        [.. var others, var last] => $"{string.Join(", ", others)} and {last} are {message}",
    };
}
