using Docker.DotNet.Models;

namespace Dockerlint.Verification;

/// <summary>Takes from the messages of an import the id of the image.</summary>
internal sealed class ImportAnswer : IProgress<JSONMessage>
{
    internal string? Image { get; private set; }

    public void Report(JSONMessage value) => Image = new[] { value.ID, value.Status }
        .FirstOrDefault(text => text?.StartsWith("sha256:", StringComparison.Ordinal) == true) ?? Image;
}
