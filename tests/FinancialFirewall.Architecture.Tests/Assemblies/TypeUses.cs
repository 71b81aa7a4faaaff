using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace FinancialFirewall.Architecture.Tests.Assemblies;

/// <summary>
/// Which type of an assembly uses which other type of the same assembly, read from the metadata and the code itself: bases, interfaces, attributes,
/// members, locals, and every token in every method's body. Constants leave no trace there: the compiler copies their values.
/// </summary>
internal sealed class TypeUses : ISignatureTypeProvider<int, int>
{
    private readonly MetadataReader metadata;
    private readonly PEReader image;
    private readonly HashSet<(TypeDefinitionHandle From, TypeDefinitionHandle To)> uses = [];
    private TypeDefinitionHandle user;

    private TypeUses(PEReader image)
    {
        this.image = image;
        metadata = image.GetMetadataReader();
    }

    /// <summary>Reads an assembly. Nested types, and those that the compiler made, count as the outermost type around them.</summary>
    public static IReadOnlyList<(TypeName From, TypeName To)> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reading = new TypeUses(file);
        foreach (var handle in reading.metadata.TypeDefinitions)
        {
            reading.user = reading.Outermost(handle);
            reading.VisitType(reading.metadata.GetTypeDefinition(handle));
        }

        return [.. reading.uses.Select(use => (reading.NameOf(use.From), reading.NameOf(use.To)))];
    }

    /// <summary>The full names of the types of other assemblies that an assembly names.</summary>
    public static IReadOnlyList<string> Foreign(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var tables = file.GetMetadataReader();
        return [.. tables.TypeReferences.Select(tables.GetTypeReference)
            .Select(type => $"{tables.GetString(type.Namespace)}.{tables.GetString(type.Name)}")];
    }

    public int GetArrayType(int elementType, ArrayShape shape) => 0;

    public int GetByReferenceType(int elementType) => 0;

    public int GetFunctionPointerType(MethodSignature<int> signature) => 0;

    public int GetGenericInstantiation(int genericType, ImmutableArray<int> typeArguments) => 0;

    public int GetGenericMethodParameter(int genericContext, int index) => 0;

    public int GetGenericTypeParameter(int genericContext, int index) => 0;

    public int GetModifiedType(int modifier, int unmodifiedType, bool isRequired) => 0;

    public int GetPinnedType(int elementType) => 0;

    public int GetPointerType(int elementType) => 0;

    public int GetPrimitiveType(PrimitiveTypeCode typeCode) => 0;

    public int GetSZArrayType(int elementType) => 0;

    public int GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        uses.Add((user, Outermost(handle)));
        return 0;
    }

    public int GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => 0;

    public int GetTypeFromSpecification(MetadataReader reader, int genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
        => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    private void VisitType(TypeDefinition type)
    {
        Visit(type.BaseType);
        VisitAttributes(type.GetCustomAttributes());
        foreach (var handle in type.GetInterfaceImplementations())
        {
            Visit(metadata.GetInterfaceImplementation(handle).Interface);
        }

        foreach (var handle in type.GetFields())
        {
            metadata.GetFieldDefinition(handle).DecodeSignature(this, 0);
        }

        VisitConstraints(type.GetGenericParameters());
        foreach (var handle in type.GetMethods())
        {
            VisitMethod(metadata.GetMethodDefinition(handle));
        }
    }

    private void VisitMethod(MethodDefinition method)
    {
        method.DecodeSignature(this, 0);
        VisitAttributes(method.GetCustomAttributes());
        VisitConstraints(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0 || (method.ImplAttributes & MethodImplAttributes.CodeTypeMask) != MethodImplAttributes.IL)
        {
            return;
        }

        var body = image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, 0);
        }

        foreach (var region in body.ExceptionRegions.Where(region => region.Kind == ExceptionRegionKind.Catch))
        {
            Visit(region.CatchType);
        }

        foreach (var token in CodeTokens.In(body.GetILReader()))
        {
            Visit(MetadataTokens.EntityHandle(token));
        }
    }

    private void VisitConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(handle => metadata.GetGenericParameter(handle).GetConstraints()))
        {
            Visit(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void VisitAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var handle in attributes)
        {
            Visit(metadata.GetCustomAttribute(handle).Constructor);
        }
    }

    private void Visit(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                uses.Add((user, Outermost((TypeDefinitionHandle)handle)));
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, 0);
                break;
            case HandleKind.MethodDefinition:
                uses.Add((user, Outermost(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType())));
                break;
            case HandleKind.FieldDefinition:
                uses.Add((user, Outermost(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType())));
                break;
            case HandleKind.MethodSpecification:
                var specification = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                specification.DecodeSignature(this, 0);
                Visit(specification.Method);
                break;
            case HandleKind.MemberReference:
                VisitMember(metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
        }
    }

    private void VisitMember(MemberReference member)
    {
        Visit(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            member.DecodeMethodSignature(this, 0);
        }
        else
        {
            member.DecodeFieldSignature(this, 0);
        }
    }

    private TypeDefinitionHandle Outermost(TypeDefinitionHandle handle)
    {
        for (var around = metadata.GetTypeDefinition(handle).GetDeclaringType(); !around.IsNil; around = metadata.GetTypeDefinition(handle).GetDeclaringType())
        {
            handle = around;
        }

        return handle;
    }

    private TypeName NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return new TypeName(metadata.GetString(type.Namespace), metadata.GetString(type.Name).Split('`')[0]);
    }
}
