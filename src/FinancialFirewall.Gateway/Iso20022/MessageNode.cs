using System.Xml;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>An element that is looked at, in the tree of all that are. Trees are made once and never change.</summary>
internal sealed class MessageNode
{
    private readonly List<MessageNode> children = [];

    private MessageNode(string name, MessageNode? parent) => (Name, Parent) = (string.Intern(name), parent);

    /// <summary>The element's name.</summary>
    public string Name { get; }

    /// <summary>The element around it.</summary>
    public MessageNode? Parent { get; }

    /// <summary>What its text is.</summary>
    public MessageField Field { get; private set; }

    /// <summary>A tree that begins with the element of a message.</summary>
    public static MessageNode Root(string name) => new(name, parent: null);

    /// <summary>Adds the way to an element, such as <c>DbtrAcct/Id/IBAN</c>.</summary>
    /// <returns>The element.</returns>
    public MessageNode Add(string path, MessageField field = MessageField.None)
    {
        var node = this;
        foreach (var name in path.Split('/'))
        {
            var child = node.children.Find(child => string.Equals(child.Name, name, StringComparison.Ordinal));
            if (child is null)
            {
                child = new MessageNode(name, node);
                node.children.Add(child);
            }

            node = child;
        }

        node.Field = field;
        return node;
    }

    /// <summary>The element of a name inside this one; null where it is not looked at.</summary>
    /// <param name="name">A name out of a table that knows those of this tree.</param>
    public MessageNode? Child(string name)
    {
        foreach (var child in children)
        {
            if (ReferenceEquals(child.Name, name))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Makes a table of names know those of this tree, so that they can be compared by reference.</summary>
    public void Teach(XmlNameTable names)
    {
        if (!ReferenceEquals(names.Add(Name), Name))
        {
            throw new InvalidOperationException($"The name {Name} is there already, as another text.");
        }

        children.ForEach(child => child.Teach(names));
    }
}
