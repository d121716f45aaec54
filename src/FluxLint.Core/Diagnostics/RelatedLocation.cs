namespace FluxLint.Diagnostics;

/// <summary>Another place that a finding speaks of, such as the first of two duplicates.</summary>
/// <param name="Location">The place.</param>
/// <param name="Message">What is there, in a few words without a full stop.</param>
public sealed record RelatedLocation(Location Location, string Message);
