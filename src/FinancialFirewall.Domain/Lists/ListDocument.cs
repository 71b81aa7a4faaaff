using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Domain.Lists;

/// <summary>Lists as JSON.</summary>
internal static class ListDocument
{
    internal static ListDefinition Read(DocumentObject document, string name)
    {
        var content = ReadContent(document);
        var leavesContent = content is null && !document.Has("entries");
        var definition = ReadHead(document, name);
        definition = definition with { Entries = ListEntriesDocument.Read(document, definition.Member), Content = content, LeavesContent = leavesContent };
        document.Close();
        return definition;
    }

    /// <summary>A list whose entries are changed otherwise.</summary>
    internal static ListDefinition ReadAlone(DocumentObject document, string name)
    {
        var definition = ReadHead(document, name);
        document.Close();
        return definition;
    }

    private static ListDefinition ReadHead(DocumentObject document, string name)
    {
        CheckName(document, name);
        var kind = document.Choice<ListKind>("kind");
        if (kind is null && !document.Has("kind"))
        {
            document.RefuseMissing("kind", "BLOCK, ALLOW or WATCH.");
        }

        var member = ReadMember(document);
        if (kind is ListKind.Block or ListKind.Allow && !document.Has("member"))
        {
            document.RefuseMissing("member", $"a list of kind {EnumNames<ListKind>.Of(kind.Value)} names the payment's member that it watches.");
        }

        return new ListDefinition(name, kind ?? ListKind.Watch, document.Truth("mandatory") ?? false, member, [])
        {
            Stated = document.Stated("mandatory", StatedMembers.Mandatory),
        };
    }

    internal static void Write(DocumentWriter writer, ListDefinition list)
    {
        writer.Choice<ListKind>("kind", list.Kind);
        writer.Truth("mandatory", writer.Shows(!list.Mandatory, list.Stated, StatedMembers.Mandatory) ? list.Mandatory : null);
        writer.Text("member", list.Member is { } member ? PaymentMemberTable.Name(member) : null);
        writer.Text("content", list.Content);
        writer.Objects("entries", list.Content is null ? list.Entries : null, static (inner, entry) =>
        {
            inner.Text("value", entry.Value);
            inner.Time("expiresAt", entry.ExpiresAt);
            inner.Text("reason", entry.Reason);
        });
    }

    private static string? ReadContent(DocumentObject document)
    {
        var content = document.Text("content", ListChain.HashLength);
        if (content is null)
        {
            return null;
        }

        if (!ListChain.IsHash(content))
        {
            document.Refuse("content", "LIST_CONTENT_INVALID", content, $"The hash of what a list holds has {ListChain.HashLength} digits 0 to 9 and a to f.");
        }
        else if (document.Has("entries"))
        {
            document.Refuse("content", "LIST_CONTENT_AMBIGUOUS", content, "State the entries, or the hash of entries that are kept in the tenant, not both.");
        }

        return content;
    }

    private static void CheckName(DocumentObject document, string name)
    {
        var isName = name.Length is > 0 and <= ListDefinition.MaximumNameLength
            && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
        if (!isName)
        {
            var message = $"A list's name is 1 to {ListDefinition.MaximumNameLength} letters, digits, '_', '-' and '.'.";
            document.Errors.Add("LIST_NAME_INVALID", document.Pointer, name, message);
        }
    }

    private static PaymentMember? ReadMember(DocumentObject document)
    {
        if (document.Take("member") is not { } element)
        {
            return null;
        }

        var name = DocumentObject.Show(element);
        if (element.ValueKind == JsonValueKind.String && PaymentMemberTable.TryFind(name, out var member) && ListValues.CanWatch(member))
        {
            return member;
        }

        var offer = NameOffer.For(name, ListValues.Watchable);
        document.Refuse("member", "MEMBER_NOT_WATCHABLE", name, $"A list watches a text member of the payment. {offer}");
        return null;
    }
}
