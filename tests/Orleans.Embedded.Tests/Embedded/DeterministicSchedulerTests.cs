using Orleans.Contract;
using Orleans.Hosting;

namespace Orleans.Simulation;

public sealed class DeterministicSchedulerTests
{
    [Fact]
    public void Run_SameSeed_GivesTheSameTrace()
    {
        var first = Trace(42);
        var again = Trace(42);
        Assert.Equal(first.Steps, again.Steps);
        Assert.Equal(first.Hash, again.Hash);
    }

    [Fact]
    public void Run_OtherSeed_GivesAnotherOrder()
        => Assert.NotEqual(Trace(42).Steps.Select(step => step.Choice), Trace(43).Steps.Select(step => step.Choice));

    [Fact]
    public void Run_ManySeeds_FindsBothOrders()
    {
        var orders = Enumerable.Range(1, 20).Select(seed =>
        {
            var scheduler = new DeterministicScheduler((ulong)seed);
            var order = new List<int>();
            foreach (var number in (int[])[1, 2])
            {
                _ = scheduler.Start(() =>
                {
                    order.Add(number);
                    return Task.CompletedTask;
                });
            }

            scheduler.RunUntilIdle();
            return string.Join(',', order);
        });
        Assert.Equal(["1,2", "2,1"], orders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void RunFor_WithTimers_FiresThemInOrderAndStopsInTime()
    {
        var scheduler = new DeterministicScheduler(7);
        var start = scheduler.Time.GetUtcNow();
        var seen = new List<double>();
        foreach (var seconds in (int[])[30, 10, 20, 50])
        {
            _ = scheduler.Start(async () =>
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds), scheduler.Time);
                seen.Add((scheduler.Time.GetUtcNow() - start).TotalSeconds);
            });
        }

        scheduler.RunFor(TimeSpan.FromSeconds(40));
        Assert.Equal([10, 20, 30], seen);
        Assert.Equal(start.AddSeconds(40), scheduler.Time.GetUtcNow());
    }

    [Fact]
    public void RunUntil_WhatNeverComes_TellsTheSeed()
    {
        var scheduler = new DeterministicScheduler(77);
        var failure = Assert.Throws<TimeoutException>(() => scheduler.RunUntil(new TaskCompletionSource().Task));
        Assert.Contains("seed 77", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_EndlessWork_StopsAtTheLimit()
    {
        var scheduler = new DeterministicScheduler(1) { MaximumSteps = 100 };
        var failure = Assert.Throws<InvalidOperationException>(() => scheduler.Run(async () =>
        {
            while (true)
            {
                await Task.Yield();
            }
        }));
        Assert.Contains("more than 100 steps", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WorkFromAnotherThread_IsRefused()
    {
        var scheduler = new DeterministicScheduler(9);
        var failure = Assert.Throws<InvalidOperationException>(() => scheduler.Run(async () =>
        {
            var stranger = new Thread(() => _ = scheduler.Start(() => Task.CompletedTask));
            stranger.Start();
            stranger.Join();
            await Task.Yield();
        }));
        Assert.Contains("another thread", failure.Message, StringComparison.Ordinal);
        Assert.Contains("seed 9", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kill_InTheMiddle_RunsNoMoreOfAnyGrain()
    {
        var scheduler = new DeterministicScheduler(5);
        var probe = new Cluster(builder => builder.UseDeterministicScheduler(scheduler), time => Task.Delay(time, scheduler.Time));
        scheduler.Run(probe.StartAsync);
        var call = scheduler.Start(() => probe.Client.GetGrain<ITurnGrain>("a").Hold("held"));
        scheduler.RunUntil(probe.Probe.Reached("held began"));
        probe.Kill();
        probe.Probe.Signal("held may end");
        scheduler.RunFor(TimeSpan.FromHours(1));
        Assert.Equal(["begin held"], probe.Probe.Events);
        Assert.IsType<Runtime.SiloUnavailableException>(call.Exception!.InnerException);
    }

    private static (List<SchedulerStep> Steps, ulong Hash) Trace(ulong seed)
    {
        var scheduler = new DeterministicScheduler(seed);
        var steps = new List<SchedulerStep>();
        scheduler.Stepped = steps.Add;
        scheduler.Run(async () =>
        {
            await using var cluster = new Cluster(builder => builder.UseDeterministicScheduler(scheduler), time => Task.Delay(time, scheduler.Time));
            await cluster.StartAsync();
            var calls = Enumerable.Range(0, 60).Select(number => cluster.Client.GetGrain<ITurnGrain>($"grain {number % 7}").IncrementSlowly());
            Assert.Equal(60, (await Task.WhenAll(calls)).Length);
            await Task.Delay(TimeSpan.FromMinutes(20), scheduler.Time);
        });
        return (steps, scheduler.TraceHash);
    }
}
