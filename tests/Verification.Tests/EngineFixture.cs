using Xunit;

namespace Dockerlint.Tests;

/// <summary>One engine with its base image for all tests of a class; opened by the first one, so that each can be skipped.</summary>
public sealed class EngineFixture : IAsyncLifetime
{
    private readonly SemaphoreSlim _one = new(1);
    private TestEngine? _engine;

    internal async Task<TestEngine> OpenAsync(string kind)
    {
        await _one.WaitAsync();
        try
        {
            return _engine ??= await TestEngine.OpenAsync(kind);
        }
        finally
        {
            _one.Release();
        }
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        _one.Dispose();
    }
}
