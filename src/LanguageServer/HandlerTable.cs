using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dockerlint.LanguageServer.Wire;

namespace Dockerlint.LanguageServer;

/// <summary>The requests there are, and who answers them.</summary>
internal sealed class HandlerTable
{
    private readonly Dictionary<string, Action<JsonElement, JsonElement, RequestScope, MessageWriter>> _handlers =
        new(StringComparer.Ordinal);

    /// <summary>Adds a request.</summary>
    internal void Add<TParameters, TResult>(
        string method, JsonTypeInfo<TParameters> parameters, JsonTypeInfo<TResult> result, Func<TParameters, RequestScope, TResult?> answer)
        where TResult : class => _handlers.Add(method, (id, said, scope, writer) =>
        {
            TParameters read;
            try
            {
                read = said.ValueKind == JsonValueKind.Undefined
                    ? throw new RequestException(ErrorCode.InvalidParams, $"{method} needs parameters")
                    : said.Deserialize(parameters)!;
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
            {
                throw new RequestException(ErrorCode.InvalidParams, $"the parameters of {method} are not as the protocol has them");
            }

            if (read is null)
            {
                throw new RequestException(ErrorCode.InvalidParams, $"{method} needs parameters");
            }

            scope.Cancellation.ThrowIfCancellationRequested();
            var found = answer(read, scope);
            scope.Cancellation.ThrowIfCancellationRequested();
            writer.Answer(id, found!, result);
        });

    /// <summary>Whether there is such a request.</summary>
    internal bool Has(string method) => _handlers.ContainsKey(method);

    /// <summary>Answers a request.</summary>
    internal void Answer(string method, JsonElement id, JsonElement parameters, RequestScope scope, MessageWriter writer) =>
        _handlers[method](id, parameters, scope, writer);
}
