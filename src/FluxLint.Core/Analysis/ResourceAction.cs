using FluxLint.Flux;

namespace FluxLint.Analysis;

/// <summary>What a rule does with resources.</summary>
/// <param name="IsFor">Whether it looks at resources of a sort at all; asked once a sort.</param>
/// <param name="Check">Looks at one, which Flux has a view of or not.</param>
internal sealed record ResourceAction(Func<ResourceSort, bool> IsFor, Action<ResourceContext, FluxObject?> Check);
