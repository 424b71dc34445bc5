using System.Collections.Immutable;
using System.Text;
using Dockerlint.Verification;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary>Reads <c>--secret id=NAME,src=FILE</c> and <c>id=NAME,env=VARIABLE</c>, as the docker command does.</summary>
internal static class SecretOption
{
    /// <summary>Null when it went well, else what is wrong. The message never has a value.</summary>
    internal static string? Read(IEnumerable<string> texts, out ImmutableArray<BuildSecret> secrets)
    {
        secrets = [];
        foreach (var text in texts)
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var field in text.Split(','))
            {
                var equals = field.IndexOf('=', StringComparison.Ordinal);
                fields[equals < 0 ? field : field[..equals]] = equals < 0 ? "" : field[(equals + 1)..];
            }

            if (fields.GetValueOrDefault("id") is not { Length: > 0 } id
                || fields.Keys.Any(key => key is not ("id" or "src" or "source" or "env" or "type")))
            {
                return $"--secret expects id=NAME,src=FILE or id=NAME,env=VARIABLE, not {text}";
            }

            if (ReadValue(id, fields, out var value) is { } problem)
            {
                return problem;
            }

            if (value.Length > BuildSecret.Largest)
            {
                return $"secret {id} has more than {BuildSecret.Largest} bytes";
            }

            secrets = secrets.Add(new BuildSecret(id, value));
        }

        return null;
    }

    private static string? ReadValue(string id, Dictionary<string, string> fields, out byte[] value)
    {
        value = [];
        var file = fields.GetValueOrDefault("src") ?? fields.GetValueOrDefault("source");
        var name = fields.GetValueOrDefault("env") ?? (file is null ? id : null);
        if (name is not null)
        {
            if (Environment.GetEnvironmentVariable(name) is not { } text)
            {
                return $"secret {id}: there is no environment variable {name}";
            }

            value = Encoding.UTF8.GetBytes(text);
            return null;
        }

        return InputFile.TryRead(file!, ReadLimit.Secret, out value) is { } unreadable ? $"secret {id}: cannot read {file}: {unreadable}"
            : null;
    }
}
