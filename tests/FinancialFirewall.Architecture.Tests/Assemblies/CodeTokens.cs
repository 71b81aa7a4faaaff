using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace FinancialFirewall.Architecture.Tests.Assemblies;

/// <summary>Walks the instructions of a method for the types, methods and fields that they name.</summary>
internal static class CodeTokens
{
    private const int TwoByteLead = 0xFE;

    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    /// <summary>The metadata tokens of a method's instructions, in their order.</summary>
    public static List<int> In(BlobReader code)
    {
        var tokens = new List<int>();
        while (code.RemainingBytes > 0)
        {
            int instruction = code.ReadByte();
            var operand = Operands[instruction == TwoByteLead ? (instruction << 8) | code.ReadByte() : instruction];
            switch (operand)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    tokens.Add(code.ReadInt32());
                    break;
                case OperandType.InlineSwitch:
                    Skip(ref code, code.ReadInt32() * sizeof(int));
                    break;
                default:
                    Skip(ref code, SizeOf(operand));
                    break;
            }
        }

        return tokens;
    }

    private static void Skip(ref BlobReader code, int bytes) => code.Offset += bytes;

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
