using System.Collections.Immutable;
using FluxLint.Diagnostics;

namespace FluxLint.Packs.Loading;

/// <summary>A pack that is what the lock says.</summary>
/// <param name="Identity">Its package.</param>
/// <param name="Assemblies">Its assemblies.</param>
internal sealed record VerifiedPack(PackIdentity Identity, ImmutableArray<VerifiedAssembly> Assemblies);
