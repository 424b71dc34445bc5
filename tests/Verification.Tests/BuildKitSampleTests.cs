using Dockerlint.Semantics;
using Xunit;

namespace Dockerlint.Tests;

public sealed class BuildKitSampleTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    public static TheoryData<string> Names => SamplePairs.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_promise_is_reported_at_its_line(string name) =>
        await SamplePairs.CheckBrokenAsync(await fixture.OpenAsync("modern"), name, Builder.BuildKit);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Kept_promises_are_not_reported(string name) =>
        await SamplePairs.CheckKeptAsync(await fixture.OpenAsync("modern"), name, Builder.BuildKit);
}
