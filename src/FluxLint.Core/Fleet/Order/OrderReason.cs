namespace FluxLint.Fleet;

/// <summary>Why something must come before something else.</summary>
public enum OrderReason
{
    /// <summary>One step of an object after the other.</summary>
    Sequence,

    /// <summary>An entry of <c>dependsOn</c>.</summary>
    DependsOn,

    /// <summary>A <c>sourceRef</c> or <c>chartRef</c>.</summary>
    Source,

    /// <summary>An object is there once what applies it has done so.</summary>
    Parent,

    /// <summary><c>wait: true</c>: ready when everything that is applied is.</summary>
    Wait,

    /// <summary>An entry of <c>healthChecks</c>.</summary>
    HealthCheck,

    /// <summary>An object needs its namespace.</summary>
    Namespace,

    /// <summary>A custom resource needs its definition.</summary>
    Definition,
}
