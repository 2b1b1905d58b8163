using System.Reflection;
using System.Reflection.Emit;

namespace Vattenpass.Tests.Fences;

/// <summary>Which rooms of an assembly use which, worked out from the built types: members, signatures and the code itself.</summary>
public static class Imports
{
    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Dictionary<int, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => (int)(ushort)c.Value);

    /// <summary>Every pair of rooms where a type of the first uses a type of the second, with one example of it.</summary>
    /// <param name="room">The room of a type; null for one that lies in no room.</param>
    public static IReadOnlyDictionary<(string From, string To), string> Of(Assembly assembly, Func<Type, string?> room)
    {
        var found = new Dictionary<(string, string), string>();
        foreach (var type in assembly.GetTypes())
            foreach (var used in UsedBy(type).SelectMany(Parts).Distinct())
                if (used.Assembly == assembly && room(type) is { } from && room(used) is { } to && from != to)
                    found.TryAdd((from, to), $"{Outermost(type).Name} → {Outermost(used).Name}");
        return found;
    }

    /// <summary>The rooms that reach themselves by way of others: nothing where imports only point downwards.</summary>
    public static IReadOnlyList<string> InRings(IEnumerable<(string From, string To)> imports)
    {
        var next = imports.ToLookup(i => i.From, i => i.To);
        return [.. next.Select(n => n.Key).Where(start => Reached(start, next).Contains(start)).Order(StringComparer.Ordinal)];
    }

    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static HashSet<string> Reached(string start, ILookup<string, string> next)
    {
        var reached = new HashSet<string>();
        var waiting = new Stack<string>(next[start]);
        while (waiting.TryPop(out var room))
            if (reached.Add(room)) foreach (var further in next[room]) waiting.Push(further);
        return reached;
    }

    private static IEnumerable<Type> UsedBy(Type type)
    {
        if (type.BaseType is { } parent) yield return parent;
        foreach (var contract in type.GetInterfaces()) yield return contract;
        foreach (var attribute in type.CustomAttributes) yield return attribute.AttributeType;
        foreach (var field in type.GetFields(Own)) yield return field.FieldType;
        foreach (var property in type.GetProperties(Own)) yield return property.PropertyType;
        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
            foreach (var used in UsedBy(method)) yield return used;
    }

    private static IEnumerable<Type> UsedBy(MethodBase method)
    {
        if (method is MethodInfo { ReturnType: var returned }) yield return returned;
        foreach (var parameter in method.GetParameters()) yield return parameter.ParameterType;
        if (method.GetMethodBody() is not { } body) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        foreach (var member in Tokens(body.GetILAsByteArray()!).Select(token => Resolve(method, token)).OfType<MemberInfo>())
        {
            if (member is Type type) yield return type;
            if (member.DeclaringType is { } owner) yield return owner;
            if (member is MethodInfo called)
                foreach (var argument in called.GetGenericArguments().Append(called.ReturnType)) yield return argument;
            if (member is FieldInfo field) yield return field.FieldType;
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod);
    }

    /// <summary>The tokens of types, methods and fields in a stream of instructions (ECMA-335 partition III).</summary>
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? 0xFE00 | code[at + 1] : code[at];
            at += value > 0xFF ? 2 : 1;
            var kind = OpCodesByValue[value].OperandType;
            if (kind is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(code, at);
            at += kind switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    /// <summary>A type with all it is made of: elements of arrays and arguments of generic types.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType) return Parts(type.GetElementType()!);
        return type.IsGenericType && !type.IsGenericTypeDefinition ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }
}
