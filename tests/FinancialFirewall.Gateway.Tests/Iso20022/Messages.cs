using System.Globalization;

namespace FinancialFirewall.Gateway.Tests.Iso20022;

/// <summary>Messages of every version that is read, as their schemas have them.</summary>
internal static class Messages
{
    public const string Uetr = "8a562c67-ca16-48ba-b074-65581be6f011";

    /// <summary>A pain.001 with two parts: two transactions and one.</summary>
    public static string CustomerOrder(int version)
    {
        var bic = version == 3 ? "BIC" : "BICFI";
        var date = version >= 8 ? "<ReqdExctnDt><Dt>2026-03-02</Dt></ReqdExctnDt>" : "<ReqdExctnDt>2026-03-02</ReqdExctnDt>";
        var uetr = version >= 9 ? $"<UETR>{Uetr}</UETR>" : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.{version:00}">
              <CstmrCdtTrfInitn>
                <GrpHdr><MsgId>MSG-1</MsgId><CreDtTm>2026-03-01T10:15:00+01:00</CreDtTm><NbOfTxs>3</NbOfTxs><InitgPty><Nm>Example &amp; Sons</Nm></InitgPty></GrpHdr>
                <PmtInf>
                  <PmtInfId>PART-1</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>true</BtchBookg>
                  <PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><CtgyPurp><Cd>SALA</Cd></CtgyPurp></PmtTpInf>
                  {date}
                  <Dbtr><Nm>Example &amp; Sons</Nm><PstlAdr><Ctry>DE</Ctry></PstlAdr><Id><OrgId><Othr><Id>CUST-7</Id></Othr></OrgId></Id></Dbtr>
                  <DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></DbtrAcct>
                  <DbtrAgt><FinInstnId><{bic}>COBADEFFXXX</{bic}></FinInstnId></DbtrAgt>
                  <ChrgBr>SLEV</ChrgBr>
                  <CdtTrfTxInf>
                    <PmtId><InstrId>I-1</InstrId><EndToEndId>E2E-1</EndToEndId>{uetr}</PmtId>
                    <PmtTpInf><LclInstrm><Cd>INST</Cd></LclInstrm></PmtTpInf>
                    <Amt><InstdAmt Ccy="EUR">120.50</InstdAmt></Amt>
                    <CdtrAgt><FinInstnId><{bic}>BNPAFRPP</{bic}></FinInstnId></CdtrAgt>
                    <Cdtr><Nm>Zoë "Z" Martin</Nm></Cdtr>
                    <CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></CdtrAcct>
                    <Purp><Cd>SALA</Cd></Purp>
                    <RmtInf><Ustrd>March</Ustrd><Ustrd><![CDATA[bonus <1>]]></Ustrd></RmtInf>
                  </CdtTrfTxInf>
                  <CdtTrfTxInf>
                    <PmtId><EndToEndId>NOTPROVIDED</EndToEndId></PmtId>
                    <Amt><InstdAmt Ccy="USD">9</InstdAmt></Amt>
                    <CdtrAgt><FinInstnId><{bic}>CHASUS33</{bic}></FinInstnId></CdtrAgt>
                    <Cdtr><Nm>Ann</Nm></Cdtr>
                    <CdtrAcct><Id><Othr><Id>000123456</Id></Othr></Id></CdtrAcct>
                    <RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>
                  </CdtTrfTxInf>
                </PmtInf>
                <PmtInf>
                  <PmtInfId>PART-2</PmtInfId><PmtMtd>TRF</PmtMtd>
                  {date}
                  <Dbtr><Nm>Branch</Nm></Dbtr><DbtrAcct><Id><Othr><Id>A-9</Id></Othr></Id></DbtrAcct><DbtrAgt><FinInstnId/></DbtrAgt>
                  <CdtTrfTxInf>
                    <PmtId><EndToEndId>E2E-3</EndToEndId></PmtId>
                    <Amt><EqvtAmt><Amt Ccy="EUR">5.00</Amt><CcyOfTrf>GBP</CcyOfTrf></EqvtAmt></Amt>
                    <Cdtr><Nm>Bob</Nm><PstlAdr><Ctry>GB</Ctry></PstlAdr></Cdtr>
                    <CdtrAcct><Id><Othr><Id>B-1</Id></Othr></Id></CdtrAcct>
                  </CdtTrfTxInf>
                </PmtInf>
              </CstmrCdtTrfInitn>
            </Document>
            """);
    }

    /// <summary>What the payments of <see cref="CustomerOrder"/> are.</summary>
    public static string[] OrderedPayments(int version)
    {
        var (reference, uetr) = version >= 9 ? (Uetr, $"\"uetr\":\"{Uetr}\",") : ("MSG-1/PART-1/1", "");
        const string Time = "\"requestedExecutionDate\":\"2026-03-02\",\"initiatedAt\":\"2026-03-01T10:15:00+01:00\"";
        const string Debtor = "\"customerId\":\"CUST-7\",\"paymentType\":\"SEPA\"";
        return
        [
            $$"""{"transactionReference":"{{reference}}","amount":"120.50","fromAccountNumber":"DE89370400440532013000","toAccountNumber":"FR1420041010050500013M02606","currency":"EUR",{{Debtor}},"localInstrumentationCode":"INST","debtorName":"Example & Sons","creditorName":"Zoë \"Z\" Martin","debtorAgent":"COBADEFFXXX","creditorAgent":"BNPAFRPP",{{uetr}}"purposeCode":"SALA","endToEndId":"E2E-1","remittanceInformation":"March bonus <1>",{{Time}}}""",
            $$"""{"transactionReference":"MSG-1/PART-1/2","amount":"9","fromAccountNumber":"DE89370400440532013000","toAccountNumber":"000123456","currency":"USD",{{Debtor}},"debtorName":"Example & Sons","creditorName":"Ann","debtorAgent":"COBADEFFXXX","creditorAgent":"CHASUS33","toCountry":"US","remittanceInformation":"RF18539007547034",{{Time}}}""",
            $$"""{"transactionReference":"MSG-1/PART-2/1","amount":"5.00","fromAccountNumber":"A-9","toAccountNumber":"B-1","currency":"EUR","debtorName":"Branch","creditorName":"Bob","toCountry":"GB","endToEndId":"E2E-3",{{Time}}}""",
        ];
    }

    /// <summary>A pacs.008 with two transactions.</summary>
    public static string BankTransfer(int version)
    {
        var bic = version == 2 ? "BIC" : "BICFI";
        var uetr = version >= 7 ? $"<UETR>{Uetr.ToUpperInvariant()}</UETR>" : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.{version:00}"><FIToFICstmrCdtTrf>
            <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-03-01T10:15:00Z</CreDtTm><NbOfTxs>2</NbOfTxs><IntrBkSttlmDt>2026-03-02</IntrBkSttlmDt>
            <SttlmInf><SttlmMtd>CLRG</SttlmMtd><ClrSys><Cd>ST2</Cd></ClrSys></SttlmInf><PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf></GrpHdr>
            <CdtTrfTxInf><PmtId><EndToEndId>E2E-1</EndToEndId><TxId>TX-1</TxId>{uetr}</PmtId>
            <PmtTpInf><LclInstrm><Prtry>FAST</Prtry></LclInstrm></PmtTpInf>
            <IntrBkSttlmAmt Ccy="EUR">+0120.50</IntrBkSttlmAmt><AccptncDtTm>2026-03-01T09:00:00.5Z</AccptncDtTm><InstdAmt Ccy="USD">130.00</InstdAmt><ChrgBr>SLEV</ChrgBr>
            <Dbtr><Nm>Ann</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct><DbtrAgt><FinInstnId><{bic}>COBADEFF</{bic}></FinInstnId></DbtrAgt>
            <CdtrAgt><FinInstnId><{bic}>BNPAFRPP</{bic}></FinInstnId></CdtrAgt><Cdtr><Nm>Bob</Nm></Cdtr><CdtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></CdtrAcct>
            <RmtInf><Ustrd>rent</Ustrd></RmtInf></CdtTrfTxInf>
            <CdtTrfTxInf><PmtId><EndToEndId>E2E-2</EndToEndId><TxId>TX-2</TxId></PmtId>
            <IntrBkSttlmAmt Ccy="JPY">500</IntrBkSttlmAmt><IntrBkSttlmDt>2026-03-03Z</IntrBkSttlmDt>
            <Dbtr/><DbtrAcct><Id><Othr><Id>1</Id></Othr></Id></DbtrAcct><Cdtr/></CdtTrfTxInf>
            </FIToFICstmrCdtTrf></Document>
            """);
    }

    /// <summary>What the payments of <see cref="BankTransfer"/> are.</summary>
    public static string[] TransferredPayments(int version)
    {
        var (reference, uetr) = version >= 7 ? (Uetr, $"\"uetr\":\"{Uetr.ToUpperInvariant()}\",") : ("TX-1", "");
        return
        [
            $$"""{"transactionReference":"{{reference}}","amount":"120.50","fromAccountNumber":"DE89370400440532013000","toAccountNumber":"FR1420041010050500013M02606","currency":"EUR","paymentType":"SEPA","localInstrumentationCode":"FAST","clearingSystemCode":"ST2","debtorName":"Ann","creditorName":"Bob","debtorAgent":"COBADEFF","creditorAgent":"BNPAFRPP",{{uetr}}"paymentSource":"CLEARING_SYSTEM","endToEndId":"E2E-1","remittanceInformation":"rent","requestedExecutionDate":"2026-03-02","initiatedAt":"2026-03-01T09:00:00.5Z"}""",
            """{"transactionReference":"TX-2","amount":"500","fromAccountNumber":"1","currency":"JPY","paymentType":"SEPA","clearingSystemCode":"ST2","paymentSource":"CLEARING_SYSTEM","endToEndId":"E2E-2","requestedExecutionDate":"2026-03-03","initiatedAt":"2026-03-01T10:15:00Z"}""",
        ];
    }
}
