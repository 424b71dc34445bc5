namespace Dockerlint.Verification;

/// <summary>The content of the entry a scanner stands at, as a stream.</summary>
internal sealed class TarContentStream(TarScanner scanner) : ForwardStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        scanner.ReadAsync(buffer, cancellationToken);
}
