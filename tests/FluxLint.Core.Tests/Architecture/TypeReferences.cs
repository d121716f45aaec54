using Mono.Cecil;

namespace FluxLint.Core.Tests.Architecture;

/// <summary>What each type of an assembly refers to, read from its metadata and code. What is inside a type counts as the type.</summary>
internal static class TypeReferences
{
    /// <summary>The pairs of types of one assembly of which the first refers to the second.</summary>
    public static IReadOnlyCollection<(TypeDefinition From, TypeDefinition To)> Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var found = new HashSet<(TypeDefinition, TypeDefinition)>();
        foreach (var type in module.Types)
        {
            foreach (var used in WithNested(type).SelectMany(Used).SelectMany(Parts).Where(used => used.Scope == module))
            {
                var to = Outermost(used.Resolve());
                if (to != type)
                    found.Add((type, to));
            }
        }
        return found;
    }

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference?> Used(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.GenericParameters.SelectMany(OfParameter),
        .. type.CustomAttributes.SelectMany(OfAttribute),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.SelectMany(property => property.CustomAttributes).SelectMany(OfAttribute),
        .. type.Methods.SelectMany(OfMethod),
    ];

    private static IEnumerable<TypeReference?> OfMethod(MethodDefinition method) =>
    [
        .. OfSignature(method),
        .. method.GenericParameters.SelectMany(OfParameter),
        .. method.CustomAttributes.SelectMany(OfAttribute),
        .. method.HasBody ? method.Body.Variables.Select(variable => variable.VariableType) : [],
        .. method.HasBody ? method.Body.Instructions.SelectMany(instruction => OfOperand(instruction.Operand)) : [],
    ];

    private static IEnumerable<TypeReference?> OfSignature(MethodReference method) =>
    [
        method.DeclaringType,
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod instance ? instance.GenericArguments : [],
    ];

    private static IEnumerable<TypeReference?> OfOperand(object operand) => operand switch
    {
        MethodReference method => OfSignature(method),
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    private static IEnumerable<TypeReference?> OfParameter(GenericParameter parameter) => parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference?> OfAttribute(CustomAttribute attribute) =>
        attribute.ConstructorArguments.Select(argument => argument.Value as TypeReference).Prepend(attribute.AttributeType);

    /// <summary>The types that a type is made of: of <c>List&lt;T[]&gt;</c> both <c>List</c> and <c>T</c>.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType instance => instance.GenericArguments.SelectMany(Parts).Append(instance.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [type],
    };
}
