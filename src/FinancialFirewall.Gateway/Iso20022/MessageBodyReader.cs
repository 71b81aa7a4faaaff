using System.Buffers;
using System.Globalization;
using System.Xml;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>
/// A pain.001 or pacs.008 message: one payment a transaction, in memory that does not grow with the message. What is not well formed, has a document
/// type definition or is over a limit makes all that follows unreadable.
/// </summary>
/// <param name="zone">The clock of times that say no offset.</param>
/// <param name="maximumBytes">The most bytes of the whole message.</param>
internal sealed class MessageBodyReader(ZoneRules zone, long maximumBytes) : IBodyReader
{
    private const string CurrencyAttribute = "Ccy";
    private const int PieceLength = 1024;

    private readonly ArrivedBytes arrived = new();
    private readonly MessageCursor cursor = new();
    private readonly MessagePayment payment = new(zone);
    private readonly char[] piece = new char[PieceLength];
    private ArrivedStream? stream;
    private XmlReader? xml;
    private string? messageNamespace;
    private long transactionLine;
    private bool hasEnded;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Body => payment.Json;

    /// <inheritdoc/>
    public BodyPlace Place { get; private set; } = new(1);

    /// <inheritdoc/>
    public long NextLine => Line;

    /// <inheritdoc/>
    public IReadOnlyList<Error> Errors { get; private set; } = [];

    /// <inheritdoc/>
    public bool IsInside => !hasEnded && (xml is not null || !arrived.Unread.IsEmpty);

    private long Line => Math.Max(1, (xml as IXmlLineInfo)?.LineNumber ?? 1);

    /// <inheritdoc/>
    public void Feed(in ReadOnlySequence<byte> arrived) => this.arrived.Add(arrived);

    /// <inheritdoc/>
    public void Complete() => arrived.Complete();

    /// <inheritdoc/>
    public BodyOutcome TryTake()
    {
        stream ??= new ArrivedStream(arrived, maximumBytes);
        try
        {
            while (!hasEnded && stream.IsReady)
            {
                stream.BeginNode();
                xml ??= Open(stream);
                if (!xml.Read())
                {
                    hasEnded = true;
                    return cursor.Shape is null ? Break(MessageErrors.NotAMessage, Line) : BodyOutcome.None;
                }

                if (TakeNode(xml))
                {
                    return BodyOutcome.Body;
                }
            }

            return BodyOutcome.None;
        }
        catch (MessageRefusedException refused)
        {
            return Break(refused.Error, Line);
        }
        catch (XmlException broken)
        {
            // The reader itself no longer knows where it was.
            return Break(Explain(broken), Math.Max(1, broken.LineNumber));
        }
    }

    /// <inheritdoc/>
    public string Describe(in BodyPlace place, string member)
    {
        var shape = cursor.Shape!;
        var part = place.Group == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"/{shape.Part!.Name}[{place.Group}]");
        var transaction = string.Create(CultureInfo.InvariantCulture, $"/{MessageNames.Document}/{shape.Root.Name}{part}/{shape.Transaction.Name}[{place.Index}]");
        var node = member.Length == 0 ? null : payment.Find(payment.FieldOf(member)).Node;
        return node is null ? transaction : PathOf(node, shape, transaction, part);
    }

    private static string PathOf(MessageNode node, MessageShape shape, string transaction, string part)
    {
        if (node == shape.Transaction)
        {
            return transaction;
        }

        return node switch
        {
            _ when node == shape.Part => $"/{MessageNames.Document}/{shape.Root.Name}{part}",
            { Parent: null } => $"/{MessageNames.Document}/{node.Name}",
            _ => $"{PathOf(node.Parent, shape, transaction, part)}/{node.Name}",
        };
    }

    private static XmlReader Open(ArrivedStream input)
    {
        var names = new BoundedNames();
        MessageShape.CustomerOrder.Root.Teach(names);
        MessageShape.BankTransfer.Root.Teach(names);
        return XmlReader.Create(input, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = names,
            CloseInput = false,
            MaxCharactersInDocument = 0,
        });
    }

    /// <summary>Takes a node.</summary>
    /// <returns>Whether it ended a transaction.</returns>
    private bool TakeNode(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                TakeElement(reader);
                return isEmpty && EndElement();
            case XmlNodeType.EndElement:
                return EndElement();
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                TakeText(reader);
                return false;
            default:
                return false;
        }
    }

    private void TakeElement(XmlReader reader)
    {
        var document = string.Equals(reader.LocalName, MessageNames.Document, StringComparison.Ordinal) ? FindDocument(reader.NamespaceURI) : null;
        cursor.Open(reader.LocalName, document, ReferenceEquals(reader.NamespaceURI, messageNamespace));
        var node = cursor.Node;
        if (node is null)
        {
            return;
        }

        if (node == cursor.Shape!.Part)
        {
            payment.Part.Clear();
        }
        else if (node == cursor.Shape.Transaction)
        {
            payment.Transaction.Clear();
            transactionLine = Line;
        }
        else if (node.Field != MessageField.None)
        {
            var fields = FieldsAt(node);
            fields[node.Field].Open(node, arePieces: node.Field == MessageField.Remittance);
            TakeCurrency(reader, node, fields);
        }
    }

    private MessageShape FindDocument(string documentNamespace)
    {
        if (cursor.Shape is not null)
        {
            throw new MessageRefusedException(MessageErrors.SecondMessage);
        }

        var shape = MessageNames.Find(documentNamespace);
        if (!shape.IsSuccess)
        {
            throw new MessageRefusedException(shape.Errors[0]);
        }

        messageNamespace = documentNamespace;
        return shape.Value;
    }

    private static void TakeCurrency(XmlReader reader, MessageNode node, FieldTexts fields)
    {
        if (node.Field == MessageField.Amount && fields[MessageField.Amount].IsOpen && reader.MoveToAttribute(CurrencyAttribute))
        {
            fields[MessageField.Currency].Open(node, arePieces: false);
            fields[MessageField.Currency].Append(reader.Value);
            reader.MoveToElement();
        }
    }

    private void TakeText(XmlReader reader)
    {
        if (cursor.Node is not { Field: not MessageField.None } node)
        {
            return;
        }

        var text = FieldsAt(node)[node.Field];
        while (text.IsOpen && reader.ReadValueChunk(piece, 0, piece.Length) is var length and > 0)
        {
            text.Append(piece.AsSpan(0, length));
        }
    }

    private FieldTexts FieldsAt(MessageNode node)
    {
        for (var around = node; around is not null; around = around.Parent)
        {
            if (around == cursor.Shape!.Transaction)
            {
                return payment.Transaction;
            }

            if (around == cursor.Shape.Part)
            {
                return payment.Part;
            }
        }

        return payment.Header;
    }

    private bool EndElement()
    {
        var node = cursor.Close();
        if (node is null || node != cursor.Shape!.Transaction)
        {
            return false;
        }

        Place = new BodyPlace(transactionLine, cursor.Part, cursor.Transaction);
        payment.Build(cursor.Transaction, isBetweenBanks: cursor.Shape == MessageShape.BankTransfer);
        return true;
    }

    private BodyOutcome Break(Error error, long line)
    {
        hasEnded = true;
        Place = new BodyPlace(line, cursor.Part, cursor.Transaction);
        Errors = [error with { Place = cursor.Path() }];
        return BodyOutcome.Broken;
    }

    /// <summary>The reader says by its message alone that it met a document type definition, and says it in English whatever the culture.</summary>
    private static Error Explain(XmlException broken)
        => broken.Message.Contains("DTD is prohibited", StringComparison.Ordinal) ? MessageErrors.DtdRefused : MessageErrors.NotXml(broken.Message);
}
