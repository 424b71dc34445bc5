using System.Net.Sockets;
using Dockerlint.Testing;

namespace Dockerlint.Tests;

/// <summary>A socket before the engine's own that can be cut, as when an engine is killed.</summary>
internal sealed class SocketProxy : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _cut = new();
    private readonly List<Socket> _open = [];

    internal SocketProxy(string target)
    {
        Path = System.IO.Path.Combine(_folder.Path, "engine.sock");
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen();
        _ = AcceptAsync(target);
    }

    internal string Path { get; }

    /// <summary>Ends all connections and takes no more.</summary>
    internal void Cut()
    {
        _cut.Cancel();
        _listener.Dispose();
        lock (_open)
        {
            _open.ForEach(socket => socket.Dispose());
        }
    }

    public void Dispose()
    {
        Cut();
        _cut.Dispose();
        _folder.Dispose();
    }

    private async Task AcceptAsync(string target)
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptAsync(_cut.Token);
                var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await engine.ConnectAsync(new UnixDomainSocketEndPoint(target), _cut.Token);
                lock (_open)
                {
                    _open.AddRange([client, engine]);
                }

                _ = PumpAsync(client, engine);
                _ = PumpAsync(engine, client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (await from.ReceiveAsync(buffer, _cut.Token) is > 0 and var count)
            {
                for (var sent = 0; sent < count;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _cut.Token);
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Cut, or one side has gone.
        }
    }
}
