using System.Globalization;
using System.Text;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>Where in a message a reader is: the elements that are open, and what is known about them.</summary>
internal sealed class MessageCursor
{
    /// <summary>How deep elements nest at the most.</summary>
    public const int MaximumDepth = 64;

    private readonly string[] names = new string[MaximumDepth];
    private readonly MessageNode?[] nodes = new MessageNode?[MaximumDepth];
    private int depth;

    /// <summary>The message; null outside a document.</summary>
    public MessageShape? Shape { get; private set; }

    /// <summary>The element that is open; null where it is not looked at.</summary>
    public MessageNode? Node => depth == 0 ? null : nodes[depth - 1];

    /// <summary>The number of the part that is open or was open last, from 1; 0 where messages have none.</summary>
    public int Part { get; private set; }

    /// <summary>The number of the transaction that is open or was open last, in its part, from 1.</summary>
    public int Transaction { get; private set; }

    /// <summary>Opens an element.</summary>
    /// <param name="name">Its name, out of the reader's table.</param>
    /// <param name="document">The shape of the message, where the element is a document.</param>
    /// <param name="isOurs">Whether it belongs to the message, and not to another namespace.</param>
    public void Open(string name, MessageShape? document, bool isOurs)
    {
        if (depth == MaximumDepth)
        {
            throw new MessageRefusedException(MessageErrors.TooDeep(MaximumDepth));
        }

        var isInDocument = Shape is not null && depth > 0 && nodes[depth - 1] is null && ReferenceEquals(name, Shape.Root.Name) && IsDocument(depth - 1);
        names[depth] = name;
        nodes[depth] = !isOurs ? null : isInDocument ? Shape!.Root : Node?.Child(name);
        depth++;
        Shape ??= document;
        Count();
    }

    /// <summary>Closes the element that is open.</summary>
    /// <returns>What it was, where it is looked at.</returns>
    public MessageNode? Close() => nodes[--depth];

    /// <summary>The element that is open, as an XPath.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            path.Append('/').Append(names[i]).Append(Index(nodes[i]));
        }

        return path.Length == 0 ? "/" : path.ToString();
    }

    private string Index(MessageNode? node) => node switch
    {
        null => "",
        _ when node == Shape!.Part => string.Create(CultureInfo.InvariantCulture, $"[{Part}]"),
        _ when node == Shape.Transaction => string.Create(CultureInfo.InvariantCulture, $"[{Transaction}]"),
        _ => "",
    };

    private bool IsDocument(int at) => string.Equals(names[at], MessageNames.Document, StringComparison.Ordinal);

    private void Count()
    {
        if (Node is null)
        {
            return;
        }

        if (Node == Shape!.Part)
        {
            (Part, Transaction) = (Part + 1, 0);
        }
        else if (Node == Shape.Transaction)
        {
            Transaction++;
        }
    }
}
