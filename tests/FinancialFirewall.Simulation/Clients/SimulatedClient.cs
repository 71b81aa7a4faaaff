using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>One client: sends payments, alone, in batches and against itself, sends again what was not answered, and looks at what it was answered before.</summary>
internal sealed class SimulatedClient(World world, Random random, PaymentMaker payments, PolicyAdministrator administrator, PageWalker walker, Office office)
{
    private const int MaximumAttempts = 5;
    private readonly PaymentSender sender = new(world, random);

    /// <summary>Does its part of the operations.</summary>
    public async Task RunAsync()
    {
        while (world.TryBegin())
        {
            await world.WaitForQuietToEnd();
            await world.Wait(TimeSpan.FromMilliseconds(random.Next(4) == 0 ? random.Next(30_000) : random.Next(300)));
            await OperateAsync(random.Next(world.Tenants.Count + 1) % world.Tenants.Count);
        }
    }

    private Task OperateAsync(int tenant) => random.Next(100) switch
    {
        < 30 => SendAsync(payments.Next(tenant)),
        < 57 => SendBatchAsync(tenant),
        < 68 => RaceAsync(tenant),
        < 77 => LookUpAsync(tenant),
        < 80 => walker.WalkAsync(tenant, random.Next(3) == 0 ? "REJECT" : null),
        < 85 when world.Has(FaultKinds.Publishing) => administrator.ChangeAsync(tenant),
        85 when world.Has(FaultKinds.KeyRotation) => administrator.RotateKeyAsync(tenant),
        >= 86 and < 94 when world.Has(FaultKinds.Reviews) => office.Reviewer.ActAsync(tenant),
        >= 94 and < 98 when world.Has(FaultKinds.Lists) => office.Lists.ChangeAsync(tenant),
        98 when world.Has(FaultKinds.Drafts) => office.Drafter.WorkAsync(tenant),
        _ => SendAsync(payments.Fresh(tenant)),
    };

    /// <summary>Sends a payment until it is answered or refused for good, or patience ends.</summary>
    private async Task SendAsync(Payment payment)
    {
        for (var i = 0; i < MaximumAttempts && IsOpen(await sender.SendAsync(payment)); i++)
        {
            await world.Wait(TimeSpan.FromSeconds(random.Next(1, 40)));
        }
    }

    private async Task SendBatchAsync(int tenant)
    {
        var batch = Enumerable.Range(0, random.Next(2, 9)).Select(_ => payments.Next(tenant)).ToList();
        var isCut = world.Has(FaultKinds.CutBatches) && random.Next(4) == 0;
        var attempts = await sender.SendAsync(batch, isCut);
        foreach (var open in attempts.Where(IsOpen).ToList())
        {
            await SendAsync(open.Payment);
        }
    }

    /// <summary>Sends payments at the same time that get in each other's way: the same reference, with the same body or another, or the same account.</summary>
    private async Task RaceAsync(int tenant)
    {
        var first = payments.Fresh(tenant);
        Payment[] others = random.Next(3) switch
        {
            0 => [first, first],
            1 => [first with { AmountMinor = first.AmountMinor + 100 }, first with { Account = payments.Fresh(tenant).Account }],
            _ => [payments.Fresh(tenant) with { Account = first.Account, AmountMinor = 40_000 }, payments.Fresh(tenant) with { Account = first.Account, AmountMinor = 40_000 }],
        };
        var racing = others.Append(first).Select(SendAsync).ToList();
        foreach (var one in racing)
        {
            await one;
        }
    }

    private async Task LookUpAsync(int tenant)
    {
        if (world.History.Attempts.Count == 0)
        {
            return;
        }

        var payment = world.History.Attempts[random.Next(world.History.Attempts.Count)].Payment;
        var known = world.History.AnswerOf(payment.Tenant, payment.Reference);
        var what = known is not null && random.Next(2) == 0 ? known.Id : $"transaction/{payment.Reference}";
        var found = await sender.FindAsync(tenant, what);
        if (found is { } response && payment.Tenant == tenant && known is not null)
        {
            LookUps.Judge(known, what, response);
        }
        else if (found is { Status: 200, Answer: { } other } && payment.Tenant != tenant)
        {
            LookUps.JudgeForeign(world.History, tenant, what, other);
        }
    }

    /// <summary>Whether it is to be sent again.</summary>
    private static bool IsOpen(Attempt attempt) => attempt.Answer is null && attempt.Refusal is not "REFERENCE_REUSED";
}
