namespace FluxLint.Packs.Loading;

/// <summary>An assembly of a pack whose hash is the locked one. What was hashed is what is loaded: the file is not read again.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsOfPack">Whether it is in the package of the pack itself, and not in one that it depends on.</param>
internal sealed record VerifiedAssembly(string Name, byte[] Content, bool IsOfPack);
