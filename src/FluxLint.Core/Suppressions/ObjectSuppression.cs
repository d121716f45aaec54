using FluxLint.Syntax;

namespace FluxLint.Suppressions;

/// <summary>An annotation of an object that suppresses what is found on it.</summary>
/// <param name="Selector">The rule, at the key that names it.</param>
/// <param name="Annotations">The annotations of the object.</param>
/// <param name="Key">The whole key.</param>
/// <param name="Reason">The value.</param>
internal sealed record ObjectSuppression(Selector Selector, YamlMapping Annotations, string Key, string Reason);
