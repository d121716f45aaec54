#pragma warning disable IDE0130 // The namespaces are what is tested.
using FluxLint.Core.Tests.Architecture.Planted.Upper;

namespace FluxLint.Core.Tests.Architecture.Planted.Lower
{
    internal sealed class InBody
    {
        public static string Text => new Target().ToString() ?? "";
    }

    internal sealed class InLambda
    {
        public static Func<object, bool> Test => candidate => candidate is Target[];
    }

    internal sealed class InSignature
    {
        public IReadOnlyList<Target?> Targets { get; } = [];
    }

    internal sealed class InConstraint<T>
        where T : Target;

    internal sealed class InNested
    {
        internal sealed class Inner(Target target)
        {
            public int Hash => target.GetHashCode();
        }
    }

    [Marked(typeof(Target))]
    internal sealed class InAttribute;

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class MarkedAttribute(Type type) : Attribute
    {
        public Type Type => type;
    }

    internal sealed class Innocent
    {
        public static string Text => "Target";
    }
}

namespace FluxLint.Core.Tests.Architecture.Planted.Upper
{
    internal class Target
    {
        public static Lower.Innocent Below => new();
    }

    internal sealed class Derived : Target;
}
