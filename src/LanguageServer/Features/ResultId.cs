using System.Globalization;
using System.Text.Json;
using Dockerlint.LanguageServer.Protocol;

namespace Dockerlint.LanguageServer.Features;

/// <summary>A name for an answer, the same for the same answer.</summary>
internal static class ResultId
{
    internal static string Of(ShownDiagnostic[] found)
    {
        ulong hash = 14695981039346656037;
        foreach (var finding in found)
        {
            foreach (var part in JsonSerializer.SerializeToUtf8Bytes(finding, ProtocolJson.Default.ShownDiagnostic))
            {
                hash = (hash ^ part) * 1099511628211;
            }
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
