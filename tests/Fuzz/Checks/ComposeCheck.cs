using System.Text;
using Dockerlint.Linting.Config;
using Dockerlint.Linting.Targets;

namespace Dockerlint.Fuzz;

/// <summary>A Compose file, which may include and extend itself under other names.</summary>
public sealed class ComposeCheck : IFuzzCheck
{
    /// <inheritdoc/>
    public FuzzFailure? Check(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input).TrimStart('\uFEFF');
        var errors = new List<ConfigError>();
        var sources = new BuildFileSources(name => name.Length % 2 == 0 ? name : null, path => path.Length < 40 ? text : null);
        foreach (var target in ComposeReader.Read(text, "compose.yaml", errors, sources))
        {
            _ = target.IsRemote;
        }

        return ConfigCheck.Places(text, errors.Where(error => error.Path == "compose.yaml"));
    }
}
