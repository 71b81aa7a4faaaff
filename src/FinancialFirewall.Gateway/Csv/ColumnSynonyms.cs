using System.Text;
using FinancialFirewall.Domain.Payments;
using static FinancialFirewall.Domain.Payments.PaymentMember;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>What columns are usually called. Names are compared by their ASCII letters and digits alone, case ignored.</summary>
internal static class ColumnSynonyms
{
    private static readonly (PaymentMember Member, string Names)[] Usual =
    [
        (TransactionReference, "transactionid tranid txid txnid trxid transid reference transactionref txref paymentid paymentreference uniqueid id"),
        (Amount, "txamount amt value transactionamount amounteur amountusd betrag montant importe instdamt intrbksttlmamt"),
        (Currency, "ccy curr isocurrency currencycode transactioncurrency waehrung devise moneda"),
        (FromAccountNumber, "fromaccount origacct sender senderaccount senderiban debtoraccount debtoriban payeraccount payeriban sourceaccount origaccount nameorig accountnumber account iban cardid ccnum"),
        (ToAccountNumber, "toaccount beneacct receiver receiveraccount receiveriban creditoraccount creditoriban payeeaccount payeeiban beneficiaryaccount destinationaccount destaccount namedest"),
        (CustomerId, "customer clientid client userid user custid"),
        (PaymentType, "txtype transactiontype type method paymentmethod"),
        (InitiatedAt, "timestamp datetime txdatetime transactiondatetime transactiontime transactiondate txtime txdate date time createdat createdon bookingdate"),
        (DebtorName, "debtor sendername payername ordering originator"),
        (CreditorName, "creditor receivername payeename beneficiary beneficiaryname"),
        (DebtorAgent, "debtorbic senderbic payerbic"),
        (CreditorAgent, "creditorbic receiverbic payeebic beneficiarybic bic"),
        (RemittanceInformation, "remittance remittanceinfo purpose narrative details verwendungszweck"),
        (Description, "memo note text"),
        (MerchantId, "merchant merchantname shopid"),
        (MerchantCategory, "mcc merchantcategorycode categorycode"),
        (TerminalId, "terminal posid"),
        (DeviceId, "device deviceid devicefingerprint fingerprint"),
        (IpAddress, "ip ipaddr clientip sourceip"),
        (Country, "transactioncountry countrycode"),
        (FromCountry, "debtorcountry sendercountry payercountry origincountry"),
        (ToCountry, "creditorcountry receivercountry payeecountry destinationcountry"),
        (Latitude, "lat"),
        (Longitude, "lon long lng"),
        (Channel, "txchannel paymentchannel"),
        (EndToEndId, "e2eid endtoend endtoendidentification"),
        (RequestedExecutionDate, "executiondate valuedate reqdexctndt"),
        (CardPresent, "ispresent cardpresentflag"),
    ];

    private static readonly Dictionary<string, (PaymentMember Member, int Rank)> Known = Index();

    /// <summary>The member that a column's name means, and how surely: 0 for the member's own name, then in the order of usual names.</summary>
    public static bool TryFind(string column, out PaymentMember member, out int rank)
    {
        var isKnown = Known.TryGetValue(Plain(column), out var found);
        (member, rank) = found;
        return isKnown;
    }

    private static Dictionary<string, (PaymentMember Member, int Rank)> Index()
    {
        var known = new Dictionary<string, (PaymentMember Member, int Rank)>(StringComparer.Ordinal);
        foreach (var info in PaymentMemberTable.All)
        {
            known[Plain(info.Name)] = (info.Member, 0);
        }

        foreach (var (member, names) in Usual)
        {
            var rank = 1;
            foreach (var name in names.Split(' '))
            {
                known.TryAdd(name, (member, rank++));
            }
        }

        return known;
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name.Where(char.IsAsciiLetterOrDigit))
        {
            plain.Append(char.ToLowerInvariant(character));
        }

        return plain.ToString();
    }
}
