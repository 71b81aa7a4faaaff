using static FinancialFirewall.Gateway.Iso20022.MessageField;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>Which elements of a message are looked at, and what they are. docs/readers.md has the same as a table.</summary>
internal sealed class MessageShape
{
    private const string PartName = "PmtInf";
    private const string TransactionName = "CdtTrfTxInf";

    private MessageShape(string name, int firstVersion, bool hasParts, MessageNode root)
    {
        (Name, FirstVersion, Root) = (name, firstVersion, root);
        Part = hasParts ? root.Add(PartName) : null;
        Transaction = (Part ?? root).Add(TransactionName);
    }

    /// <summary>A customer's order: pain.001.</summary>
    public static MessageShape CustomerOrder { get; } = BuildCustomerOrder();

    /// <summary>A transfer between banks: pacs.008.</summary>
    public static MessageShape BankTransfer { get; } = BuildBankTransfer();

    /// <summary>The message's name without its version.</summary>
    public string Name { get; }

    /// <summary>The first version that is read.</summary>
    public int FirstVersion { get; }

    /// <summary>The element inside the document.</summary>
    public MessageNode Root { get; }

    /// <summary>The element of a part, with a debtor of its own; null where messages have none.</summary>
    public MessageNode? Part { get; }

    /// <summary>The element of a transaction.</summary>
    public MessageNode Transaction { get; }

    private static MessageShape BuildCustomerOrder()
    {
        var shape = new MessageShape("pain.001.001", firstVersion: 3, hasParts: true, MessageNode.Root("CstmrCdtTrfInitn"));
        AddHeader(shape.Root);
        var part = shape.Part!;
        part.Add("PmtInfId", PartId);
        part.Add("ReqdExctnDt", ExecutionDate);
        part.Add("ReqdExctnDt/Dt", ExecutionDate);
        part.Add("ReqdExctnDt/DtTm", ExecutionDate);
        AddType(part);
        AddDebtor(part);

        var transaction = shape.Transaction;
        AddIdentification(transaction);
        AddType(transaction);
        transaction.Add("Amt/InstdAmt", Amount);
        transaction.Add("Amt/EqvtAmt/Amt", Amount);
        AddCreditor(transaction);
        return shape;
    }

    private static MessageShape BuildBankTransfer()
    {
        var shape = new MessageShape("pacs.008.001", firstVersion: 2, hasParts: false, MessageNode.Root("FIToFICstmrCdtTrf"));
        AddHeader(shape.Root);
        shape.Root.Add("GrpHdr/IntrBkSttlmDt", ExecutionDate);
        AddChoice(shape.Root, "GrpHdr/SttlmInf/ClrSys", ClearingSystem);
        AddType(shape.Root.Add("GrpHdr"));

        var transaction = shape.Transaction;
        AddIdentification(transaction);
        transaction.Add("PmtId/TxId", TransactionId);
        AddType(transaction);
        transaction.Add("IntrBkSttlmAmt", Amount);
        transaction.Add("IntrBkSttlmDt", ExecutionDate);
        transaction.Add("AccptncDtTm", AcceptedAt);
        AddDebtor(transaction);
        AddCreditor(transaction);
        return shape;
    }

    private static void AddHeader(MessageNode root)
    {
        root.Add("GrpHdr/MsgId", MessageId);
        root.Add("GrpHdr/CreDtTm", CreatedAt);
    }

    private static void AddIdentification(MessageNode transaction)
    {
        transaction.Add("PmtId/EndToEndId", EndToEndId);
        transaction.Add("PmtId/UETR", Uetr);
    }

    private static void AddType(MessageNode at)
    {
        AddChoice(at, "PmtTpInf/SvcLvl", ServiceLevel);
        AddChoice(at, "PmtTpInf/LclInstrm", LocalInstrument);
    }

    private static void AddDebtor(MessageNode at)
    {
        at.Add("Dbtr/Nm", DebtorName);
        at.Add("Dbtr/Id/OrgId/Othr/Id", DebtorId);
        at.Add("Dbtr/Id/PrvtId/Othr/Id", DebtorId);
        at.Add("Dbtr/PstlAdr/Ctry", DebtorCountry);
        at.Add("Dbtr/CtryOfRes", DebtorCountry);
        AddAccount(at, "DbtrAcct", DebtorAccount);
        AddAgent(at, "DbtrAgt", DebtorAgent);
    }

    private static void AddCreditor(MessageNode at)
    {
        at.Add("Cdtr/Nm", CreditorName);
        at.Add("Cdtr/PstlAdr/Ctry", CreditorCountry);
        at.Add("Cdtr/CtryOfRes", CreditorCountry);
        AddAccount(at, "CdtrAcct", CreditorAccount);
        AddAgent(at, "CdtrAgt", CreditorAgent);
        AddChoice(at, "Purp", Purpose);
        at.Add("RmtInf/Ustrd", Remittance);
        at.Add("RmtInf/Strd/CdtrRefInf/Ref", Remittance);
    }

    private static void AddAccount(MessageNode at, string name, MessageField field)
    {
        at.Add($"{name}/Id/IBAN", field);
        at.Add($"{name}/Id/Othr/Id", field);
    }

    /// <summary>The oldest versions say BIC where the later ones say BICFI.</summary>
    private static void AddAgent(MessageNode at, string name, MessageField field)
    {
        at.Add($"{name}/FinInstnId/BICFI", field);
        at.Add($"{name}/FinInstnId/BIC", field);
    }

    private static void AddChoice(MessageNode at, string name, MessageField field)
    {
        at.Add($"{name}/Cd", field);
        at.Add($"{name}/Prtry", field);
    }
}
