using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Queries;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.Sealing;
using FinancialFirewall.Storage.Tests.SimulatedDisks;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Storage.Tests.Privacy;

/// <summary>Real payments of few persons in a whole data directory on a simulated disk.</summary>
public sealed class PersonArchiveTests
{
    private const int Partitions = 3;
    private const int Erased = 1;
    private static readonly TenantId Tenant = new("demo");
    private static readonly Person Customer = new(PaymentMember.CustomerId, Encoding.ASCII.GetBytes("PERSON-C1"));

    [Fact]
    public void FindAsync_CustomerAndAccount_FindsExactlyTheirPayments()
    {
        var world = new World(1);
        world.Run(async directory =>
        {
            await world.PayAsync(directory, 300);
            var found = new List<string>();
            var findings = await directory.Persons.FindAsync(Tenant, Customer, record =>
            {
                found.Add(World.ReferenceOf(record.Span));
                return ValueTask.CompletedTask;
            });
            Assert.Equal(world.ReferencesOf(PaymentMember.CustomerId, "PERSON-C1"), found.Order(StringComparer.Ordinal));
            Assert.Equal((found.Count, 0L, 5, default(Instant?)), ((int)findings.Payments, findings.AlreadyErased, findings.Accounts, findings.ErasedAt));

            var account = await directory.Persons.FindAsync(Tenant, new Person(PaymentMember.FromAccountNumber, Encoding.ASCII.GetBytes("PERSON-A2")));
            Assert.Equal(world.ReferencesOf(PaymentMember.FromAccountNumber, "PERSON-A2").Count, account.Payments);
            Assert.Equal(0, (await directory.Persons.FindAsync(Tenant, new Person(PaymentMember.CustomerId, Encoding.ASCII.GetBytes("nobody")))).Payments);
        });
    }

    [Fact]
    public void EraseAsync_Customer_LeavesNothingOfThatPersonAnywhereAndAllOfOthers()
    {
        var world = new World(2);
        world.Run(async directory =>
        {
            await world.PayAsync(directory, 300);
            var before = await world.DecryptAsync();
            Assert.True(before.CountOf("PERSON-C1") > 100 && before.CountOf("PERSON-C2") > 100, "the search finds what is there");

            var erased = (await directory.Persons.EraseAsync(Tenant, Customer)).Value;

            Assert.Equal(world.ReferencesOf(PaymentMember.CustomerId, "PERSON-C1").Count, erased.Payments);
            var after = await world.DecryptAsync();
            Assert.Equal(0, after.CountOf("PERSON-C1"));
            Assert.True(after.CountOf("PERSON-C2") > 100 && after.CountOf("PERSON-A1") > 10, "others are still there");
            await world.CheckAsync(directory, Erased, erased.ErasedAt!.Value);
            Assert.Equal([Tenant], directory.Persons.Unfinished);
            await directory.Persons.FinishAsync(Tenant);
            Assert.Empty(directory.Persons.Unfinished);
        });
        world.Run(directory => world.CheckAsync(directory, Erased, directory.Persons.KeysOf(Tenant)!.Erasures[0].At));
        world.Verify();
    }

    [Fact]
    public void EraseAsync_Again_ErasesWhatCameSinceAndNothingElse()
    {
        var world = new World(3);
        world.Run(async directory =>
        {
            await world.PayAsync(directory, 100);
            var first = (await directory.Persons.EraseAsync(Tenant, Customer)).Value;
            var nothing = (await directory.Persons.EraseAsync(Tenant, Customer)).Value;
            Assert.Equal((0L, first.Payments, default(Instant?)), (nothing.Payments, nothing.AlreadyErased, nothing.ErasedAt));

            world.Time = first.ErasedAt!.Value.Plus(TimeSpan.FromHours(1));
            var known = world.ReferencesOf(PaymentMember.CustomerId, "PERSON-C1").Count;
            await world.PayAsync(directory, 100);
            var since = world.ReferencesOf(PaymentMember.CustomerId, "PERSON-C1").Count - known;
            var again = await directory.Persons.FindAsync(Tenant, Customer);
            Assert.Equal((since, known), ((int)again.Payments, (int)again.AlreadyErased));
            Assert.Equal(since, (await directory.Persons.EraseAsync(Tenant, Customer)).Value.Payments);
            Assert.Equal(0, (await world.DecryptAsync()).CountOf("PERSON-C1"));
        });
    }

    [Fact]
    public void EraseAsync_CrashAtAnyOperation_IsDoneOrNotAndFinishesWhenRepeated()
    {
        var outcomes = new HashSet<bool>();
        for (var seed = 1; seed <= 40; seed++)
        {
            var world = new World(seed);
            world.Run(directory => world.PayAsync(directory, 60));
            world.Disk.CrashAt = world.Disk.Operations + (seed * 10);
            world.RunUntilDead(directory => directory.Persons.EraseAsync(Tenant, Customer));
            world.Disk.Restart();
            world.Run(async directory =>
            {
                var found = await directory.Persons.FindAsync(Tenant, Customer);
                outcomes.Add(found.Payments == 0);
                Assert.True(found.Payments == 0 || found.AlreadyErased == 0, $"seed {seed}: {found.Payments} of {found.Payments + found.AlreadyErased} can be read");
                await directory.Persons.EraseAsync(Tenant, Customer);
                var left = await world.DecryptAsync();
                Assert.True(left.CountOf("PERSON-C1") == 0, $"seed {seed}: {left.CountOf("PERSON-C1")} are left");
            });
        }

        Assert.Equal(2, outcomes.Count);
    }

    [Fact]
    public void OpenAsync_OlderBackupWithTheNewestPersons_HasThePersonErasedAgain()
    {
        var world = new World(4);
        world.Run(async directory =>
        {
            await world.PayAsync(directory, 80);
            await directory.Persons.FindAsync(Tenant, Customer);

            // These are still in the log when the backup is made.
            await world.PayAsync(directory, 40);
        });
        var backup = world.Disk.Copy();
        world.Run(directory => directory.Persons.EraseAsync(Tenant, Customer));
        var newest = world.Disk.Content("persons/demo.ff");

        world.Disk = backup;
        world.Disk.Overwrite("persons/demo.ff", newest);
        world.Run(async directory =>
        {
            var found = await directory.Persons.FindAsync(Tenant, Customer);
            Assert.Equal(0, found.Payments);
            Assert.Equal(0, (await world.DecryptAsync()).CountOf("PERSON-C1"));
        });
    }

    [Fact]
    public void OpenAsync_PersonsMissingOrChanged_IsRefused()
    {
        var world = new World(5);
        world.Run(async directory =>
        {
            await world.PayAsync(directory, 20);
            await directory.Persons.FindAsync(Tenant, Customer);
        });
        var lost = world.Disk.Copy();
        lost.Steal("persons/demo.ff");
        world.Disk.Flip("persons/demo.ff", 100, 3);
        Assert.StartsWith("'persons/demo.ff' is damaged at offset 0: the content does not match its length and checksum.", world.Refusal(), StringComparison.Ordinal);
        world.Disk = lost;
        Assert.StartsWith("'persons/demo.ff' is damaged at offset 0: it is missing and there are segments.", world.Refusal(), StringComparison.Ordinal);
    }

    private sealed class World
    {
        private readonly Random random;
        private readonly SeededScheduler scheduler;
        private readonly TestPayments payments = new();
        private readonly TestMasterKeys keys = new();
        private readonly List<(int Partition, byte[] Record)> model = [];

        public World(int seed)
        {
            random = new Random(seed);
            Disk = new SimulatedDisk(random);
            scheduler = new SeededScheduler(random);
        }

        public SimulatedDisk Disk { get; set; }

        public Instant Time { get; set; } = TestPayments.Start;

        public static string ReferenceOf(ReadOnlySpan<byte> record)
            => Encoding.ASCII.GetString(new AssessmentRecord(record).Payment.Text(PaymentMember.TransactionReference));

        public void Run(Func<DataDirectory, Task> work) => scheduler.Run(async () =>
        {
            var opened = await OpenAsync();
            Assert.True(opened.IsSuccess, opened.IsSuccess ? "" : opened.Errors[0].Message);
            await using var directory = opened.Value;
            await work(directory);
        });

        public void RunUntilDead(Func<DataDirectory, Task> work)
        {
            try
            {
                Run(work);
            }
            catch (Exception exception) when (exception is IOException or SimulatedCrashException or JournalFailedException)
            {
                Assert.True(Disk.IsDead, $"{exception}");
            }

            scheduler.RunAll();
        }

        public string Refusal()
        {
            var found = "";
            scheduler.Run(async () => found = (await OpenAsync()).Errors[0].Message);
            return found;
        }

        /// <summary>Takes payments in batches, and leaves a snapshot behind.</summary>
        public async Task PayAsync(DataDirectory directory, int count)
        {
            for (var i = 0; i < count; i++)
            {
                Time = Time.Plus(TimeSpan.FromSeconds(random.Next(3)));
                var partition = random.Next(Partitions);
                var sequence = directory.Journal.GetNextSequence(Tenant, partition);
                var record = payments.Next(random, sequence, Time, partition);
                var batch = new RecordBatch();
                batch.Add(record, new RecordHeader(record).ReferenceHash);
                using var reservation = (await directory.Journal.ReserveAsync(batch.RequiredBytes)).Value;
                var position = directory.Journal.Append(Tenant, partition, directory.Journal.OpenEpoch(Tenant, partition), sequence, batch, reservation).Value;
                await directory.Journal.CommitAsync(position);
                model.Add((partition, record));
            }
        }

        public List<string> ReferencesOf(PaymentMember member, string value)
            => [.. model.Where(entry => TextOf(entry.Record, member) == value).Select(entry => ReferenceOf(entry.Record)).Order(StringComparer.Ordinal)];

        /// <summary>Every record is what it was, except that one customer is forgotten; and all are still found by their account.</summary>
        public async Task CheckAsync(DataDirectory directory, int erasedCustomer, Instant at)
        {
            for (var partition = 0; partition < Partitions; partition++)
            {
                var wanted = model.Where(entry => entry.Partition == partition).Select(entry => entry.Record).ToList();
                var found = 0;
                await foreach (var batch in directory.Journal.ReadAsync(Tenant, partition, 1))
                {
                    for (var i = 0; i < batch.Count; i++, found++)
                    {
                        CheckRecord(wanted[found], batch[i].ToArray(), erasedCustomer, at);
                        CheckRecord(wanted[found], (await directory.Journal.ReadRecordAsync(Tenant, partition, found + 1))!.Bytes.ToArray(), erasedCustomer, at);
                    }
                }

                Assert.Equal(wanted.Count, found);
            }

            var account = new AssessmentRecord(model[0].Record).Payment.AccountHash;
            var page = (await directory.Assessments.FindAsync(Tenant, new AssessmentQuery { AccountHash = account, Size = 500 })).Value;
            Assert.Equal(model.Count(entry => new AssessmentRecord(entry.Record).Payment.AccountHash == account), page.Assessments.Count);
        }

        public async Task<DecryptedDirectory> DecryptAsync()
        {
            // A copy, because segments go on being merged.
            var copy = Disk.Copy();
            using var keyring = (await Storage.Encryption.Keyring.OpenAsync(
                new Storage.Encryption.KeyringSetup(copy, keys, static () => 0, TimeProvider.System) { IsReadOnly = true })).Value;
            var decrypted = new DecryptedDirectory(copy, keyring);
            await decrypted.ReadAsync();
            return decrypted;
        }

        public void Verify() => scheduler.Run(async () =>
        {
            var report = await new DataDirectoryVerifier(Disk, keys).VerifyAsync();
            Assert.Empty(report.Damages);
            Assert.Equal(model.Count, report.Segments.Sum(segment => segment.Records));
            Assert.Empty((await new DataDirectoryVerifier(Disk, null).VerifyAsync()).Damages);
            Disk.Flip("segments/manifest.ff", 30, 1);
            var unnamed = await new DataDirectoryVerifier(Disk, keys).VerifyAsync();
            Assert.Equal(("segments/manifest.ff", model.Count), (unnamed.Damages.Single().File, unnamed.Segments.Sum(segment => segment.Records)));
            Disk.Flip("segments/manifest.ff", 30, 1);
            Disk.Steal("persons/demo.ff");
            Assert.Equal(["persons/demo.ff"], (await new DataDirectoryVerifier(Disk, keys).VerifyAsync()).Damages.Select(damage => damage.File));
        });

        private static string TextOf(byte[] record, PaymentMember member) => Encoding.ASCII.GetString(new AssessmentRecord(record).Payment.Text(member));

        private static void CheckRecord(byte[] wanted, byte[] found, int erasedCustomer, Instant at)
        {
            if (TextOf(wanted, PaymentMember.CustomerId) != $"PERSON-C{erasedCustomer}")
            {
                Assert.Equal(wanted, found);
                return;
            }

            Assert.True(PersonalRecord.TryRead(wanted, out var record));
            Assert.Equal(record.Forget(at), found);
        }

        private ValueTask<Domain.Results.Result<DataDirectory>> OpenAsync() => DataDirectory.OpenAsync(new DataDirectorySetup(
            Disk, keys, scheduler, new StillTime(() => Time.ToDateTimeOffset()), () => (ulong)random.NextInt64(), new AssessmentFactReader())
        {
            Log = new() { FileBytes = 12_000, MinimumFreeBytes = 0 },
            Segments = new() { MergeCount = 3 },
        });
    }
}
