namespace Dockerlint.LanguageServer.Wire;

/// <summary>The codes of errors that JSON-RPC and the protocol know.</summary>
internal static class ErrorCode
{
    internal const int ParseError = -32700;
    internal const int InvalidRequest = -32600;
    internal const int MethodNotFound = -32601;
    internal const int InvalidParams = -32602;
    internal const int InternalError = -32603;
    internal const int ServerNotInitialized = -32002;
    internal const int RequestFailed = -32803;
    internal const int RequestCancelled = -32800;
}
