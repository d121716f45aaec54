using FluxLint.Diagnostics;

namespace FluxLint.Files;

/// <summary>Something wrong with a file or directory before it is looked into.</summary>
/// <param name="Kind">What sort of problem it is.</param>
/// <param name="Location">The file or directory.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
public sealed record FileProblem(FileProblemKind Kind, Location Location, string Message);
