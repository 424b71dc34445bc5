using Dockerlint.LanguageServer.Wire;

namespace Dockerlint.LanguageServer;

/// <summary>The language server on two streams.</summary>
public static class LanguageServerProgram
{
    // A request that waits for git must not keep others from beginning.
    private const int LeastThreads = 16;

    /// <summary>Serves one client until it says goodbye or goes away; gives the exit code that the protocol wants.</summary>
    /// <param name="input">What the client says.</param>
    /// <param name="output">What it is told.</param>
    /// <param name="host">What the program gives.</param>
    public static int Run(Stream input, Stream output, ServerHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        ThreadPool.SetMinThreads(LeastThreads, LeastThreads);
        using var server = new Server(new MessageWriter(output), host);
        return server.Run(new MessageReader(input));
    }
}
