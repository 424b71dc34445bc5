namespace Dockerlint.Verification;

/// <summary>Tells how much is read from a stream.</summary>
internal sealed class CountedStream(Stream rest, Action<int> count) : ForwardStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await rest.ReadAsync(buffer, cancellationToken);
        count(read);
        return read;
    }
}
