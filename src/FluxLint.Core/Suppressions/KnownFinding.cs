namespace FluxLint.Suppressions;

/// <summary>One finding of another lint, and what it is known again by. Equal ones are different findings.</summary>
/// <param name="hash">Its fingerprint, without the number that tells equal ones of a file apart.</param>
/// <param name="path">The file that it was in.</param>
internal class KnownFinding(string hash, string path)
{
    public string Hash => hash;

    public string Path => path;
}
