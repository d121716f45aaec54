namespace FluxLint.Flux;

/// <summary>A function of templates.</summary>
/// <param name="Arity">How many arguments it takes.</param>
/// <param name="Call">Gives its value. A <see cref="FormatException"/> says why there is none; any other exception means that the arguments do not fit.</param>
/// <param name="TakesMore">Whether it takes any number of arguments beyond.</param>
internal sealed record GoTemplateFunction(int Arity, Func<object?[], object?> Call, bool TakesMore = false)
{
    /// <summary>Whether it takes so many arguments.</summary>
    public bool Takes(int count) => count == Arity || (TakesMore && count > Arity);
}
