using System.Globalization;

namespace Dockerlint.Verification;

/// <summary>What a container did, in words.</summary>
internal static class ContainerWords
{
    /// <summary>How it failed.</summary>
    internal static string Failure(ContainerObservation seen) => seen.StartError is { } error ? $"it does not start: {Reason(error)}"
        : seen.IsOutOfMemory ? "it was ended for its memory"
        : seen.ExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"it ends with code {code}{Tail(seen)}")
        : "it does not get ready";

    /// <summary>The last lines it wrote, to be added to a sentence; empty when it wrote none.</summary>
    internal static string Tail(ContainerObservation seen)
    {
        var log = seen.Log.Where(line => line.Trim().Length > 0).TakeLast(4).ToList();
        return log.Count > 0 ? "; its last lines: " + string.Join(" | ", log.Select(line => line.Trim())) : "";
    }

    /// <summary>Why the runtime did not start it. It names everybody who passed the error on before it says what is wrong.</summary>
    internal static string Reason(string error)
    {
        foreach (var prefix in (string[])["unable to start container process: ", "error during container init: "])
        {
            var at = error.IndexOf(prefix, StringComparison.Ordinal);
            error = at < 0 ? error : error[(at + prefix.Length)..];
        }

        return error.Trim();
    }
}
