using Dockerlint.Text;

namespace Dockerlint.Syntax.Grammar;

/// <summary>Checks a <c>RUN --mount</c> value. Values with variables are left to the build.</summary>
internal static class MountValidation
{
    private static readonly string[] s_types = ["bind", "cache", "tmpfs", "secret", "ssh"];
    private static readonly string[] s_sharing = ["shared", "private", "locked"];

    private static readonly string[] s_keys =
    [
        "type", "from", "source", "src", "target", "dst", "destination", "readonly", "ro", "readwrite", "rw", "id", "sharing", "required",
        "mode", "uid", "gid", "size", "env",
    ];

    private static readonly string[] s_switches = ["readonly", "ro", "readwrite", "rw", "required"];

    internal static string? Problem(string value)
    {
        var type = "bind";
        foreach (var field in value.Split(','))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            var key = (equals < 0 ? field : field[..equals]).Trim('"').ToLowerInvariant();
            var text = equals < 0 ? "" : field[(equals + 1)..].Trim('"');
            if (!s_keys.Contains(key))
            {
                var nearest = Spelling.Nearest(key, s_keys);
                return $"unexpected mount key {key}" + (nearest is null ? "" : $", did you mean {nearest}?");
            }

            if (equals < 0 && !s_switches.Contains(key))
            {
                return $"mount key {key} expects a value: {key}=...";
            }

            if (text.Contains('$'))
            {
                if (key == "from")
                {
                    return "mount key from does not take variables: name a stage that is FROM the variable instead";
                }

                continue;
            }

            if (key == "type")
            {
                type = text.ToLowerInvariant();
            }

            var problem = key switch
            {
                "type" when !s_types.Contains(text.ToLowerInvariant()) =>
                    $"unsupported mount type {text}: expected bind, cache, tmpfs, secret or ssh",
                "sharing" when !s_sharing.Contains(text.ToLowerInvariant()) =>
                    $"unsupported sharing {text}: expected shared, private or locked",
                "mode" when text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '7') => $"invalid mode {text}: expected an octal number",
                "uid" or "gid" when !uint.TryParse(text, out _) => $"invalid {key} {text}: expected a number",
                "required" when type is not ("secret" or "ssh") => $"mount key required does not fit type {type}",
                "size" when type != "tmpfs" => $"mount key size does not fit type {type}",
                _ => null,
            };
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }
}
