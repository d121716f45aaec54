using System.Collections.Immutable;
using FluxLint.Kustomize;
using FluxLint.Schemas.Cel;

namespace FluxLint.Policies;

/// <summary>What a policy sees of clusters that are alike to it.</summary>
/// <param name="Cluster">The variable <c>cluster</c>.</param>
/// <param name="Resources">Their objects of the kinds that the policy can tell anything of; none where it does not ask.</param>
/// <param name="MayHaveMore">Whether what cannot be rendered may bring more of them.</param>
internal sealed record ClusterView(CelValue Cluster, ImmutableArray<Resource> Resources, bool MayHaveMore);
