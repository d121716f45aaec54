using System.Collections.Immutable;
using FluxLint.Diagnostics;
using FluxLint.Fleet;
using FluxLint.Kustomize;

namespace FluxLint.Policies.Admission;

/// <summary>An object that a <c>ValidatingAdmissionPolicy</c> of its cluster does not let in.</summary>
public sealed record AdmissionRefusal
{
    internal AdmissionRefusal(AdmissionBinding binding, Place place, string message, Location validation, ImmutableArray<Cluster> clusters)
    {
        (Place, Message, Validation, Clusters) = (place, message, validation, clusters);
        (Policy, Severity) = (binding.Policy.Resource, binding.Severity);
    }

    /// <summary>The field that decided, or the object.</summary>
    public Place Place { get; }

    /// <summary>What the policy says.</summary>
    public string Message { get; }

    /// <summary>The clusters where it is so.</summary>
    public ImmutableArray<Cluster> Clusters { get; }

    /// <summary>The policy.</summary>
    public Resource Policy { get; }

    /// <summary>Where the validation is written.</summary>
    public Location Validation { get; }

    /// <summary>How much it matters, by what the binding does: an error where it denies, a warning where it warns, else it only leaves a note in the audit log.</summary>
    public Severity Severity { get; }

    /// <summary>Finds what the policies of clusters would refuse, as far as that can be told without a cluster.</summary>
    /// <param name="fleet">The clusters.</param>
    /// <param name="unfinished">The policy that took too long, so that neither it nor those after it were held against all objects; null when none did.</param>
    public static ImmutableArray<AdmissionRefusal> In(ClusterSet fleet, out Resource? unfinished)
    {
        var run = new AdmissionRun(fleet);
        var refusals = run.Find();
        unfinished = run.Unfinished;
        return refusals;
    }
}
