using System.Collections.Immutable;
using FluxLint.Analysis;
using FluxLint.Rules.Api;
using FluxLint.Rules.Engine;
using FluxLint.Rules.Fleet;
using FluxLint.Rules.Flux;
using FluxLint.Rules.Helm;
using FluxLint.Rules.Hygiene;
using FluxLint.Rules.Kustomize;
using FluxLint.Rules.Namespaces;
using FluxLint.Rules.Security;
using FluxLint.Rules.Substitution;

namespace FluxLint.Rules;

/// <summary>The rules that come with FluxLint.</summary>
public sealed class BuiltInRules : RulePack
{
    /// <inheritdoc/>
    public override string Name => "FluxLint.Rules";

    /// <inheritdoc/>
    public override ImmutableArray<Rule> Rules { get; } =
    [
        new YamlSyntax(),
        new DuplicateKey(),
        new PathOutsideRepository(),
        new RenderGap(),
        new RuleCrashed(),
        new InputLimit(),
        new BuildFailed(),
        new InvalidConfiguration(),

        new MissingReference(),
        new UnreferencedFile(),
        new PatchWithoutTarget(),
        new ImageWithoutMatch(),
        new ReplacementWithoutTarget(),
        new DuplicateResource(),
        new DeprecatedField(),
        new PositionalJsonPatch(),
        new UncleanPath(),
        new UnpinnedRemoteBase(),
        new NoOpPatch(),
        new ReferenceCycle(),
        new OverlayCopiesBase(),
        new MissingKustomizationHeader(),
        new ReplacedByLaterPatch(),

        new MissingPath(),
        new DanglingSourceRef(),
        new DanglingDependsOn(),
        new DependsOnCycle(),
        new BootstrapDeadlock(),
        new OverlappingPaths(),
        new ContestedObject(),
        new DependedOnWithoutWait(),
        new MissingPrune(),
        new MissingRetryInterval(),
        new MissingTimeout(),
        new OrphanFluxKustomization(),
        new Suspended(),
        new RedundantDependsOn(),
        new AlertWithoutProvider(),
        new BootstrapManifest(),
        new InvalidArtifactCopy(),
        new IntervalOutOfRange(),
        new FluxinstanceWithoutSize(),
        new HealthCheckOfNothing(),
        new DisabledPlugin(),
        new MissingResourceSetInput(),
        new InvalidCelExpression(),

        new UnpinnedChartVersion(),
        new FloatingSourceRef(),
        new LegacyOciRepository(),
        new InsecureSource(),
        new RegistryWithoutProvider(),
        new UnsignedArtifact(),
        new CrdsNotUpgraded(),
        new MissingRemediation(),
        new DriftDetectionOff(),
        new StorageNamespaceMismatch(),
        new HelmCreatesNamespace(),
        new MissingValuesSource(),
        new UnknownChartValue(),
        new UnusedSource(),
        new DuplicateReleaseName(),
        new ChartWithoutRepository(),
        new MistakenChart(),

        new UndefinedVariable(),
        new MissingSubstituteSource(),
        new UnexpandedVariable(),
        new UnusedVariable(),
        new MissingWatchLabel(),

        new DeprecatedFluxApi(),
        new RemovedKubernetesApi(),
        new AbsentCrd(),
        new UnservedVersion(),
        new CrdAfterResource(),
        new SchemaViolation(),
        new InvalidName(),
        new InvalidObject(),
        new AdmissionRefused(),

        new MissingNamespace(),
        new WrongNamespace(),
        new NamespaceNotSet(),
        new DefaultNamespace(),
        new CrossNamespaceRef(),
        new MissingServiceAccount(),
        new ClusterAdminBinding(),
        new MisaddressedPatch(),

        new PlaintextSecret(),
        new HardcodedCredential(),
        new SopsWithoutDecryption(),
        new MissingConfigRef(),
        new MutableImageTag(),
        new PrivilegedWorkload(),
        new OverlayWeakensBase(),
        new PushToMain(),
        new DanglingImageMarker(),
        new SelectorWithoutMatch(),

        new MissingOverlay(),
        new VersionSkew(),
        new UnpromotedVersion(),
        new RepeatedPatch(),
        new MissingClusterValue(),
        new ForeignOverlay(),
        new UnclassifiedCluster(),
        new DuplicatedIdentity(),
        new EnvironmentValueInBase(),
        new ClusterDoesTooMuch(),
        new NoCluster(),
        new CopiedSyncPath(),
        new MisnamedCluster(),

        new SuppressionWithoutReason(),
        new UnusedSuppression(),
        new StaleBaselineEntry(),
    ];
}
